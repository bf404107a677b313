"""The table of secret links to previews."""

from datetime import datetime

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Door, Instant, Model

LONGEST_NOTE = 80


class PreviewLink(Door, Model):
    """A link that shows somebody without an account what waits of one museum; followed before any museum is in scope."""

    __tablename__ = "preview_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    """Of the secret in its address: reading the table opens nothing."""
    kinds: Mapped[list[str]] = mapped_column(JSON)
    """The kinds of block it shows as they wait; the others are shown as they are published."""
    note: Mapped[str] = mapped_column(String(LONGEST_NOTE), default="")
    """For whom it is, as its maker says."""
    made_at: Mapped[datetime] = mapped_column(Instant)
    made_by_id: Mapped[int]
    expires_at: Mapped[datetime] = mapped_column(Instant)
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)
    opened_at: Mapped[datetime | None] = mapped_column(Instant)
    """When somebody last followed it."""
