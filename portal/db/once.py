"""What was made once must not be made twice: the keys of the forms that made something, and where it is."""

from datetime import datetime

from sqlalchemy import String, Text, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from portal.db.base import Model
from portal.db.claims import insert_or_nothing, rows_changed
from portal.db.instants import Instant


class IdempotencyKey(Model):
    """The key of a form that somebody sent, and the address it led to."""

    __tablename__ = "idempotency_key"

    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    made_at: Mapped[datetime] = mapped_column(Instant, index=True)
    location: Mapped[str] = mapped_column(Text)


def once(session: Session, key: str, user_id: int, now: datetime) -> str | None:
    """Claim a key for the rest of the transaction; return where the same form led before, or nothing.

    A second sending waits for the first to end, and finds its address; if the first is undone, it makes the thing.
    """
    if insert_or_nothing(session, IdempotencyKey, key=key, user_id=user_id, made_at=now, location=""):
        return None
    found = select(IdempotencyKey.location).where(
        IdempotencyKey.key == key, IdempotencyKey.user_id == user_id
    )
    return session.scalar(found)


def led_to(session: Session, key: str, user_id: int, location: str) -> None:
    """Keep where a claimed key led."""
    own = update(IdempotencyKey).where(IdempotencyKey.key == key, IdempotencyKey.user_id == user_id)
    rows_changed(session, own.values(location=location))


def clean(session: Session, before: datetime) -> int:
    """Forget the keys made before an instant, and return how many there were."""
    return rows_changed(session, delete(IdempotencyKey).where(IdempotencyKey.made_at < before))
