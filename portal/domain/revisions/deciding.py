"""Decides about what waits: submitted, refused, planned, published, withdrawn or discarded."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from portal.db import due_at_most
from portal.domain.revisions import heads, queries
from portal.domain.revisions.blocks import block_of
from portal.domain.revisions.errors import EndBeforeStartError, NotPendingError, PastInstantError
from portal.domain.revisions.models import WHOLE_MUSEUM, Author, ContentBlock, Revision, State


def submit(session: Session, revision: Revision, *, now: datetime) -> Revision:
    """Hand a draft to those who publish."""
    _, fresh = _waiting(session, revision, State.DRAFT)
    fresh.state, fresh.submitted_at = State.SUBMITTED, now
    session.flush()
    return fresh


def refuse(session: Session, revision: Revision, reason: str, *, by: Author, now: datetime) -> Revision:
    """Give a submitted text back to its author, with the reason; it stays the block's draft until written anew."""
    _, fresh = _waiting(session, revision, State.SUBMITTED)
    fresh.state, fresh.refusal_reason = State.REFUSED, reason
    fresh.decided_at, fresh.decided_by_id = now, by.actor_id
    session.flush()
    return fresh


def schedule(
    session: Session,
    revision: Revision,
    go_live_at: datetime,
    *,
    by: Author,
    now: datetime,
    expire_at: datetime | None = None,
) -> Revision:
    """Plan a publication, until an instant where one is given; raise `PastInstantError` unless it is to come.

    Raise `EndBeforeStartError` for an end that does not come after it.
    """
    # Two instants of one zone compare by their clocks, and 2:30 comes twice on an October night.
    planned = go_live_at.astimezone(UTC)
    end = expire_at.astimezone(UTC) if expire_at is not None else None
    if planned <= now:
        raise PastInstantError
    if end is not None and end <= planned:
        raise EndBeforeStartError
    _, fresh = _waiting(session, revision, State.DRAFT, State.SUBMITTED, State.SCHEDULED)
    fresh.state, fresh.go_live_at, fresh.expire_at = State.SCHEDULED, planned, end
    fresh.decided_at, fresh.decided_by_id = now, by.actor_id
    session.flush()
    due_at_most(session, planned)
    return fresh


def publish(session: Session, revision: Revision, *, by: Author, now: datetime) -> Revision:
    """Show the public what waits, and return what is live: the same as before if it reads the same.

    A correction of a text that ends, ends with it; a planned text has an end of its own, or none.
    """
    block, fresh = heads.hold(session, revision)
    if fresh.state is State.LIVE:
        return fresh
    _require(block, fresh, State.DRAFT, State.SUBMITTED, State.SCHEDULED)
    if fresh.state is not State.SCHEDULED:
        before = queries.find(session, block.museum_id, block.live_revision_id)
        fresh.expire_at = before.expire_at if before and before.expire_at and before.expire_at > now else None
    fresh.decided_at, fresh.decided_by_id = now, by.actor_id
    return go_live(session, block, fresh, live_at=now, now=now)


def withdraw(session: Session, revision: Revision, *, now: datetime) -> Revision:
    """Make a submitted or planned text a draft again."""
    _, fresh = _waiting(session, revision, State.SUBMITTED, State.SCHEDULED)
    fresh.state, fresh.created_at = State.DRAFT, now
    fresh.submitted_at = fresh.go_live_at = fresh.expire_at = fresh.decided_at = fresh.decided_by_id = None
    session.flush()
    return fresh


def discard_draft(session: Session, revision: Revision, *, now: datetime, by: Author | None = None) -> None:
    """Go back to what the public reads; the museum's own draft goes to the bin, a thing's stays in its history."""
    block, fresh = heads.hold(session, revision)
    _require(block, fresh, State.DRAFT, State.SUBMITTED, State.SCHEDULED, State.REFUSED)
    _put_away(block, fresh, now)
    if fresh.subject_id == WHOLE_MUSEUM:  # what a museum throws of one thing is in that thing's own bin
        fresh.binned_at, fresh.binned_by_id = now, by.actor_id if by else None
    block.version += 1  # who has the discarded text before them is to know that it went
    session.flush()


def go_live(
    session: Session, block: ContentBlock, revision: Revision, *, live_at: datetime, now: datetime
) -> Revision:
    """Write a held block's revision to the live tables, instead of the one that was live."""
    before = queries.find(session, block.museum_id, block.live_revision_id)
    if before is not None and before.content == revision.content:
        _put_away(block, revision, now)
        session.flush()
        return before
    if before is not None:
        before.state, before.archived_at = State.ARCHIVED, now
    revision.state, revision.live_at = State.LIVE, live_at
    block.live_revision_id, block.draft_revision_id = revision.id, None
    session.flush()
    project = block_of(block.kind).project
    project(session, block.museum_id, block.subject_id, revision.content, now)
    session.flush()
    return revision


def _put_away(block: ContentBlock, revision: Revision, now: datetime) -> None:
    if revision.state is not State.REFUSED:
        revision.state = State.ARCHIVED
    revision.archived_at = now
    block.draft_revision_id = None


def _waiting(session: Session, revision: Revision, *states: State) -> tuple[ContentBlock, Revision]:
    block, fresh = heads.hold(session, revision)
    _require(block, fresh, *states)
    return block, fresh


def _require(block: ContentBlock, revision: Revision, *states: State) -> None:
    if revision.id != block.draft_revision_id or revision.state not in states:
        raise NotPendingError
