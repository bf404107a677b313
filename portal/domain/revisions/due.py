"""Publishes what was planned and ends what was to end, at their instants: by the job, or the first request past them."""

import logging
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from portal.db import due_source, plan_next, within
from portal.domain.revisions import ending, heads, queries
from portal.domain.revisions.deciding import appear
from portal.domain.revisions.models import ContentBlock, Revision, State

log = logging.getLogger(__name__)


@dataclass
class Applied:
    """What came of the due revisions, by their numbers in the table."""

    published: list[int] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)
    """Left planned, for whoever tries again; the others do not wait for them."""
    held: list[int] = field(default_factory=list)
    """Submitted to the association, which was to read them first."""
    ended: list[int] = field(default_factory=list)
    """Those that gave way to what was shown before them."""


@dataclass(frozen=True, order=True)
class _Event:
    """What is due of a revision; ends come before the beginnings of the same instant."""

    at: datetime
    is_start: bool
    museum_id: int
    revision_id: int


def apply_due(session: Session, now: datetime) -> Applied:
    """Publish and end what is due of every museum, each whole or not at all, and plan when to look again.

    Harmless when run twice, by two processes, or with nothing due. It forgets what the session had loaded.
    """
    done = Applied()
    if not _is_nothing_due(session, now):
        _hold_blocks(session, now)
        for event in _due(session, now):
            with within(session, event.museum_id):
                _apply(session, event, now, done)
    plan_next(session, now)
    return done


@due_source
def first_planned(session: Session, now: datetime) -> datetime | None:
    """Return the first publication planned after now."""
    planned = select(func.min(Revision.go_live_at)).where(
        Revision.state == State.SCHEDULED, Revision.go_live_at > now
    )
    return session.scalar(planned)


@due_source
def first_ending(session: Session, now: datetime) -> datetime | None:
    """Return the first instant after now at which a text that is live, or will be, ends."""
    ends = select(func.min(Revision.expire_at)).where(
        Revision.state.in_((State.SCHEDULED, State.LIVE)), Revision.expire_at > now
    )
    return session.scalar(ends)


def _apply(session: Session, event: _Event, now: datetime, done: Applied) -> None:
    is_held = False
    try:
        with session.begin_nested():
            found = queries.find(session, event.museum_id, event.revision_id)
            if found is None:
                return
            block, fresh = heads.hold(session, found)
            if event.is_start and fresh.state is State.SCHEDULED:
                is_held = not appear(session, block, fresh, now=now)
            elif not event.is_start and fresh.id == block.live_revision_id:
                ending.give_way(session, block, fresh, now=now)
            else:
                return
    except Exception:  # one museum's bad content must not keep the others from appearing
        log.exception("what was due of the revision %s could not be done", event.revision_id)
        done.failed.append(event.revision_id)
    else:
        _list_of(event, done, is_held=is_held).append(event.revision_id)


def _list_of(event: _Event, done: Applied, *, is_held: bool) -> list[int]:
    if not event.is_start:
        return done.ended
    return done.held if is_held else done.published


def _begins(now: datetime) -> ColumnElement[bool]:
    return (Revision.state == State.SCHEDULED) & (Revision.go_live_at <= now)


def _ends(now: datetime) -> ColumnElement[bool]:
    return Revision.state.in_((State.SCHEDULED, State.LIVE)) & (Revision.expire_at <= now)


def _is_due(now: datetime) -> ColumnElement[bool]:
    return _begins(now) | _ends(now)


def _is_nothing_due(session: Session, now: datetime) -> bool:
    return session.scalar(select(Revision.id).where(_is_due(now)).limit(1)) is None


def _hold_blocks(session: Session, now: datetime) -> None:
    """Hold every block before any is written, in one order, so that nobody waits for us while we wait for them."""
    own = or_(
        Revision.id == ContentBlock.draft_revision_id,
        Revision.id == ContentBlock.live_revision_id,
    )
    blocks = select(ContentBlock.id).join(Revision, own)
    session.execute(blocks.where(_is_due(now)).order_by(ContentBlock.id).with_for_update(of=ContentBlock))


def _due(session: Session, now: datetime) -> list[_Event]:
    """Return what is due now that the blocks are held, in the order of time: another process may just have done it."""
    begins = select(Revision.go_live_at, Revision.museum_id, Revision.id).where(_begins(now))
    ends = select(Revision.expire_at, Revision.museum_id, Revision.id).where(_ends(now))
    return sorted(
        _Event(at, is_start, museum_id, id_)
        for which, is_start in ((begins, True), (ends, False))
        for at, museum_id, id_ in session.execute(which)
        if at is not None
    )
