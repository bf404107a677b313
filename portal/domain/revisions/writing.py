"""Writes a block: a draft beside what the public reads, on the version its author has seen."""

from datetime import datetime

from sqlalchemy.orm import Session

from portal.domain.revisions import followers, heads, queries
from portal.domain.revisions.blocks import Snapshot, plain
from portal.domain.revisions.errors import PlannedError
from portal.domain.revisions.models import Author, ContentBlock, Key, Review, Revision, State


def save_draft(
    session: Session,
    key: Key,
    snapshot: Snapshot,
    *,
    seen: int,
    by: Author,
    now: datetime,
    minor: bool = False,
) -> Revision | None:
    """Keep a text beside what the public reads, and return its revision; the one that stands if nothing changed.

    Raise `ConflictError` if somebody wrote since `seen`, `PlannedError` if a planned publication waits. An author's
    own draft is written over; anybody else's, and all that was submitted or refused, is kept in the history.
    """
    before, yours = queries.head(session, key), plain(snapshot)
    if before.snapshot == yours:
        return before.latest
    kept = write(session, key, yours, seen=seen, by=by, now=now, minor=minor)
    stood = followers.standing(before)
    followers.tell(session, followers.Written(key, stood, yours, minor=minor, by=by, now=now))
    return kept


def restore(session: Session, revision: Revision, *, seen: int, by: Author, now: datetime) -> Revision | None:
    """Keep an old text as a new draft; publishing it is another step."""
    old = queries.find(session, revision.museum_id, revision.id)
    if old is None:
        return None
    before, yours = queries.head(session, old.key), plain(old.content)
    if before.snapshot == yours:
        return before.latest
    return write(session, old.key, yours, seen=seen, by=by, now=now, minor=False)


def take_up(session: Session, revision: Revision, *, by: Author, now: datetime) -> Revision:
    """Write a text that was refused again, as it stands, for who proposes or publishes it all the same."""
    seen = queries.head(session, revision.key).version
    return write(session, revision.key, revision.content, seen=seen, by=by, now=now, minor=revision.minor)


def write(
    session: Session, key: Key, snapshot: Snapshot, *, seen: int, by: Author, now: datetime, minor: bool
) -> Revision:
    """Write a text over what waits, though it read the same: an author's own draft, or a new revision instead."""
    heads.begin(session, key, now)
    block = heads.take(session, key, seen, snapshot)
    pending = queries.find(session, key.museum_id, block.draft_revision_id)
    if pending is not None and pending.state is State.SCHEDULED:
        raise PlannedError(pending)
    if pending is None or pending.state is not State.DRAFT or not pending.is_written_by(by):
        pending = _replace(session, block, pending, by, now)
    pending.snapshot, pending.minor = snapshot, minor
    pending.number, pending.created_at = block.version, now
    session.flush()
    block.draft_revision_id = pending.id
    session.flush()
    return pending


def _replace(
    session: Session, block: ContentBlock, before: Revision | None, by: Author, now: datetime
) -> Revision:
    """Return a new draft of a block, instead of what waited."""
    if before is not None and before.is_pending:
        before.state, before.review, before.archived_at = State.ARCHIVED, Review.NONE, now
    base = before or queries.find(session, block.museum_id, block.live_revision_id)
    draft = Revision(
        museum_id=block.museum_id,
        kind=block.kind,
        subject_id=block.subject_id,
        base_number=base and base.number,
        state=State.DRAFT,
        actor_id=by.actor_id,
        on_behalf_of_id=by.on_behalf_of_id,
        channel=by.channel,
        review=Review.NONE,
    )
    session.add(draft)
    return draft
