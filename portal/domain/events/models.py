"""The tables of events: what is live of each, and its dates, ready to be asked by day."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Instant, Model, MuseumOwned, PublicContent, Translated, TranslatedText


class Event(MuseumOwned, PublicContent, Model):
    """An event of a museum. The row is its identity, made with its first draft; its columns are what is live."""

    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_is_live_run_last", "is_live", "run_last"),
        Index("ix_event_museum_id_is_live", "museum_id", "is_live"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    short_id: Mapped[str] = mapped_column(String(12), unique=True)
    """What its address ends in, whatever its title becomes."""
    slug: Mapped[str] = mapped_column(String(120))
    """The words before the short id in its address, from its title."""
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)
    sequence: Mapped[int] = mapped_column(default=0)
    """How often what calendars hold of it has changed: RFC 5545's SEQUENCE."""
    is_live: Mapped[bool] = mapped_column(default=False)
    removed_at: Mapped[datetime | None] = mapped_column(Instant)
    """When it was put in the bin."""
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="SET NULL"))
    """The event this one turned out to be."""

    content: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """What is live, without its dates (`snapshots`)."""
    title: Mapped[Translated | None] = mapped_column(TranslatedText)
    type: Mapped[str | None] = mapped_column(String(20), index=True)
    host_id: Mapped[int | None] = mapped_column(ForeignKey("museum.id", ondelete="SET NULL"), index=True)
    """The museum it takes place at, where that is another one."""
    town_id: Mapped[int | None] = mapped_column(ForeignKey("town.id"), index=True)
    """The town it takes place in, where the guide knows it."""
    departement: Mapped[str | None] = mapped_column(String(3), index=True)
    operation: Mapped[str | None] = mapped_column(String(60), index=True)
    age_from: Mapped[int | None]
    age_to: Mapped[int | None]
    price_kind: Mapped[str | None] = mapped_column(String(10))
    tags: Mapped[str] = mapped_column(Text, default="|")
    """What filters ask for, as `|public:famille|langue:oc|`: few rows of a day are read for it."""
    run_first: Mapped[date | None]
    run_last: Mapped[date | None]
    """The days of an exhibition; a permanent one has the last day there is."""

    occurrences: Mapped[list["EventDate"]] = relationship(
        back_populates="event", order_by="EventDate.starts_at", passive_deletes=True
    )


class EventDate(MuseumOwned, PublicContent, Model):
    """A live date of an event."""

    __tablename__ = "event_date"
    __table_args__ = (
        UniqueConstraint("event_id", "key"),
        Index("ix_event_date_starts_on_ends_on", "starts_on", "ends_on"),
        Index("ix_event_date_event_id_starts_at", "event_id", "starts_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(40))
    starts_at: Mapped[datetime] = mapped_column(Instant, index=True)
    ends_at: Mapped[datetime | None] = mapped_column(Instant)
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    """The days in Europe/Paris, both included."""
    standing: Mapped[str] = mapped_column(String(20))
    """Where it stands, the whole event's standing taken into account."""
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    """The date as snapshots keep it."""

    event: Mapped[Event] = relationship(back_populates="occurrences")


class EventPartner(MuseumOwned, PublicContent, Model):
    """A museum that an event names as its host or as a co-organiser: it shows the event too, unless it declines."""

    __tablename__ = "event_partner"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    partner_id: Mapped[int] = mapped_column(
        ForeignKey("museum.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class EventDecline(MuseumOwned, PublicContent, Model):
    """A museum that an event of another one names, and that does not want it on its pages."""

    __tablename__ = "event_decline"

    museum_id: Mapped[int] = mapped_column(ForeignKey("museum.id", ondelete="CASCADE"), primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    declined_at: Mapped[datetime] = mapped_column(Instant)
