"""Codes of a telephone: each works once, half a minute early or late, and never for two people at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pyotp
import pytest
from flask import Flask

from portal.db import DOORS, db, enter, writing
from portal.domain.accounts import User, second_factor
from tests.cast import Cast, everything

KEY = "a secret for tests and nothing else"
NOW = datetime(2026, 11, 24, 9, 30, 10, tzinfo=UTC)


@pytest.fixture
def secret(app: Flask, cast: Cast) -> str:
    with everything(app) as session:
        aline = session.get(User, cast["aline"])
        made = second_factor.begin_totp(aline, key=KEY)
        aline.totp_confirmed_at = NOW
        return made


def accepts(app: Flask, user_id: int, code: str, now: datetime = NOW, key: str = KEY) -> bool:
    with everything(app) as session:
        return second_factor.accept_totp(session.get(User, user_id), code, key=key, now=now)


@pytest.mark.parametrize(("steps", "is_right"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_half_a_minute_out(
    app: Flask, cast: Cast, secret: str, steps: int, is_right: bool
) -> None:
    code = pyotp.TOTP(secret).at(NOW + timedelta(seconds=30 * steps))

    assert accepts(app, cast["aline"], code) is is_right


def test_a_code_works_once_and_an_older_one_no_more(app: Flask, cast: Cast, secret: str) -> None:
    present, before = (pyotp.TOTP(secret).at(NOW + timedelta(seconds=late)) for late in (0, -30))

    assert accepts(app, cast["aline"], f" {present[:3]} {present[3:]} ")
    assert not accepts(app, cast["aline"], present)
    assert not accepts(app, cast["aline"], before)


def test_ten_people_with_the_same_code_are_one(app: Flask, cast: Cast, secret: str) -> None:
    code = pyotp.TOTP(secret).at(NOW)
    together = Barrier(10)

    def type_it(_turn: int) -> bool:
        with app.app_context(), writing():
            together.wait()
            enter(db.session(), DOORS)
            is_right = second_factor.accept_totp(db.session.get(User, cast["aline"]), code, key=KEY, now=NOW)
            db.session.commit()
            return is_right

    with ThreadPoolExecutor(10) as people:
        assert list(people.map(type_it, range(10))).count(True) == 1


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "٣٣٣٣٣٣", "\x00", "🏺"])
def test_what_is_no_code_is_refused(app: Flask, cast: Cast, secret: str, code: str) -> None:
    assert not accepts(app, cast["aline"], code)


def test_a_secret_under_another_key_of_the_installation_lets_nobody_in(
    app: Flask, cast: Cast, secret: str
) -> None:
    assert not accepts(
        app, cast["aline"], pyotp.TOTP(secret).at(NOW), key="another secret altogether, longer"
    )


def test_somebody_without_codes_gives_none(app: Flask, cast: Cast) -> None:
    assert not accepts(app, cast["bernat"], "000000")
