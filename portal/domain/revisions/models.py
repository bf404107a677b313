"""The tables of what museums write: every revision of every block, and the head that says where each stands."""

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Enum, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Instant, Model, MuseumOwned
from portal.domain.revisions.blocks import Snapshot, block_of

WHOLE_MUSEUM = 0
"""The subject of a block that is about the museum itself: a number, since no two nulls are equal in an index."""


class State(enum.Enum):
    """Where a revision stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    REFUSED = "refused"
    SCHEDULED = "scheduled"
    LIVE = "live"
    ARCHIVED = "archived"
    """Replaced: by a later one if it was live, else before anybody saw it."""


class Review(enum.Enum):
    """Whether the association is to read a text, before or after the public does."""

    NONE = "none"
    """Nobody asks it to."""
    WAITING = "waiting"
    """It is to: before a submitted or planned text appears, or after a live one has."""
    DONE = "done"
    """It did, and decided; or it wrote the text itself."""


JOB = "job"
"""The channel of what nobody wrote: the night's work, which carries on what people did."""

DEMONSTRATION = "demo"
"""The channel of invented content, taken back whole by who takes back the demonstration."""

PENDING = (State.DRAFT, State.SUBMITTED, State.SCHEDULED)
"""The states that may still lead to the public."""


def words_column(members: type[enum.Enum]) -> Enum:
    """Return a column that keeps the words of an enumeration."""
    return Enum(members, native_enum=False, length=20, values_callable=lambda all_: [m.value for m in all_])


@dataclass(frozen=True)
class Key:
    """Which block: a museum's, of a kind, about a subject of its own or the museum itself."""

    museum_id: int
    kind: str
    subject_id: int = WHOLE_MUSEUM


@dataclass(frozen=True)
class Author:
    """Who writes, for whom and through which door; people are named by their number only."""

    actor_id: int | None
    channel: str = "web"
    on_behalf_of_id: int | None = None
    is_association: bool = False
    """Whether they act with the association's right to review: no policy holds them back."""

    @property
    def is_reviewed(self) -> bool:
        """Whether a policy applies to what they write; it does not to what nobody of a museum wrote."""
        return not self.is_association and self.channel not in {DEMONSTRATION, JOB}


class Revision(MuseumOwned, Model):
    """A block's whole content as somebody once wrote it."""

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("museum_id", "kind", "subject_id", "number"),
        Index("ix_revision_state_go_live_at", "state", "go_live_at"),
        Index("ix_revision_review", "review"),
        Index("ix_revision_state_expire_at", "state", "expire_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[int] = mapped_column(default=WHOLE_MUSEUM)
    number: Mapped[int]
    """The version of the block that writing it made."""
    base_number: Mapped[int | None]
    """The revision it was written on."""
    snapshot: Mapped[Snapshot] = mapped_column(JSON)
    state: Mapped[State] = mapped_column(words_column(State))
    actor_id: Mapped[int | None] = mapped_column(index=True)
    on_behalf_of_id: Mapped[int | None]
    channel: Mapped[str] = mapped_column(String(20))
    minor: Mapped[bool] = mapped_column(default=False)
    """A touch that leaves the meaning, so that translations stay right."""
    created_at: Mapped[datetime] = mapped_column(Instant)
    submitted_at: Mapped[datetime | None] = mapped_column(Instant)
    decided_at: Mapped[datetime | None] = mapped_column(Instant)
    decided_by_id: Mapped[int | None]
    refusal_reason: Mapped[str | None] = mapped_column(Text)
    refused_fields: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    """The fields to be taken up again, where the refusal names some."""
    review: Mapped[Review] = mapped_column(
        words_column(Review), default=Review.NONE, server_default=Review.NONE.value
    )
    go_live_at: Mapped[datetime | None] = mapped_column(Instant)
    live_at: Mapped[datetime | None] = mapped_column(Instant)
    archived_at: Mapped[datetime | None] = mapped_column(Instant)
    expire_at: Mapped[datetime | None] = mapped_column(Instant)
    """Of a planned or a live one, when it gives way to what was shown before it."""
    binned_at: Mapped[datetime | None] = mapped_column(Instant, index=True)
    """When somebody gave it up, or took it off the page: it lies in the museum's bin for 30 days."""
    binned_by_id: Mapped[int | None]

    @property
    def key(self) -> Key:
        """Which block it is of."""
        return Key(self.museum_id, self.kind, self.subject_id)

    @property
    def author(self) -> Author:
        """Who wrote it."""
        return Author(self.actor_id, self.channel, self.on_behalf_of_id)

    @property
    def content(self) -> Snapshot:
        """The snapshot as its kind reads it today."""
        return block_of(self.kind).complete(self.snapshot)

    @property
    def is_pending(self) -> bool:
        """Whether it may still lead to the public."""
        return self.state in PENDING

    def is_written_by(self, author: Author) -> bool:
        """Return whether the same person wrote it, through the same door and for the same one."""
        return (self.actor_id, self.channel, self.on_behalf_of_id) == (
            author.actor_id,
            author.channel,
            author.on_behalf_of_id,
        )


class ContentBlock(MuseumOwned, Model):
    """The head of a block: its version, what the public reads and what waits."""

    __tablename__ = "content_block"
    __table_args__ = (UniqueConstraint("museum_id", "kind", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[int] = mapped_column(default=WHOLE_MUSEUM)
    version: Mapped[int]
    live_revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id", ondelete="SET NULL"))
    draft_revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id", ondelete="SET NULL"))
    """What waits or was refused, until something else is written."""


def own(model: Any, key: Key) -> tuple[Any, ...]:
    """Return the conditions for the rows of one block."""
    return model.museum_id == key.museum_id, model.kind == key.kind, model.subject_id == key.subject_id
