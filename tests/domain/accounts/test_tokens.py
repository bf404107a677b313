"""Secrets sent in letters: one person in twenty who press at once gets in, and a newer letter ends the older."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from portal.db import DOORS, db, enter, writing
from portal.domain.accounts import Purpose, Token, tokens
from portal.domain.accounts.tokens import State
from tests.cast import Cast, everything

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LIFETIMES = {
    Purpose.INVITATION: timedelta(days=7),
    Purpose.PASSWORD: timedelta(hours=1),
    Purpose.SIGN_IN: timedelta(minutes=15),
    Purpose.ADDRESS: timedelta(hours=24),
    Purpose.CONFIRMATION: timedelta(days=30),
}


def make(app: Flask, user_id: int, purpose: Purpose = Purpose.SIGN_IN, now: datetime = NOW) -> str:
    with everything(app):
        return tokens.make(purpose, now=now, user_id=user_id)


def state(app: Flask, secret: str, now: datetime, purpose: Purpose = Purpose.SIGN_IN) -> State:
    with everything(app):
        return tokens.peek(secret, purpose, now)[0]


def test_twenty_presses_at_once_open_once(app: Flask, cast: Cast) -> None:
    secret = make(app, cast["aline"])
    together = Barrier(20)

    def press(_turn: int) -> bool:
        with app.app_context(), writing():
            together.wait()
            enter(db.session(), DOORS)
            is_mine = tokens.consume(secret, Purpose.SIGN_IN, NOW) is not None
            db.session.commit()
            return is_mine

    with ThreadPoolExecutor(20) as people:
        got_in = list(people.map(press, range(20)))

    assert got_in.count(True) == 1


def test_looking_uses_nothing(app: Flask, cast: Cast) -> None:
    secret = make(app, cast["aline"])

    assert {state(app, secret, NOW) for _look in range(3)} == {State.VALID}


@pytest.mark.parametrize("purpose", list(Purpose))
def test_each_lives_as_long_as_the_contract_says(app: Flask, cast: Cast, purpose: Purpose) -> None:
    secret = make(app, cast["aline"], purpose)
    ends = NOW + LIFETIMES[purpose]

    assert state(app, secret, ends - timedelta(seconds=1), purpose) is State.VALID
    assert state(app, secret, ends, purpose) is State.EXPIRED
    with everything(app):
        assert tokens.consume(secret, purpose, ends) is None


def test_a_secret_says_what_became_of_it(app: Flask, cast: Cast) -> None:
    older = make(app, cast["aline"])
    newer = make(app, cast["aline"])
    other = make(app, cast["bernat"])
    with everything(app):
        used = tokens.consume(newer, Purpose.SIGN_IN, NOW)
        assert used.user_id == cast["aline"]

    assert state(app, older, NOW) is State.EXPIRED
    assert state(app, newer, NOW) is State.USED
    assert state(app, other, NOW) is State.VALID
    assert state(app, other, NOW, Purpose.PASSWORD) is State.UNKNOWN


@pytest.mark.parametrize("secret", ["", "x", "\x00", "🏺", "\udc80", "x" * 10_000])
def test_a_strange_secret_opens_nothing(app: Flask, cast: Cast, secret: str) -> None:
    with everything(app):
        assert tokens.peek(secret, Purpose.SIGN_IN, NOW) == (State.UNKNOWN, None)
        assert tokens.consume(secret, Purpose.SIGN_IN, NOW) is None


def test_reading_the_table_opens_nothing(app: Flask, cast: Cast) -> None:
    secret = make(app, cast["aline"])

    with everything(app) as session:
        row: Any = session.scalar(select(Token))
        assert len(secret) >= 22  # 128 bits in base 64
        assert secret not in {str(value) for value in vars(row).values()}
        assert tokens.consume(row.digest, Purpose.SIGN_IN, NOW) is None


def test_those_dead_for_a_month_are_forgotten(app: Flask, cast: Cast) -> None:
    make(app, cast["aline"], now=NOW - timedelta(days=31))
    recent = make(app, cast["bernat"], now=NOW - timedelta(days=29))

    with everything(app):
        tokens.forget_old(NOW)

    assert state(app, recent, NOW) is State.EXPIRED
    with everything(app) as session:
        assert len(session.scalars(select(Token)).all()) == 1
