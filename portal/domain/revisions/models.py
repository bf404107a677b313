"""What a museum has written, block by block: every version whole, who wrote it, what became of it."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Enum, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Instant, Model, MuseumOwned

THE_MUSEUM = 0
"""The subject of a block that is the museum's own, and not one of its events or works."""


class State(enum.StrEnum):
    """What became of a revision."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    """Waits for somebody who may publish."""
    REFUSED = "refused"
    SCHEDULED = "scheduled"
    """Goes live by itself at `go_live_at`."""
    LIVE = "live"
    ARCHIVED = "archived"
    """Was live, or was overtaken before it was."""


class Revision(MuseumOwned, Model):
    """One version of a block, whole."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("museum_id", "kind", "subject_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[int] = mapped_column(Integer, default=THE_MUSEUM)
    number: Mapped[int]
    """1, 2, 3 within its block."""
    base_number: Mapped[int | None]
    """The version its author was reading."""
    snapshot: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[State] = mapped_column(
        Enum(
            State,
            native_enum=False,
            create_constraint=False,
            length=20,
            values_callable=lambda members: [member.value for member in members],
        ),
        index=True,
    )
    actor_id: Mapped[int | None]
    """Nobody for what the register said first."""
    on_behalf_of_museum: Mapped[bool] = mapped_column(default=False)
    """Written by the association for the museum."""
    channel: Mapped[str] = mapped_column(String(20))
    is_minor: Mapped[bool] = mapped_column(default=False)
    """A touch that leaves the other language right."""
    made_at: Mapped[datetime] = mapped_column(Instant)
    submitted_at: Mapped[datetime | None] = mapped_column(Instant)
    decided_at: Mapped[datetime | None] = mapped_column(Instant)
    decided_by_id: Mapped[int | None]
    refusal_reason: Mapped[str | None] = mapped_column(Text)
    go_live_at: Mapped[datetime | None] = mapped_column(Instant, index=True)
    live_at: Mapped[datetime | None] = mapped_column(Instant)
    archived_at: Mapped[datetime | None] = mapped_column(Instant)


class ContentBlock(MuseumOwned, Model):
    """The head of a block: which version is live, which is being written, and the count that tells two editors apart."""

    __tablename__ = "content_block"
    __table_args__ = (UniqueConstraint("museum_id", "kind", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[int] = mapped_column(Integer, default=THE_MUSEUM)
    version: Mapped[int]
    """Grows with every save: the one an editor read must be the one they write on."""
    live_id: Mapped[int | None]
    pending_id: Mapped[int | None]
    """The draft, submitted or scheduled revision, if there is one."""


class IdempotencyKey(Model):
    """A create form already answered: sent twice, it makes one thing."""

    __tablename__ = "idempotency_key"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(Instant)
    location: Mapped[str | None] = mapped_column(Text)
    """Where the first answer led."""
