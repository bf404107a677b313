"""The association's lists cost the same number of statements whatever they list."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import event

from portal.db import db
from portal.domain import journal
from portal.domain.accounts import Membership, MuseumRole, User
from portal.domain.letters import post
from tests.cast import SINCE, Cast, Door, everything
from tests.crowd import replicate

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def statements(app: Flask, door: Door, path: str) -> int:
    assert door.get(path).status_code == 200  # the guide is read once per content version
    seen: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        assert door.get(path).status_code == 200
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return len(seen)


def more_people(app: Flask, cast: Cast) -> None:
    with everything(app) as session:
        people = [
            User(email=f"p{n}@musee.example", name=f"Persona {n}", created_at=SINCE) for n in range(300)
        ]
        session.add_all(people)
        session.flush()
        session.add_all(
            Membership(user_id=user.id, museum_id=cast.here, role=MuseumRole.EDITOR, since=SINCE)
            for user in people
        )


def more_museums(app: Flask, _cast: Cast) -> None:
    with everything(app):
        replicate(9, NOW)


def more_lines(app: Flask, cast: Cast) -> None:
    with everything(app):
        for number in range(120):
            journal.record(
                "account.signed_in",
                now=NOW,
                actor_id=cast["aline"],
                museum_id=cast.here,
                subject=f"user:{number}",
            )


def more_letters(app: Flask, cast: Cast) -> None:
    with everything(app):
        for number in range(120):
            post(
                kind="invitation",
                to_email=f"p{number}@musee.example",
                to_name="Persona",
                language="fr",
                subject="Votre espace est prêt",
                text="Bonjour",
                html="<p>Bonjour</p>",
                now=NOW,
                user_id=cast["aline"],
            )


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("/admin/", more_people),
        ("/admin/comptes/", more_people),
        ("/admin/comptes/?q=musee&tri=visite", more_people),
        ("/admin/musees/", more_people),
        ("/admin/musees/", more_museums),
        ("/admin/", more_museums),
        ("/admin/journal/", more_lines),
        ("/admin/lettres/", more_letters),
    ],
)
def test_a_list_costs_the_same_however_long(
    app: Flask, cast: Cast, path: str, more: Callable[[Flask, Cast], None]
) -> None:
    denis = Door(app, cast["denis"])
    few = statements(app, denis, path)

    more(app, cast)

    assert statements(app, denis, path) == few
    assert few < 25
