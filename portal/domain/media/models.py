"""The tables of pictures: what is kept of each file, and what is live of each museum's pictures."""

import enum
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, Enum, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Instant, Model, MuseumOwned, PublicContent
from portal.domain.media.vocabulary import Format, Seen, State


def _column(members: type[enum.Enum]) -> Enum:
    return Enum(members, native_enum=False, length=20, values_callable=lambda all_: [m.value for m in all_])


class Picture(MuseumOwned, Model):
    """A file that a museum has sent: its original, kept for nobody to see, and the copies made of it.

    What is said of it (description, credit, rights, order) is in the block "pictures" of revisions.
    """

    __tablename__ = "picture"
    __table_args__ = (
        Index("uq_picture_museum_id_digest", "museum_id", "digest", unique=True),
        Index("ix_picture_embargo", "is_live", "embargo"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(32), unique=True)
    """What the addresses of its copies carry: drawn at random, so that nobody guesses one before it is shown."""
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the original; the same file sent twice is one picture."""
    filename: Mapped[str] = mapped_column(String(120))
    """The name it came with, for its museum to know it by; no file is ever called so."""
    format: Mapped[Format] = mapped_column(_column(Format))
    bytes: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    """Upright, in pixels."""
    state: Mapped[State] = mapped_column(_column(State), default=State.WAITING)
    sets: Mapped[list[str]] = mapped_column(JSON, default=list)
    """The sets of copies that are made: `entire`, and one for each point of interest."""
    wanted: Mapped[str | None] = mapped_column(String(7), index=True)
    """The set of copies that is still to be made, as the text being written asks."""
    claimed_at: Mapped[datetime | None] = mapped_column(Instant)
    """When a worker began to make it."""
    tries: Mapped[int] = mapped_column(default=0)
    is_live: Mapped[bool] = mapped_column(default=False)
    """Whether the museum's published pictures name it; what `/media/` asks."""
    embargo: Mapped[date | None] = mapped_column(Date)
    """Of a live one, the day from which it is shown."""
    added_at: Mapped[datetime] = mapped_column(Instant)
    added_by_id: Mapped[int | None]
    removed_at: Mapped[datetime | None] = mapped_column(Instant, index=True)
    """When it was put into the bin; its files go 30 days later, unless something still needs them."""

    @property
    def original(self) -> str:
        """The name of its original in the store."""
        return f"originals/{self.museum_id}/{self.digest}.{self.format.value}"

    @property
    def seen(self) -> Seen:
        """What its file turned out to be."""
        return Seen(self.format, self.width, self.height)


class MuseumPictures(MuseumOwned, PublicContent, Model):
    """What is live of a museum's pictures, as the block was last published: one row a museum, whole."""

    __tablename__ = "museum_pictures"

    museum_id: Mapped[int] = mapped_column(ForeignKey("museum.id", ondelete="CASCADE"), primary_key=True)
    pictures: Mapped[dict[str, Any]] = mapped_column(JSON)


def copy_name(token: str, set_: str, name: str) -> str:
    """Return the name of a copy in the store."""
    return f"copies/{token[:2]}/{token}/{set_}/{name}"
