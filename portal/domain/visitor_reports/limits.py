"""How many reports a day are taken, counted in the database: every process counts together.

They keep the machine's clock, whatever the site believes (the contract). The caller makes the digests, with a key
that changes every day: nothing here says who somebody was, or that they came back.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select, text
from sqlalchemy.orm import Session

from portal.domain.visitor_reports.errors import TooManyReportsError
from portal.domain.visitor_reports.models import ReportTry

PER_NETWORK, PER_MUSEUM = 10, 40
"""A day."""
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Origin:
    """Where a report comes from and goes to, as digests of this day."""

    network: str
    place: str


def count(session: Session, origin: Origin, now: datetime) -> None:
    """Count a report, in its own transaction; raise `TooManyReportsError` where the day has had enough of them."""
    if session.get_bind().dialect.name == "postgresql":  # SQLite's one writer waits for its turn by itself
        for number in sorted({int(digest[:15], 16) for digest in (origin.network, origin.place)}):
            session.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})
    _check(session, ReportTry.network == origin.network, PER_NETWORK, now)
    _check(session, ReportTry.place == origin.place, PER_MUSEUM, now)
    session.add(ReportTry(network=origin.network, place=origin.place, at=now))


def forget_old(session: Session, now: datetime) -> None:
    """Remove the tries that count no longer."""
    session.execute(delete(ReportTry).where(ReportTry.at < now - A_DAY))


def _check(session: Session, condition: ColumnElement[bool], most: int, now: datetime) -> None:
    counted, first = session.execute(
        select(func.count(), func.min(ReportTry.at)).where(condition, ReportTry.at > now - A_DAY)
    ).one()
    if counted >= most:
        raise TooManyReportsError(max(60, int((first + A_DAY - now).total_seconds())))
