"""Which facts the public page warns of: reported by two people, or by one whom nobody answered for a week.

One person alone cannot mark a museum's page on the day: before the week is out the museum and the association have
read what they say, and may close it.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.db import Remembered, db, refuse_others, scope_of
from portal.domain.visitor_reports.models import DoubtedFact, VisitorReport
from portal.domain.visitor_reports.vocabulary import DOUBTABLE, Fact, State

UNANSWERED = timedelta(days=7)
"""How long a report may wait: then the association hears of it, and the page warns."""
ENOUGH = 2
"""So many people who say the same are believed at once."""


def settle(session: Session, museum_id: int, fact: Fact, now: datetime) -> None:
    """Bring what the page warns of in line with the open reports of a fact, in their own transaction."""
    if fact not in DOUBTABLE:
        return
    session.flush()
    reporters, first = session.execute(
        select(func.count(VisitorReport.reporter.distinct()), func.min(VisitorReport.received_at)).where(
            VisitorReport.museum_id == museum_id,
            VisitorReport.fact == fact,
            VisitorReport.state == State.OPEN,
        )
    ).one()
    is_doubted = first is not None and (reporters >= ENOUGH or first <= now - UNANSWERED)
    shown = session.get(DoubtedFact, (museum_id, fact))
    if not is_doubted:
        if shown is not None:
            session.delete(shown)
    elif shown is None:
        session.add(DoubtedFact(museum_id=museum_id, fact=fact, reporters=max(1, reporters)))
    elif shown.reporters != max(1, reporters):
        shown.reporters = max(1, reporters)
    session.flush()


def settle_unanswered(session: Session, now: datetime) -> None:
    """Let pages warn of what has waited a week, in a scope that may write every museum."""
    waiting = (
        select(VisitorReport.museum_id, VisitorReport.fact)
        .where(VisitorReport.state == State.OPEN, VisitorReport.received_at <= now - UNANSWERED)
        .distinct()
    )
    for museum_id, fact in session.execute(waiting).all():
        settle(session, museum_id, fact, now)


def of(museum_id: int) -> Mapping[Fact, int]:
    """Return the facts of a museum that are doubted, with how many people say so; from memory."""
    refuse_others(db.session(), [museum_id])
    found = _read() if scope_of(db.session()).is_confined else _everybody()
    return found.get(museum_id, {})


def _read() -> Mapping[int, Mapping[Fact, int]]:
    found: dict[int, dict[Fact, int]] = {}
    rows = db.session.execute(select(DoubtedFact.museum_id, DoubtedFact.fact, DoubtedFact.reporters))
    for museum_id, fact, reporters in rows:
        found.setdefault(museum_id, {})[fact] = reporters
    return found


_everybody = Remembered(_read)
