"""Create forms carry a key: sent twice, they make one thing and lead to the same place."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from portal.db import db
from portal.domain.revisions.models import IdempotencyKey

KEPT = timedelta(days=2)
LONGEST = 64


def new_key() -> str:
    """Return a key for a form about to be shown."""
    return secrets.token_urlsafe(16)


def claim(key: str, user_id: int, now: datetime) -> tuple[bool, str | None]:
    """Take a key: true for who comes first; else false, and where the first answer led, if it is known yet."""
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    take = dialect.insert(IdempotencyKey).values(key=_whole(key, user_id), user_id=user_id, made_at=now)
    taken = db.session.execute(take.on_conflict_do_nothing().returning(IdempotencyKey.key)).all()
    if taken:
        return True, None
    where = select(IdempotencyKey.location).where(IdempotencyKey.key == _whole(key, user_id))
    return False, db.session.scalar(where)


def answered(key: str, user_id: int, location: str) -> None:
    """Remember where the answer led."""
    done = update(IdempotencyKey).where(IdempotencyKey.key == _whole(key, user_id)).values(location=location)
    db.session.execute(done)


def forget_old_keys(now: datetime) -> None:
    """Remove keys of forms that nobody sends again."""
    db.session.execute(delete(IdempotencyKey).where(IdempotencyKey.made_at < now - KEPT))


def _whole(key: str, user_id: int) -> str:
    """Return the key as it is kept: one person's keys are not another's."""
    return f"{user_id}:{key}"[:LONGEST]
