"""Ten tries an account and a hundred an address, then a wait; counted together however they come."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.accounts import SignInFailure, sign_in_limits
from portal.domain.accounts.errors import TooManyFailuresError
from tests.cast import everything

KEY = "a secret for tests and nothing else"
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def fail(
    app: Flask,
    times: int,
    email: str = "aline@musee.example",
    origin: str = "203.0.113.7",
    at: datetime = NOW,
) -> None:
    with everything(app):
        for _ in range(times):
            sign_in_limits.note_failure(email, origin, key=KEY, now=at)


def wait(app: Flask, email: str, origin: str, at: datetime = NOW) -> int:
    with everything(app):
        try:
            sign_in_limits.check(email, origin, key=KEY, now=at)
        except TooManyFailuresError as error:
            return error.seconds
        return 0


def test_the_eleventh_try_waits_for_what_is_left_of_a_quarter_of_an_hour(app: Flask) -> None:
    fail(app, 9)
    nine = wait(app, "aline@musee.example", "203.0.113.7")
    fail(app, 1, at=NOW + timedelta(minutes=5))

    later = NOW + timedelta(minutes=5)
    assert nine == 0
    assert wait(app, "aline@musee.example", "198.51.100.1", later) == 600
    assert wait(app, "aline@musee.example", "198.51.100.1", NOW + timedelta(minutes=15)) == 0


def test_another_account_of_the_same_house_may_still_try(app: Flask) -> None:
    fail(app, 10)

    assert wait(app, "bernat@musee.example", "203.0.113.7") == 0


def test_a_hundred_failures_close_an_address_to_every_account(app: Flask) -> None:
    for person in range(10):
        fail(app, 10, email=f"{person}@musee.example")

    assert wait(app, "nova@musee.example", "203.0.113.7") > 0
    assert wait(app, "nova@musee.example", "203.0.113.8") == 0


def test_the_addresses_of_one_subscriber_count_as_one(app: Flask) -> None:
    for person in range(100):
        fail(app, 1, email=f"{person}@musee.example", origin=f"2001:db8:1:2::{person + 1:x}")

    assert wait(app, "nova@musee.example", "2001:db8:1:2:ffff::1") > 0
    assert wait(app, "nova@musee.example", "2001:db8:1:3::1") == 0


@pytest.mark.parametrize("origin", ["", "unix:", "nulle part", "\x00"])
def test_no_known_address_is_an_address_too(app: Flask, origin: str) -> None:
    fail(app, 1, origin=origin)

    assert wait(app, "aline@musee.example", origin) == 0


def test_coming_in_forgives(app: Flask) -> None:
    fail(app, 10)
    with everything(app):
        sign_in_limits.forgive("aline@musee.example", key=KEY)

    assert wait(app, "aline@musee.example", "203.0.113.7") == 0


def test_the_table_names_nobody_and_is_emptied(app: Flask) -> None:
    fail(app, 1)

    with everything(app) as session:
        row = session.scalar(select(SignInFailure))
        assert "aline" not in row.account + row.origin
        assert "203" not in row.origin[:3]
        sign_in_limits.forget_old(NOW + timedelta(minutes=16))
    with everything(app) as session:
        assert session.scalars(select(SignInFailure)).all() == []
