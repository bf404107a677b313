"""The tables of opening hours: what is live of each museum, the days worked out from it, the school calendar."""

import enum
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, Enum, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Instant, Model, MuseumOwned, PublicContent
from portal.domain.hours.schedule import State
from portal.domain.hours.school import SchoolBreak


def _column(members: type[enum.Enum]) -> Enum:
    return Enum(members, native_enum=False, length=20, values_callable=lambda all_: [m.value for m in all_])


class MuseumHours(MuseumOwned, PublicContent, Model):
    """What is live of a museum's hours, as the two blocks were last published (`portal.domain.hours.snapshots`).

    One row a museum, whole: a page reads a museum's hours in one statement however many seasons it has.
    """

    __tablename__ = "museum_hours"

    museum_id: Mapped[int] = mapped_column(ForeignKey("museum.id", ondelete="CASCADE"), primary_key=True)
    hours: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    exceptions: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    """When somebody of the museum last published its hours, or said that they are still right."""
    confirmed_by_id: Mapped[int | None]


class OpeningDay(MuseumOwned, Model):
    """The state of one day of one museum: worked out from its hours in the transaction that publishes them.

    The date filter reads it. What it lacks is computed; rebuilding it changes nothing.
    """

    __tablename__ = "opening_day"
    __table_args__ = (Index("ix_opening_day_date_state", "date", "state", "museum_id"),)

    museum_id: Mapped[int] = mapped_column(
        ForeignKey("museum.id", ondelete="CASCADE"), primary_key=True, index=False
    )
    date: Mapped[date] = mapped_column(Date, primary_key=True)
    state: Mapped[State] = mapped_column(_column(State))


class SchoolHolidayRow(PublicContent, Model):
    """A school holiday of zone C, kept by the association (arrêtés of the ministry of Education)."""

    __tablename__ = "school_holiday"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[SchoolBreak] = mapped_column(_column(SchoolBreak))
    first: Mapped[date] = mapped_column(Date, unique=True)
    last: Mapped[date] = mapped_column(Date)


class HoursReminder(MuseumOwned, Model):
    """Something a museum was told about its hours, so that it is told once."""

    __tablename__ = "hours_reminder"

    museum_id: Mapped[int] = mapped_column(ForeignKey("museum.id", ondelete="CASCADE"), primary_key=True)
    subject: Mapped[str] = mapped_column(String(40), primary_key=True)
    sent_at: Mapped[datetime] = mapped_column(Instant)
