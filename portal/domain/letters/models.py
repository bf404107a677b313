"""The outbox: one row a letter, with what became of it."""

import enum
from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Instant, Language, Model
from portal.domain.letters.veil import is_veiled


class State(enum.StrEnum):
    """What became of a letter."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    """Given up after the last try."""
    BOUNCED = "bounced"
    """Came back, or was refused for good."""


class Letter(Model):
    """A letter to one person, in their language. Erasure empties it."""

    __tablename__ = "letter"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    to_email: Mapped[str | None] = mapped_column(String(254), index=True)
    to_name: Mapped[str] = mapped_column(Text, default="")
    user_id: Mapped[int | None] = mapped_column(index=True)
    invitation_id: Mapped[int | None] = mapped_column(index=True)
    language: Mapped[Language] = mapped_column(String(2))
    subject: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(Instant, index=True)
    due_at: Mapped[datetime | None] = mapped_column(Instant, index=True)
    """When to try next; nothing once its fate is known."""
    claimed_at: Mapped[datetime | None] = mapped_column(Instant)
    """Since when somebody is sending it."""
    attempts: Mapped[int] = mapped_column(default=0)
    trouble: Mapped[str | None] = mapped_column(Text)
    """What the other side last said."""
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    failed_at: Mapped[datetime | None] = mapped_column(Instant)
    bounced_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def may_leave_again(self) -> bool:
        """Whether it still says all it has to: a link that was sent is no longer kept."""
        return self.to_email is not None and not is_veiled(self.text)

    @property
    def state(self) -> State:
        """What became of it."""
        if self.bounced_at:
            return State.BOUNCED
        if self.sent_at:
            return State.SENT
        return State.FAILED if self.failed_at else State.WAITING
