"""Signed-in browsers: each one row, kept by the digest of its secret, ended by one DELETE.

Idle times are the contract's. The rows are read and written on connections of their own, never inside the
request's transaction: SQLite has one writer, which must not wait for itself.
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, delete, exists, insert, select, update

from portal.db import db, writing
from portal.domain.accounts.models import AssociationRight, User, UserSession
from portal.domain.accounts.roles import AssociationRole

IDLE = timedelta(hours=12)
IDLE_ADMIN = timedelta(hours=8)
IDLE_REMEMBERED = timedelta(days=30)
SEEN_EVERY = timedelta(minutes=5)


@dataclass(frozen=True)
class Handle:
    """What a request knows of the session it came with."""

    digest: str
    number: str
    user_id: int
    data: dict[str, Any]
    seen_at: datetime
    is_remembered: bool
    is_complete: bool
    has_second_factor: bool
    made_at: datetime | None = None
    """Nothing in the request that begins it."""


def digest_of(secret: str) -> str:
    """Return what is kept of a cookie's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def find(engine: Engine, secret: str, now: datetime) -> Handle | None:
    """Return the session of this secret, if it still lives and its person may still sign in."""
    is_admin = exists().where(
        AssociationRight.user_id == UserSession.user_id, AssociationRight.role == AssociationRole.ADMIN
    )
    statement = (
        select(UserSession.__table__, User.disabled_at, User.erased_at, is_admin.label("is_admin"))
        .join(User, User.id == UserSession.user_id)
        .where(UserSession.digest == digest_of(secret))
    )
    with engine.connect() as connection:
        row = connection.execute(statement).mappings().one_or_none()
    if row is None or row["disabled_at"] or row["erased_at"]:
        return None
    idle = IDLE_ADMIN if row["is_admin"] else IDLE_REMEMBERED if row["is_remembered"] else IDLE
    if now - row["seen_at"] >= idle:
        return None
    kept = (
        "digest",
        "number",
        "user_id",
        "data",
        "seen_at",
        "is_remembered",
        "is_complete",
        "has_second_factor",
        "made_at",
    )
    return Handle(**{name: row[name] for name in kept})


def begin(engine: Engine, handle: Handle, *, browser: str | None, network: str | None) -> None:
    """Keep a new session."""
    values = {
        "digest": handle.digest,
        "number": handle.number,
        "user_id": handle.user_id,
        "data": handle.data,
        "made_at": handle.seen_at,
        "seen_at": handle.seen_at,
        "is_remembered": handle.is_remembered,
        "is_complete": handle.is_complete,
        "has_second_factor": handle.has_second_factor,
        "browser": browser,
        "network": network,
    }
    with writing(), engine.begin() as connection:
        connection.execute(insert(UserSession), values)


def save(engine: Engine, digest: str, *, data: dict[str, Any] | None, seen_at: datetime | None) -> None:
    """Keep what changed of a session; one that was ended meanwhile stays ended."""
    values: dict[str, Any] = {}
    if data is not None:
        values["data"] = data
    if seen_at is not None:
        values["seen_at"] = seen_at
    with writing(), engine.begin() as connection:
        connection.execute(update(UserSession).where(UserSession.digest == digest).values(values))


def end(engine: Engine, digest: str) -> None:
    """End one session."""
    with writing(), engine.begin() as connection:
        connection.execute(delete(UserSession).where(UserSession.digest == digest))


def of_user(user_id: int) -> Sequence[UserSession]:
    """Return a person's sessions, the latest seen first."""
    statement = (
        select(UserSession)
        .where(UserSession.user_id == user_id, UserSession.is_complete)
        .order_by(UserSession.seen_at.desc())
    )
    return db.session.scalars(statement).all()


def end_all(user_id: int, *, but: str | None = None) -> None:
    """End a person's sessions in this transaction, but for the one of this number."""
    statement = delete(UserSession).where(UserSession.user_id == user_id)
    db.session.execute(statement if but is None else statement.where(UserSession.number != but))


def end_one(user_id: int, number: str) -> bool:
    """End one of a person's sessions in this transaction; return whether there was one."""
    statement = delete(UserSession).where(UserSession.user_id == user_id, UserSession.number == number)
    return bool(db.session.execute(statement.returning(UserSession.number)).all())


def forget_idle(now: datetime) -> None:
    """Remove the rows that no idle time can save any more."""
    db.session.execute(delete(UserSession).where(UserSession.seen_at < now - IDLE_REMEMBERED))


def new_secret() -> tuple[str, str]:
    """Return a new secret of 256 bits for a cookie, and the number its owner's list shows."""
    return secrets.token_urlsafe(32), secrets.token_hex(6)
