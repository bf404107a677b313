"""What may be asked about reports, in a scope that sees their museum."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.domain.visitor_reports.doubts import UNANSWERED
from portal.domain.visitor_reports.models import ReporterAddress, VisitorReport
from portal.domain.visitor_reports.vocabulary import State

MOST = 200
"""As many closed ones as a list shows."""


def open_of(session: Session, museum_id: int) -> Sequence[VisitorReport]:
    """Return the reports that wait for a museum, the oldest first."""
    own = select(VisitorReport).where(VisitorReport.museum_id == museum_id, VisitorReport.state == State.OPEN)
    return session.scalars(own.order_by(VisitorReport.received_at, VisitorReport.id)).all()


def closed_of(session: Session, museum_id: int) -> Sequence[VisitorReport]:
    """Return the reports that a museum has closed, the latest first."""
    own = select(VisitorReport).where(VisitorReport.museum_id == museum_id, VisitorReport.state != State.OPEN)
    return session.scalars(own.order_by(VisitorReport.closed_at.desc(), VisitorReport.id).limit(MOST)).all()


def count_open(session: Session, museum_id: int) -> int:
    """Return how many reports wait for a museum."""
    own = (VisitorReport.museum_id == museum_id, VisitorReport.state == State.OPEN)
    return session.scalar(select(func.count()).select_from(VisitorReport).where(*own)) or 0


def find(session: Session, museum_id: int, number: int) -> VisitorReport | None:
    """Return a report of this museum."""
    own = select(VisitorReport).where(VisitorReport.museum_id == museum_id, VisitorReport.id == number)
    return session.scalar(own)


def waits_for_answer(session: Session, report: VisitorReport) -> bool:
    """Return whether somebody left an address to be answered at."""
    return session.get(ReporterAddress, report.id) is not None


def everywhere(session: Session, states: Sequence[State]) -> Sequence[VisitorReport]:
    """Return the reports of every museum in these states: those that wait, the oldest first; else the latest."""
    found = select(VisitorReport).where(VisitorReport.state.in_(states))
    order = (
        (VisitorReport.received_at, VisitorReport.id)
        if State.OPEN in states
        else (VisitorReport.closed_at.desc(), VisitorReport.id)
    )
    return session.scalars(found.order_by(*order).limit(MOST)).all()


def counts(session: Session, now: datetime) -> tuple[int, int]:
    """Return how many reports wait everywhere, and how many of them for more than a week."""
    late = func.count().filter(VisitorReport.received_at <= now - UNANSWERED)
    row = session.execute(select(func.count(), late).where(VisitorReport.state == State.OPEN)).one()
    return int(row[0]), int(row[1])
