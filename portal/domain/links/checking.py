"""Keeps the table: which addresses are to be followed next, and what came of it. Following itself is a job's."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from portal.db import insert_or_nothing
from portal.domain.links import collecting
from portal.domain.links.models import LinkCheck, Standing

A_WEEK = timedelta(days=7)
"""What works is followed again after a week, what does not the next night."""
A_NIGHT = timedelta(hours=20)
CLAIM_LASTS = timedelta(minutes=10)


@dataclass(frozen=True)
class Outcome:
    """How an address was found."""

    standing: Standing
    moved_to: str | None = None


def prepare(session: Session, now: datetime) -> int:
    """Have the table hold what museums publish now and nothing else; return how many addresses that is.

    The session may read every museum.
    """
    wanted = {found.address for found in collecting.everywhere(session)}
    kept = set(session.scalars(select(LinkCheck.address)))
    for address in sorted(wanted - kept):
        insert_or_nothing(session, LinkCheck, address=address, times=0, due_at=now)
    for address in kept - wanted:
        session.execute(delete(LinkCheck).where(LinkCheck.address == address))
    return len(wanted)


def claim_next(session: Session, now: datetime) -> LinkCheck | None:
    """Claim the address that has waited longest, by one conditional UPDATE: several workers may ask."""
    is_free = or_(LinkCheck.claimed_at.is_(None), LinkCheck.claimed_at < now - CLAIM_LASTS)
    due = select(LinkCheck.id).where(LinkCheck.due_at <= now, is_free)
    for id_ in session.scalars(due.order_by(LinkCheck.due_at, LinkCheck.id).limit(10)).all():
        take = update(LinkCheck).where(LinkCheck.id == id_, LinkCheck.due_at <= now, is_free)
        if session.execute(take.values(claimed_at=now).returning(LinkCheck.id)).first():
            return session.get(LinkCheck, id_, populate_existing=True)
    return None


def conclude(session: Session, id_: int, outcome: Outcome, now: datetime) -> None:
    """Note how an address was found; one that no museum publishes any more is gone from the table."""
    link = session.get(LinkCheck, id_)
    if link is None:
        return
    is_same = link.standing is outcome.standing and link.moved_to == outcome.moved_to
    link.times = link.times + 1 if is_same else 1
    link.since = link.since if is_same else now
    link.standing, link.moved_to = outcome.standing, outcome.moved_to
    link.checked_at, link.claimed_at = now, None
    works = outcome.standing in {Standing.WORKS, Standing.MOVED}
    link.due_at = now + (A_WEEK if works else A_NIGHT)
