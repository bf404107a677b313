"""Failed sign-ins, counted in the database: every process counts together, and restarting forgets nothing.

They keep the machine's clock, whatever the site believes (the contract).
"""

import hashlib
import hmac
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select

from portal.db import db
from portal.domain.accounts.errors import TooManyFailuresError
from portal.domain.accounts.models import SignInFailure

WINDOW = timedelta(minutes=15)
PER_ACCOUNT, PER_ORIGIN = 10, 100


def check(email: str, origin: str, *, key: str, now: datetime) -> None:
    """Raise `TooManyFailuresError` where this account or this origin has failed too often of late."""
    for condition, most in (
        (SignInFailure.account == _digest(email, key), PER_ACCOUNT),
        (SignInFailure.origin == _digest(origin, key), PER_ORIGIN),
    ):
        _check(condition, most, now)


def note_failure(email: str, origin: str, *, key: str, now: datetime) -> None:
    """Count a failed sign-in."""
    db.session.add(SignInFailure(account=_digest(email, key), origin=_digest(origin, key), at=now))


def forgive(email: str, *, key: str) -> None:
    """Forget an account's failures: its owner has come in by a link of their own."""
    db.session.execute(delete(SignInFailure).where(SignInFailure.account == _digest(email, key)))


def forget_old(now: datetime) -> None:
    """Remove the failures that no longer count."""
    db.session.execute(delete(SignInFailure).where(SignInFailure.at < now - WINDOW))


def _check(condition: ColumnElement[bool], most: int, now: datetime) -> None:
    recent = (condition, SignInFailure.at > now - WINDOW, SignInFailure.at <= now)
    times = select(SignInFailure.at).where(*recent).order_by(SignInFailure.at.desc()).limit(most)
    counted = db.session.scalars(times).all()
    if len(counted) >= most:
        raise TooManyFailuresError(max(1, int((counted[-1] + WINDOW - now).total_seconds())))


def _digest(text: str, key: str) -> str:
    return hmac.new(key.encode(), text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
