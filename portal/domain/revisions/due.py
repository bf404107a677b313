"""Publishes what was planned, once its instant has come: by the job, or by the first request past it."""

import logging
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from portal.db import due_source, plan_next, within
from portal.domain.revisions import heads, queries
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


def apply_due(session: Session, now: datetime) -> Applied:
    """Publish every due revision of every museum, each whole or not at all, and plan when to look again.

    Harmless when run twice, by two processes, or with nothing due. It forgets what the session had loaded.
    """
    done = Applied()
    if not _is_nothing_due(session, now):
        _hold_blocks(session, now)
        for museum_id, revision_id in _due(session, now):
            with within(session, museum_id):
                _apply(session, museum_id, revision_id, now, done)
    plan_next(session, now)
    return done


@due_source
def first_planned(session: Session, now: datetime) -> datetime | None:
    """Return the first publication planned after now."""
    planned = select(func.min(Revision.go_live_at)).where(
        Revision.state == State.SCHEDULED, Revision.go_live_at > now
    )
    return session.scalar(planned)


def _apply(session: Session, museum_id: int, revision_id: int, now: datetime, done: Applied) -> None:
    try:
        with session.begin_nested():
            planned = queries.find(session, museum_id, revision_id)
            if planned is None or planned.go_live_at is None:
                return
            block, fresh = heads.hold(session, planned)
            appeared = appear(session, block, fresh, now=now)
    except Exception:  # one museum's bad content must not keep the others from appearing
        log.exception("the planned revision %s could not be published", revision_id)
        done.failed.append(revision_id)
    else:
        (done.published if appeared else done.held).append(revision_id)


def _is_due(now: datetime) -> ColumnElement[bool]:
    return (Revision.state == State.SCHEDULED) & (Revision.go_live_at <= now)


def _is_nothing_due(session: Session, now: datetime) -> bool:
    return session.scalar(select(Revision.id).where(_is_due(now)).limit(1)) is None


def _hold_blocks(session: Session, now: datetime) -> None:
    """Hold every block before any is written, in one order, so that nobody waits for us while we wait for them."""
    blocks = select(ContentBlock.id).join(Revision, Revision.id == ContentBlock.draft_revision_id)
    session.execute(blocks.where(_is_due(now)).order_by(ContentBlock.id).with_for_update(of=ContentBlock))


def _due(session: Session, now: datetime) -> list[tuple[int, int]]:
    """Return what is due now that the blocks are held: another process may just have published it."""
    planned = select(Revision.museum_id, Revision.id).where(_is_due(now))
    return [
        (museum_id, id_)
        for museum_id, id_ in session.execute(planned.order_by(Revision.go_live_at, Revision.id))
    ]
