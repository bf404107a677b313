"""The table of what is known of addresses; whose they are is read from what museums have published."""

import enum
from datetime import datetime

from sqlalchemy import Enum, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Instant, Model

LONGEST = 2_000


class Standing(enum.StrEnum):
    """How a link stands, as somebody who follows it finds it."""

    WORKS = "works"
    MOVED = "moved"
    """It leads somewhere else, for good."""
    GONE = "gone"
    """It leads nowhere."""
    UNREACHABLE = "unreachable"
    """Nobody answers for now."""
    CERTIFICATE = "certificate"
    """The browser warns before it opens."""


class LinkCheck(Model):
    """An address that some museum has published, and how it stood when it was last followed."""

    __tablename__ = "link_check"

    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column(String(LONGEST), unique=True)
    standing: Mapped[Standing | None] = mapped_column(
        Enum(Standing, native_enum=False, length=20, values_callable=lambda all_: [m.value for m in all_])
    )
    """As it was last found; nothing before the first time."""
    since: Mapped[datetime | None] = mapped_column(Instant)
    """When it was first found so."""
    times: Mapped[int] = mapped_column(default=0)
    """How often it was found so in a row."""
    moved_to: Mapped[str | None] = mapped_column(Text)
    checked_at: Mapped[datetime | None] = mapped_column(Instant)
    due_at: Mapped[datetime] = mapped_column(Instant, index=True)
    claimed_at: Mapped[datetime | None] = mapped_column(Instant)
