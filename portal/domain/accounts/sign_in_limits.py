"""Failed sign-ins, counted in the database: every process counts together, and restarting forgets nothing.

They keep the machine's clock, whatever the site believes (the contract).
"""

import math
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from sqlalchemy import ColumnElement, delete, select, text

from portal.db import db
from portal.domain.accounts import keys
from portal.domain.accounts.errors import TooManyFailuresError
from portal.domain.accounts.models import SignInFailure

WINDOW = timedelta(minutes=15)
PER_ACCOUNT, PER_ORIGIN = 10, 100


def check(email: str, origin: str, *, key: str, now: datetime) -> None:
    """Raise `TooManyFailuresError` where this account or this origin has failed too often of late."""
    for condition, most in (
        (SignInFailure.account == _account(email, key), PER_ACCOUNT),
        (SignInFailure.origin == _origin(origin, key), PER_ORIGIN),
    ):
        _check(condition, most, now)


def judge_alone(email: str, origin: str, *, key: str, now: datetime) -> None:
    """Check again, in the writing transaction, with tries made at the same moment judged one after the other.

    A hundred passwords sent at once all pass the first check; the ten that are judged first are the only ones
    to get an answer. SQLite's one writer waits for its turn by itself.
    """
    if db.session.get_bind().dialect.name == "postgresql":
        number = int(_account(email, key)[:15], 16)
        db.session.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})
    check(email, origin, key=key, now=now)


def note_failure(email: str, origin: str, *, key: str, now: datetime) -> None:
    """Count a failed sign-in."""
    db.session.add(SignInFailure(account=_account(email, key), origin=_origin(origin, key), at=now))
    db.session.flush()


def forgive(email: str, *, key: str) -> None:
    """Forget an account's failures: its owner has come in by a link of their own."""
    db.session.execute(delete(SignInFailure).where(SignInFailure.account == _account(email, key)))


def forget_old(now: datetime) -> None:
    """Remove the failures that no longer count."""
    db.session.execute(delete(SignInFailure).where(SignInFailure.at < now - WINDOW))


def _check(condition: ColumnElement[bool], most: int, now: datetime) -> None:
    recent = (condition, SignInFailure.at > now - WINDOW)
    times = select(SignInFailure.at).where(*recent).order_by(SignInFailure.at.desc()).limit(most)
    counted = db.session.scalars(times).all()
    if len(counted) >= most:
        raise TooManyFailuresError(max(1, math.ceil((counted[-1] + WINDOW - now).total_seconds())))


def _account(email: str, key: str) -> str:
    return keys.digest(key, "sign-in account", email)


def _origin(address: str, key: str) -> str:
    """Return the digest of an IPv4 address whole, of an IPv6 one by what a subscriber is given (RFC 6177)."""
    try:
        found = ip_address(address)
    except ValueError:
        return keys.digest(key, "sign-in origin", "")
    network = str(found) if found.version == 4 else str(ip_network(f"{found}/64", strict=False))
    return keys.digest(key, "sign-in origin", network)
