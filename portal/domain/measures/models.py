"""The table of measures: for a museum, a day, a kind and a language, one number. Nothing of who, whence or when in the day."""

import enum
from datetime import date

from sqlalchemy import Date, Enum, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Model, MuseumOwned

EVERY_LANGUAGE = "mul"
"""The language of what answers in all of them at once, as ISO 639-2 writes it: the API."""


class Kind(enum.Enum):
    """What is counted."""

    VIEW = "view"
    """The museum's page was opened."""
    ROUTE = "route"
    """The way there was asked for."""
    CALL = "call"
    SITE = "site"
    """The museum's own site was opened."""
    API = "api"
    """A program read this museum alone."""
    SEARCH = "search"
    """The page was opened from a search or a filtered list of the portal: one view more, told apart."""
    SEARCH_OPEN = "search-open"
    """… and that search asked when it is open."""
    SEARCH_FREE = "search-free"
    SEARCH_ACCESS = "search-access"
    SEARCH_SHELTER = "search-shelter"
    SEARCH_NEAR = "search-near"


class Measure(MuseumOwned, Model):
    """One number. It is no public content: counting moves no content version."""

    __tablename__ = "museum_measure"

    museum_id: Mapped[int] = mapped_column(ForeignKey("museum.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    """In Europe/Paris."""
    kind: Mapped[Kind] = mapped_column(
        Enum(Kind, native_enum=False, length=20, values_callable=lambda members: [m.value for m in members]),
        primary_key=True,
    )
    language: Mapped[str] = mapped_column(String(3), primary_key=True)
    count: Mapped[int]
