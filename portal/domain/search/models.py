"""What can be found: a row for each public object and language."""

import enum

from sqlalchemy import Enum, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Model, PublicContent, Translated, TranslatedText


class Kind(enum.StrEnum):
    """What an entry is about."""

    MUSEUM = "museum"
    TOWN = "town"
    THEME = "theme"
    EVENT = "event"
    WORK = "work"


class SearchEntry(PublicContent, Model):
    """What one public object says in one language, ready to be searched; only `search.index` writes it.

    It belongs to no museum, because it holds nothing that is not already public (docs/decisions/0003-search.md).
    The words of all entries stand again in `search_text_index`, in each database's own kind of index.
    """

    __tablename__ = "search_entry"
    __table_args__ = (UniqueConstraint("kind", "object_id", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind] = mapped_column(
        Enum(Kind, native_enum=False, length=20, values_callable=lambda members: [m.value for m in members]),
    )
    object_id: Mapped[int]
    language: Mapped[str] = mapped_column(String(2))
    """`fr`, `oc`, or `ca` for the Catalan names of places."""
    slug: Mapped[str] = mapped_column(Text)
    """The address part of its page."""
    title: Mapped[str] = mapped_column(Text)
    detail: Mapped[Translated | None] = mapped_column(TranslatedText)
    """What tells it apart from another of the same title: a museum's town, a town's département."""
    weight: Mapped[int]
    """Which goes first among equals: the heavier."""
    sort_key: Mapped[str] = mapped_column(Text)
    """Which goes first among equals of one kind: the order of its lists."""
    title_words: Mapped[str] = mapped_column(Text)
    """The plain words of the title, each between two spaces; so are the three others."""
    title_stems: Mapped[str] = mapped_column(Text)
    body_words: Mapped[str] = mapped_column(Text)
    body_stems: Mapped[str] = mapped_column(Text)
