"""How long what visitors say is kept, and who is still to hear of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from portal.config import PARIS
from portal.domain.visitor_reports import limits
from portal.domain.visitor_reports.doubts import UNANSWERED
from portal.domain.visitor_reports.models import ReporterAddress, VisitorReport
from portal.domain.visitor_reports.vocabulary import State

ADDRESS_KEPT = timedelta(days=90)
"""How long an address waits for an answer that does not come; the mark of its sender, as long."""
KEPT = timedelta(days=365)
"""How long a closed report is kept."""
SPAM_KEPT = timedelta(days=30)


def forget(session: Session, now: datetime) -> None:
    """Forget what is too old to be kept, in a scope that may write every museum."""
    limits.forget_old(session, now)
    session.execute(delete(ReporterAddress).where(ReporterAddress.given_at < now - ADDRESS_KEPT))
    session.execute(
        update(VisitorReport)
        .where(VisitorReport.received_at < now - ADDRESS_KEPT, VisitorReport.reporter.is_not(None))
        .values(reporter=None)
    )
    old, older = VisitorReport.closed_at < now - SPAM_KEPT, VisitorReport.closed_at < now - KEPT
    session.execute(delete(VisitorReport).where((VisitorReport.state == State.SPAM) & old | older))


def forget_address(session: Session, email: str) -> None:
    """Forget an address wherever it waits for an answer (RGPD, article 17)."""
    session.execute(delete(ReporterAddress).where(ReporterAddress.email == email))


def to_tell(session: Session, museum_id: int, now: datetime) -> Sequence[VisitorReport]:
    """Return what a museum is to be told of now: all that is new, unless a letter left today already."""
    own = select(VisitorReport).where(VisitorReport.museum_id == museum_id)
    last = session.scalar(
        select(VisitorReport.told_at)
        .where(VisitorReport.museum_id == museum_id, VisitorReport.told_at.is_not(None))
        .order_by(VisitorReport.told_at.desc())
        .limit(1)
    )
    if last is not None and last.astimezone(PARIS).date() >= now.astimezone(PARIS).date():
        return ()
    fresh = own.where(VisitorReport.state == State.OPEN, VisitorReport.told_at.is_(None))
    return session.scalars(fresh.order_by(VisitorReport.id)).all()


def untold_museums(session: Session) -> Sequence[int]:
    """Return the museums that have open reports of which no letter told them."""
    untold = (VisitorReport.state == State.OPEN, VisitorReport.told_at.is_(None))
    return session.scalars(select(VisitorReport.museum_id).where(*untold).distinct()).all()


def to_hand_over(session: Session, now: datetime, museums_alone: Sequence[int]) -> Sequence[VisitorReport]:
    """Return what the association is to take up: a week unanswered, or of a museum where nobody writes."""
    waits = (VisitorReport.received_at <= now - UNANSWERED) | VisitorReport.museum_id.in_(museums_alone)
    statement = select(VisitorReport).where(
        VisitorReport.state == State.OPEN, VisitorReport.handed_at.is_(None), waits
    )
    return session.scalars(statement.order_by(VisitorReport.id)).all()
