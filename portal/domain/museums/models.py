"""The museum, what the register says of it, and what it says of itself."""

import enum
from datetime import date, datetime

from sqlalchemy import JSON, Date, Enum, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Instant, Model, MuseumOwned, PublicContent, Tenant, Translated, TranslatedText
from portal.domain.museums import links
from portal.domain.places.models import Town
from portal.domain.themes.models import Label, Theme


class Museum(Tenant, PublicContent, Model):
    """A museum of the network: the tenant. Its columns are facts of the register, kept by the association.

    What the museum writes of itself is its `MuseumProfile`, which no import touches.
    """

    __tablename__ = "museum"

    id: Mapped[int] = mapped_column(primary_key=True)
    museofile_id: Mapped[str | None] = mapped_column(String(10), unique=True)
    former_ref: Mapped[str | None] = mapped_column(String(7), unique=True)
    """The 7-digit reference of the register before 2022."""
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    official_name: Mapped[str] = mapped_column(Text)
    usage_name: Mapped[Translated] = mapped_column(TranslatedText)
    """The name people say, chosen by the association."""
    street: Mapped[str | None] = mapped_column(Text)
    place: Mapped[str | None] = mapped_column(Text)
    postcode: Mapped[str | None] = mapped_column(String(5), index=True)
    town_id: Mapped[int] = mapped_column(ForeignKey("town.id"), index=True)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    phone: Mapped[str | None] = mapped_column(Text)
    website: Mapped[str | None] = mapped_column(Text)
    domains: Mapped[list[str]] = mapped_column(JSON, default=list)
    """The register's domains, as it spells them."""
    cover_salt: Mapped[int] = mapped_column(default=0)
    """Tells apart the covers of museums of one town (see `portal.domain.covers`)."""
    archived_at: Mapped[datetime | None] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)

    town: Mapped[Town] = relationship()
    profile: Mapped["MuseumProfile | None"] = relationship(back_populates="museum", passive_deletes=True)
    themes: Mapped[list["MuseumTheme"]] = relationship(
        order_by="MuseumTheme.position",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )
    labels: Mapped[list["MuseumLabel"]] = relationship(cascade="all, delete-orphan", passive_deletes=True)

    @property
    def name(self) -> Translated:
        """The name to show: the museum's own, else the association's; language by language."""
        own, known = self.profile.usage_name if self.profile else None, self.usage_name
        if own is None:
            return known
        return own if own.oc else Translated(own.fr, known.oc, known.local)

    @property
    def shown_phone(self) -> str | None:
        """The telephone to show: the museum's own, else the register's."""
        return (self.profile and self.profile.phone) or self.phone

    @property
    def shown_website(self) -> str | None:
        """The site to show: the museum's own, else the register's."""
        return (self.profile and self.profile.website) or self.website

    @property
    def shown_email(self) -> str | None:
        """The address for letters to show; the register has none."""
        return self.profile.email if self.profile else None

    @property
    def shown_street(self) -> str | None:
        """The street to show: the museum's correction, else the register's."""
        return (self.profile and self.profile.street) or self.street

    @property
    def shown_place(self) -> str | None:
        """The place to show, such as a castle: the museum's correction, else the register's."""
        return (self.profile and self.profile.place) or self.place

    @property
    def shown_postcode(self) -> str | None:
        """The postcode to show: the museum's correction, else the register's."""
        return (self.profile and self.profile.postcode) or self.postcode

    @property
    def presentation(self) -> Translated | None:
        """What the museum says of itself in a few sentences, once it has."""
        return self.profile.presentation if self.profile else None

    @property
    def shown_booking(self) -> str | None:
        """Where visitors book, if they may; the register has nothing."""
        return self.profile.booking if self.profile else None

    @property
    def shown_links(self) -> list[tuple[str, str]]:
        """The other places where the museum is: a name and an address each."""
        return links.shown(self.profile.networks, self.profile.other_links) if self.profile else []

    @property
    def principal_theme(self) -> Theme | None:
        """The theme set by hand, if one is."""
        return next((own.theme for own in self.themes if own.is_principal), None)

    @property
    def is_archived(self) -> bool:
        """Whether the museum has left the register."""
        return self.archived_at is not None


class MuseumProfile(MuseumOwned, PublicContent, Model):
    """What the museum writes of itself; each value given here is shown instead of the register's."""

    __tablename__ = "museum_profile"

    museum_id: Mapped[int] = mapped_column(ForeignKey("museum.id", ondelete="CASCADE"), primary_key=True)
    usage_name: Mapped[Translated | None] = mapped_column(TranslatedText)
    title_line: Mapped[Translated | None] = mapped_column(TranslatedText)
    """The title of the presentation, in a few words."""
    presentation: Mapped[Translated | None] = mapped_column(TranslatedText)
    """In a few sentences, in paragraphs without marks."""
    long_text: Mapped[Translated | None] = mapped_column(TranslatedText)
    """This one and the next three are HTML, cleaned by `portal.domain.rich_text`."""
    history: Mapped[Translated | None] = mapped_column(TranslatedText)
    building: Mapped[Translated | None] = mapped_column(TranslatedText)
    practical_notes: Mapped[Translated | None] = mapped_column(TranslatedText)
    booking: Mapped[str | None] = mapped_column(Text)
    networks: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    """Addresses by the names of `links.NETWORKS`."""
    other_links: Mapped[list[dict[str, str]] | None] = mapped_column(JSON(none_as_null=True))
    phone: Mapped[str | None] = mapped_column(Text)
    website: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    street: Mapped[str | None] = mapped_column(Text)
    place: Mapped[str | None] = mapped_column(Text)
    postcode: Mapped[str | None] = mapped_column(String(5))

    museum: Mapped[Museum] = relationship(back_populates="profile")


class SetBy(enum.Enum):
    """Who gave a museum one of its themes or labels."""

    ASSOCIATION = "association"
    REGISTER = "register"


_SET_BY = Enum(
    SetBy, native_enum=False, length=20, values_callable=lambda members: [m.value for m in members]
)


class MuseumTheme(MuseumOwned, PublicContent, Model):
    """A theme of a museum; the one at position 0, set by hand, is its principal theme."""

    __tablename__ = "museum_theme"

    museum_id: Mapped[int] = mapped_column(ForeignKey("museum.id", ondelete="CASCADE"), primary_key=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id"), primary_key=True, index=True)
    position: Mapped[int]
    set_by: Mapped[SetBy] = mapped_column(_SET_BY)

    theme: Mapped[Theme] = relationship()

    @property
    def is_principal(self) -> bool:
        """Whether this is the museum's principal theme."""
        return self.position == 0


class MuseumLabel(MuseumOwned, PublicContent, Model):
    """A label a museum bears, from a day to a day where they are known, both included."""

    __tablename__ = "museum_label"

    museum_id: Mapped[int] = mapped_column(ForeignKey("museum.id", ondelete="CASCADE"), primary_key=True)
    label_id: Mapped[int] = mapped_column(ForeignKey("label.id"), primary_key=True, index=True)
    since: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    proof: Mapped[str | None] = mapped_column(Text)
    """The address or the reference of the decision that gives it."""
    set_by: Mapped[SetBy] = mapped_column(_SET_BY, default=SetBy.REGISTER)

    label: Mapped[Label] = relationship()


class FormerSlug(MuseumOwned, Model):
    """An address part a museum had before; it leads to today's."""

    __tablename__ = "museum_former_slug"

    slug: Mapped[str] = mapped_column(String(120), primary_key=True)
