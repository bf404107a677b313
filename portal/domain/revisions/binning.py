"""The bin of a museum: drafts that were given up and texts that were taken off the page, for 30 days."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from portal.domain.revisions import amending, ending, queries, writing
from portal.domain.revisions.blocks import block_of
from portal.domain.revisions.models import Author, Key, Revision

KEPT = timedelta(days=30)


def binned(session: Session, museum_id: int, now: datetime) -> Sequence[Revision]:
    """Return what lies in a museum's bin, the last thrown first."""
    mine = select(Revision).where(Revision.museum_id == museum_id, Revision.binned_at > now - KEPT)
    return session.scalars(mine.order_by(Revision.binned_at.desc(), Revision.id.desc())).all()


def retire(session: Session, key: Key, *, by: Author, now: datetime) -> Revision | None:
    """Take a block's text off the page: nothing is written there any more, and the text goes to the bin.

    Return the text that went; nothing where there was none. It is published like any other change, and what waits
    goes on waiting.
    """
    blank = block_of(key.kind).blank
    written = amending.amend(session, key, lambda _content: blank, by=by, now=now, also_waiting=False)
    if written is None:
        return None
    written.expire_at = None  # what is taken off on purpose does not come back by itself
    gone = _before(session, written)
    if gone is not None:
        gone.binned_at, gone.binned_by_id = now, by.actor_id
    session.flush()
    return gone


def put_back(session: Session, revision: Revision, *, by: Author, now: datetime) -> Revision | None:
    """Publish again a text that was taken off the page, with the end it had; nothing where the page says it already."""
    old = queries.find(session, revision.museum_id, revision.id)
    if old is None:
        return None
    content = old.content
    shown = amending.amend(session, old.key, lambda _content: content, by=by, now=now, also_waiting=False)
    blank = _before(session, shown) if shown is not None else None
    if shown is not None:
        if blank is not None and blank.content == block_of(old.kind).blank:
            blank.expire_at = (
                now  # so that what comes back after the text is what did before it was taken off
            )
        is_to_end = old.expire_at is not None and old.expire_at > now
        ending.set_end(session, shown, old.expire_at if is_to_end else None, now=now)
    _take_out(session, old)
    return shown


def reopen(session: Session, revision: Revision, *, seen: int, by: Author, now: datetime) -> Revision | None:
    """Take a text out of the bin as a draft; raise `ConflictError` or `PlannedError` as writing does."""
    kept = writing.restore(session, revision, seen=seen, by=by, now=now)
    _take_out(session, queries.find(session, revision.museum_id, revision.id))
    return kept


def empty(session: Session, now: datetime) -> int:
    """Forget the drafts that have lain in a bin for 30 days and that nobody of the public ever read; return how many."""
    old = Revision.binned_at <= now - KEPT
    unread = select(Revision.id).where(old, Revision.live_at.is_(None))
    numbers = session.scalars(unread).all()
    if numbers:
        session.execute(delete(Revision).where(Revision.id.in_(numbers)))
    return len(numbers)


def _before(session: Session, written: Revision) -> Revision | None:
    """Return the text that was live just before one."""
    shown = [
        one
        for one in queries.history(session, written.museum_id, written.kind, written.subject_id)
        if one.live_at is not None and one.number < written.number
    ]
    return shown[0] if shown else None


def _take_out(session: Session, old: Revision | None) -> None:
    if old is not None:
        old.binned_at = old.binned_by_id = None
        session.flush()
