"""Départements and towns, with the names their people give them."""

from typing import Literal

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Model, PublicContent, Translated, TranslatedText


class Departement(PublicContent, Model):
    """A French département; only those of the region appear on the site."""

    __tablename__ = "departement"

    code: Mapped[str] = mapped_column(String(3), primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[Translated] = mapped_column(TranslatedText)
    region: Mapped[str] = mapped_column(String(80), index=True)


class Town(PublicContent, Model):
    """A commune that has at least one museum of the register."""

    __tablename__ = "town"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    insee: Mapped[str | None] = mapped_column(String(5), unique=True)
    """The INSEE code; unknown for a town that only a Muséofile file has named."""
    name: Mapped[Translated] = mapped_column(TranslatedText)
    sort_key: Mapped[str] = mapped_column(Text, index=True)
    departement_code: Mapped[str] = mapped_column(ForeignKey("departement.code"), index=True)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    postcodes: Mapped[list[str]] = mapped_column(JSON, default=list)
    spellings: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Other spellings that the Muséofile has used, folded."""
    also_called: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Other names people search it by."""

    departement: Mapped[Departement] = relationship()

    @property
    def local_language(self) -> Literal["oc", "ca"]:
        """The language of the town's second name."""
        return self.name.local
