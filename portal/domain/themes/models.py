"""The association's grand themes and labels, and the register's spellings that lead to themes."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Model, PublicContent, Translated, TranslatedText


class Theme(PublicContent, Model):
    """One of the grand themes a visitor may enter by."""

    __tablename__ = "theme"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[Translated] = mapped_column(TranslatedText)
    text: Mapped[Translated | None] = mapped_column(TranslatedText)
    """What the theme is about, in the association's words."""
    position: Mapped[int]
    """The association's order."""
    cover: Mapped[str] = mapped_column(String(40))
    """The drawing of its door and of its museums' covers (see `portal.domain.covers`)."""


class DomainSpelling(Model):
    """A spelling of a domain in the Muséofile register, and the theme it means."""

    __tablename__ = "domain_spelling"

    spelling: Mapped[str] = mapped_column(String(120), primary_key=True)
    """Folded, since the register writes both `Beaux-arts` and `Beaux-Arts`."""
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id"), index=True)


class Label(PublicContent, Model):
    """A label a museum may bear, such as Musée de France."""

    __tablename__ = "label"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[Translated] = mapped_column(TranslatedText)
    text: Mapped[Translated | None] = mapped_column(TranslatedText)
    """What it means, in the association's words."""
    keeper: Mapped[Translated | None] = mapped_column(TranslatedText)
    """Who gives it."""
    website: Mapped[str | None] = mapped_column(Text)
    """Where who gives it explains it."""
    position: Mapped[int]
