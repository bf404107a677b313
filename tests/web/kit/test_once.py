"""A form sent twice makes one thing and leads to the same place."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from portal.db import db, writing
from portal.db import once as keys
from portal.web.kit.once import CreateForm, made_once
from tests.databases import NOW


class PosterForm(CreateForm):
    class Meta(CreateForm.Meta):
        csrf = False


def sent(app: Flask, key: str) -> PosterForm:
    with app.test_request_context(method="POST", data={"once": key}):
        return PosterForm()


def test_each_form_shown_carries_its_own_key(app: Flask) -> None:
    with app.test_request_context():
        shown = {PosterForm().once.data for _ in range(3)}

    assert len(shown) == 3


def test_twice_makes_one(app: Flask, session: scoped_session[Session]) -> None:
    made: list[str] = []
    form = sent(app, "k" * 32)

    def make() -> str:
        made.append("an event")
        return f"/evenements/{len(made)}/"

    assert made_once(session(), form, 1, NOW, make) == "/evenements/1/"
    session.commit()
    assert made_once(session(), form, 1, NOW, make) == "/evenements/1/"
    assert made_once(session(), form, 2, NOW, make) == "/evenements/2/"  # somebody else's


def test_an_undone_making_is_made_at_the_next_sending(app: Flask, session: scoped_session[Session]) -> None:
    made_once(session(), sent(app, "k" * 32), 1, NOW, lambda: "/un/")
    session.rollback()

    assert made_once(session(), sent(app, "k" * 32), 1, NOW, lambda: "/deux/") == "/deux/"


@pytest.mark.parametrize("key", ["", "court", "é" * 32, "k" * 65, "k" * 31 + "\x00"])
def test_a_key_that_is_not_ours_stops_nothing(app: Flask, session: scoped_session[Session], key: str) -> None:
    assert made_once(session(), sent(app, key), 1, NOW, lambda: "/un/") == "/un/"


def test_twenty_sendings_at_once_make_one(app: Flask) -> None:
    ready = Barrier(20, timeout=30)
    made: list[int] = []

    def send(number: int) -> str | None:
        with app.app_context():
            ready.wait()
            with writing():
                before = keys.once(db.session(), "k" * 32, 1, NOW)
                if before is None:
                    made.append(number)
                    keys.led_to(db.session(), "k" * 32, 1, f"/{number}/")
                db.session.commit()
                return before

    with ThreadPoolExecutor(20) as senders:
        answers = list(senders.map(send, range(20)))

    assert len(made) == 1
    assert sorted(map(str, answers)) == sorted(["None", *[f"/{made[0]}/"] * 19])


def test_old_keys_are_forgotten(app: Flask, session: scoped_session[Session]) -> None:
    made_once(session(), sent(app, "k" * 32), 1, NOW - timedelta(days=3), lambda: "/un/")

    assert keys.clean(session(), NOW - timedelta(days=2)) == 1
    assert made_once(session(), sent(app, "k" * 32), 1, NOW, lambda: "/deux/") == "/deux/"
