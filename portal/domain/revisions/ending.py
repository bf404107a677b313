"""Texts that are live until an instant: what they give way to, and how.

What comes back is kept as a new revision, on a version of its own: whoever has the ended text before them in a form
is to know that it went.
"""

from datetime import UTC, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from portal.db import due_at_most
from portal.domain.revisions import heads, policies, queries
from portal.domain.revisions.blocks import block_of
from portal.domain.revisions.deciding import go_live
from portal.domain.revisions.errors import NotPendingError, PastInstantError
from portal.domain.revisions.models import Author, ContentBlock, Key, Review, Revision, State, own


def set_end(
    session: Session, revision: Revision, end: datetime | None, *, now: datetime, by: Author | None = None
) -> Revision:
    """Have the live text of a block end at an instant, or never; raise `PastInstantError` unless that is to come.

    Raise `ReviewedFirstError` where `by` may not publish: what comes back would be public unread.
    """
    if by is not None:
        policies.hold_back(session, revision.key, by)
    planned = end.astimezone(UTC) if end is not None else None
    if planned is not None and planned <= now:
        raise PastInstantError
    block, fresh = heads.hold(session, revision)
    if fresh.id != block.live_revision_id or fresh.state is not State.LIVE:
        raise NotPendingError
    fresh.expire_at = planned
    session.flush()
    if planned is not None:
        due_at_most(session, planned)
    return fresh


def returning(session: Session, key: Key, number: int, at: datetime) -> Revision | None:
    """Return the text that comes back when the one of this number ends: the last before it that has not ended too.

    Nothing where the block had never been written.
    """
    lasting = or_(Revision.expire_at.is_(None), Revision.expire_at > at)
    earlier = select(Revision).where(*own(Revision, key), Revision.number < number)
    shown = earlier.where(Revision.live_at.is_not(None), lasting).order_by(Revision.number.desc())
    return session.scalar(shown.limit(1).execution_options(populate_existing=True))


def all_returning(session: Session, revision: Revision) -> list[Revision]:
    """Return every text that comes back one after another once this one has ended, the first to come back first."""
    found: list[Revision] = []
    while revision.expire_at is not None:
        before = returning(session, revision.key, revision.number, revision.expire_at)
        if before is None:
            break
        found.append(before)
        revision = before
    return found


def give_way(session: Session, block: ContentBlock, ended: Revision, *, now: datetime) -> Revision | None:
    """Show again what was shown before a held block's live text, which has ended; what waits goes on waiting.

    Return what is live now, or nothing where that reads the same as what ended.
    """
    at = ended.expire_at or now
    before = returning(session, ended.key, ended.number, at)
    content = before.content if before else block_of(block.kind).blank
    if content == ended.content:
        ended.expire_at = None
        session.flush()
        return None
    waiting = queries.find(session, block.museum_id, block.draft_revision_id)
    source = before or ended
    block.version += 1
    back = Revision(
        museum_id=block.museum_id,
        kind=block.kind,
        subject_id=block.subject_id,
        number=block.version,
        base_number=source.number,
        snapshot=content,
        state=State.DRAFT,
        actor_id=source.actor_id,
        on_behalf_of_id=source.on_behalf_of_id,
        channel=source.channel,
        created_at=at,
        expire_at=before.expire_at if before else None,
        review=before.review if before else Review.NONE,
    )
    session.add(back)
    if waiting is not None:  # its own form is not out of date
        block.version += 1
        waiting.number = block.version
    session.flush()
    go_live(session, block, back, live_at=at, now=now, is_urgent=True)  # the public has read it before
    block.draft_revision_id = waiting.id if waiting is not None else None
    session.flush()
    return back
