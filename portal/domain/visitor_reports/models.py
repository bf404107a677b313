"""The tables of what visitors report: the report, the address to answer at, the tries of a day, the doubts shown."""

import enum
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, Enum, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Instant, Language, Model, MuseumOwned, PublicContent
from portal.domain.visitor_reports.vocabulary import Fact, Happening, State


def _column(members: type[enum.Enum]) -> Enum:
    return Enum(members, native_enum=False, length=20, values_callable=lambda all_: [m.value for m in all_])


class VisitorReport(MuseumOwned, Model):
    """A visitor says that a fact of a museum's page is wrong; who they are is nowhere in it."""

    __tablename__ = "visitor_report"
    __table_args__ = (Index("ix_visitor_report_state_received_at", "state", "received_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    fact: Mapped[Fact] = mapped_column(_column(Fact))
    happening: Mapped[Happening | None] = mapped_column(_column(Happening))
    day: Mapped[date | None] = mapped_column(Date)
    around: Mapped[str | None] = mapped_column(String(40))
    """About what time, as it was typed."""
    words: Mapped[str | None] = mapped_column(Text)
    language: Mapped[Language] = mapped_column(String(2))
    """That of the page the visitor read."""
    said: Mapped[dict[str, Any]] = mapped_column(JSON)
    """What the page said of the fact, as the visitor read it."""
    reporter: Mapped[str | None] = mapped_column(String(64))
    """Tells one reporter of this fact from another, and nothing else; emptied when it is closed."""
    state: Mapped[State] = mapped_column(_column(State), default=State.OPEN)
    received_at: Mapped[datetime] = mapped_column(Instant)
    told_at: Mapped[datetime | None] = mapped_column(Instant)
    """When a letter told the museum of it."""
    handed_at: Mapped[datetime | None] = mapped_column(Instant)
    """When a letter told the association of it."""
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_by_id: Mapped[int | None]
    answer: Mapped[str | None] = mapped_column(Text)

    @property
    def is_open(self) -> bool:
        """Whether it still waits for the museum."""
        return self.state is State.OPEN


class ReporterAddress(Model):
    """Where to answer a report: a table of its own, so that no museum reads it and one statement forgets a person."""

    __tablename__ = "visitor_report_address"

    report_id: Mapped[int] = mapped_column(
        ForeignKey("visitor_report.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    email: Mapped[str] = mapped_column(String(254), index=True)
    given_at: Mapped[datetime] = mapped_column(Instant)


class ReportTry(Model):
    """A report taken, for the limits of a day: two digests whose key changes every day."""

    __tablename__ = "visitor_report_try"

    id: Mapped[int] = mapped_column(primary_key=True)
    network: Mapped[str] = mapped_column(String(64), index=True)
    place: Mapped[str] = mapped_column(String(64), index=True)
    """The museum, whose number would make the table that museum's own."""
    at: Mapped[datetime] = mapped_column(Instant, index=True)


class DoubtedFact(MuseumOwned, PublicContent, Model):
    """A fact of whose truth the public page warns: made of the open reports, and gone with them."""

    __tablename__ = "doubted_fact"

    museum_id: Mapped[int] = mapped_column(ForeignKey("museum.id", ondelete="CASCADE"), primary_key=True)
    fact: Mapped[Fact] = mapped_column(_column(Fact), primary_key=True)
    reporters: Mapped[int]
    """How many people say so."""
