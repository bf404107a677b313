"""Closes a report: corrected, the page was right, or not a report at all."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from portal.db import rows_changed
from portal.domain import texts
from portal.domain.visitor_reports import doubts
from portal.domain.visitor_reports.errors import AlreadyClosedError
from portal.domain.visitor_reports.models import ReporterAddress, VisitorReport
from portal.domain.visitor_reports.vocabulary import State

LONGEST_ANSWER = 1_000


def close(
    session: Session, report: VisitorReport, state: State, answer: str | None, *, by_id: int, now: datetime
) -> str | None:
    """Close a report and return the address that waits for the answer, which is forgotten here.

    Nothing is returned where none was given, and for what is no report. Raise `AlreadyClosedError`, or what `texts`
    refuses.
    """
    words = None if state is State.SPAM else texts.lines(answer, LONGEST_ANSWER)
    own = update(VisitorReport).where(
        VisitorReport.id == report.id,
        VisitorReport.museum_id == report.museum_id,
        VisitorReport.state == State.OPEN,
    )
    closed = own.values(state=state, answer=words, closed_at=now, closed_by_id=by_id, reporter=None)
    if not rows_changed(session, closed):
        raise AlreadyClosedError
    session.refresh(report)
    taken = delete(ReporterAddress).where(ReporterAddress.report_id == report.id)
    email = session.scalar(taken.returning(ReporterAddress.email))
    doubts.settle(session, report.museum_id, report.fact, now)
    return None if state is State.SPAM else email
