"""Decides about what waits: submitted, refused, planned, published, withdrawn or discarded."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from portal.db import due_at_most
from portal.domain.revisions import decisions, heads, policies, queries, unread
from portal.domain.revisions.blocks import block_of
from portal.domain.revisions.decisions import Decision, Outcome
from portal.domain.revisions.errors import EndBeforeStartError, NotPendingError, PastInstantError
from portal.domain.revisions.models import WHOLE_MUSEUM, Author, ContentBlock, Review, Revision, State


def submit(session: Session, revision: Revision, *, now: datetime, to_association: bool = False) -> Revision:
    """Hand a draft to those who publish for the museum, or to the association.

    What a colleague submitted is passed on to the association; what it holds already stays as it is.
    """
    states = (State.DRAFT, State.SUBMITTED) if to_association else (State.DRAFT,)
    _, fresh = _waiting(session, revision, *states)
    if fresh.state is State.SUBMITTED and fresh.review is Review.WAITING:
        return fresh
    fresh.state, fresh.submitted_at = State.SUBMITTED, now
    fresh.review = Review.WAITING if to_association else Review.NONE
    session.flush()
    return fresh


def refuse(
    session: Session,
    revision: Revision,
    reason: str,
    *,
    by: Author,
    now: datetime,
    fields: Sequence[str] = (),
) -> Revision:
    """Give a submitted or planned text back to its author, with the reason and the fields that it is about.

    It stays the block's draft until written anew.
    """
    _, fresh = _waiting(session, revision, State.SUBMITTED, State.SCHEDULED)
    fresh.state, fresh.refusal_reason, fresh.refused_fields = State.REFUSED, reason, list(fields) or None
    fresh.decided_at, fresh.decided_by_id, fresh.go_live_at = now, by.actor_id, None
    fresh.review = Review.DONE if by.is_association else Review.NONE
    session.flush()
    decisions.tell(session, Decision(Outcome.REFUSED, fresh.key, fresh.id, fresh.author, by))
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

    Raise `EndBeforeStartError` for an end that does not come after it. Where the association reads first, the text
    waits for it meanwhile (`Review.WAITING`), and does not appear unread.
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
    fresh.review = policies.review_of(session, fresh.key, by, is_public=False)
    session.flush()
    due_at_most(session, planned)
    return fresh


def publish(
    session: Session, revision: Revision, *, by: Author, now: datetime, is_urgent: bool = False
) -> Revision:
    """Show the public what waits, and return what is live: the same as before if it reads the same.

    A correction of a text that ends, ends with it; a planned text has an end of its own, or none.
    Raise `ReviewedFirstError` where the association reads first: it is to be submitted to it instead. What its noun
    knows to be urgent appears all the same, and is looked at afterwards.
    """
    block, fresh = heads.hold(session, revision)
    if fresh.state is State.LIVE:
        return fresh
    _require(block, fresh, State.DRAFT, State.SUBMITTED, State.SCHEDULED)
    if not is_urgent:
        policies.hold_back(session, fresh.key, by)
    fresh.review = policies.review_of(session, fresh.key, by, is_public=True)
    if fresh.state is not State.SCHEDULED:
        before = queries.find(session, block.museum_id, block.live_revision_id)
        fresh.expire_at = before.expire_at if before and before.expire_at and before.expire_at > now else None
    fresh.decided_at, fresh.decided_by_id = now, by.actor_id
    live = go_live(session, block, fresh, live_at=now, now=now, is_urgent=is_urgent)
    if live is fresh:
        decisions.tell(session, Decision(Outcome.PUBLISHED, live.key, live.id, live.author, by))
    return live


def appear(session: Session, block: ContentBlock, planned: Revision, *, now: datetime) -> bool:
    """Publish a held block's planned text, whose instant has come; return whether it did.

    One that the association was to read first and has not is submitted to it instead.
    """
    at = planned.go_live_at or now
    if planned.review is not Review.DONE:
        if not policies.may_publish(session, planned.museum_id, planned.kind, planned.author):
            planned.state, planned.review = State.SUBMITTED, Review.WAITING
            planned.submitted_at, planned.go_live_at = at, None
            session.flush()
            return False
        planned.review = policies.review_of(session, planned.key, planned.author, is_public=True)
    go_live(session, block, planned, live_at=at, now=now)
    return True


def withdraw(session: Session, revision: Revision, *, now: datetime) -> Revision:
    """Make a submitted or planned text a draft again."""
    _, fresh = _waiting(session, revision, State.SUBMITTED, State.SCHEDULED)
    fresh.state, fresh.review, fresh.created_at = State.DRAFT, Review.NONE, now
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
    session: Session,
    block: ContentBlock,
    revision: Revision,
    *,
    live_at: datetime,
    now: datetime,
    is_urgent: bool = False,
) -> Revision:
    """Write a held block's revision to the live tables, instead of the one that was live.

    Nothing else does; raise `ReviewedFirstError` for what the association was to read first and did not.
    """
    if revision.review is not Review.DONE and not is_urgent:
        policies.hold_back(session, revision.key, revision.author)
    before = queries.find(session, block.museum_id, block.live_revision_id)
    if before is not None and before.content == revision.content:
        before.review = Review.DONE if revision.review is Review.DONE else before.review
        _put_away(block, revision, now)
        session.flush()
        return before
    if before is not None:
        before.state, before.archived_at = State.ARCHIVED, now
        if not revision.author.is_reviewed and revision.review is Review.NONE:
            revision.review = before.review  # what carries a text on has read nothing of it
    revision.state, revision.live_at = State.LIVE, live_at
    block.live_revision_id, block.draft_revision_id = revision.id, None
    session.flush()
    if before is not None and before.review is Review.WAITING and revision.review is not Review.WAITING:
        unread.forget_before(session, revision)
    project = block_of(block.kind).project
    project(session, block.museum_id, block.subject_id, revision.content, now)
    session.flush()
    return revision


def _put_away(block: ContentBlock, revision: Revision, now: datetime) -> None:
    if revision.state is not State.REFUSED:
        revision.state, revision.review = State.ARCHIVED, Review.NONE
    revision.archived_at = now
    block.draft_revision_id = None


def _waiting(session: Session, revision: Revision, *states: State) -> tuple[ContentBlock, Revision]:
    block, fresh = heads.hold(session, revision)
    _require(block, fresh, *states)
    return block, fresh


def _require(block: ContentBlock, revision: Revision, *states: State) -> None:
    if revision.id != block.draft_revision_id or revision.state not in states:
        raise NotPendingError
