"""What the association decides about a text it has read: accepted whole or in part, left, or the one before it again.

Everything here holds the block, and takes the version that was read (`seen`): a text that was written again since is
not what was judged.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from portal.domain.revisions import amending, aside, deciding, decisions, heads, queries, unread
from portal.domain.revisions.blocks import Snapshot, block_of
from portal.domain.revisions.decisions import Decision, Outcome
from portal.domain.revisions.difference import with_fields
from portal.domain.revisions.errors import ChangedError, NotPendingError
from portal.domain.revisions.models import Author, Review, Revision, State


def accept(session: Session, revision: Revision, *, seen: int, by: Author, now: datetime) -> Revision:
    """Publish a submitted text, or let a planned one appear at its instant.

    Raise `NotPendingError` or `ChangedError` where it is no longer what was read.
    """
    fresh = held(session, revision, seen, State.SUBMITTED, State.SCHEDULED)
    if fresh.state is State.SUBMITTED:
        return deciding.publish(session, fresh, by=by, now=now)
    fresh.review = Review.DONE
    session.flush()
    decisions.tell(session, Decision(Outcome.PLANNED, fresh.key, fresh.id, fresh.author, by))
    return fresh


def accept_part(
    session: Session,
    revision: Revision,
    fields: Sequence[str],
    *,
    seen: int,
    by: Author,
    now: datetime,
    reason: str = "",
    refused: Sequence[str] = (),
) -> Revision | None:
    """Publish some fields of a submitted text, as its author's; return what is live, nothing where it says so already.

    The rest waits on with its author, submitted as it was; where a `reason` is given, it goes back to them for the
    `refused` fields. Raise as `accept` does.
    """
    fresh = held(session, revision, seen, State.SUBMITTED)
    key, author, proposed = fresh.key, fresh.author, fresh.content
    with decisions.silently(session):  # the publication is theirs, the decision another's
        live = amending.amend(
            session,
            key,
            lambda content: with_fields(content, proposed, fields),
            by=replace(author, is_association=True),
            now=now,
        )
        rest = queries.pending(session, key)
        if rest is not None and reason:
            deciding.refuse(session, rest, reason, by=by, now=now, fields=refused)
    if live is not None:
        live.decided_by_id = by.actor_id
    session.flush()
    if live is not None:
        told = Decision(Outcome.PART, key, live.id, author, by, rest.id if rest else None)
        decisions.tell(session, told)
    return live


def send_back(
    session: Session,
    revision: Revision,
    reason: str,
    *,
    seen: int,
    by: Author,
    now: datetime,
    fields: Sequence[str] = (),
) -> Revision:
    """Give a text back to its author with the reason, and the fields it is about; raise as `accept` does."""
    fresh = held(session, revision, seen, State.SUBMITTED, State.SCHEDULED)
    return deciding.refuse(session, fresh, reason, by=by, now=now, fields=fields)


def look(session: Session, revision: Revision) -> None:
    """Keep that the association has looked at a text that the public reads already; raise `NotPendingError`."""
    fresh = _held_live(session, revision)
    fresh.review = Review.DONE
    session.flush()
    unread.forget_before(session, fresh)


def revert(
    session: Session, revision: Revision, reason: str, *, by: Author, now: datetime
) -> Revision | None:
    """Show again what the public read before a text that was to be looked at; its author gets it back, with the reason.

    Return what is live; raise `NotPendingError` where somebody has published or looked since.
    """
    fresh = _held_live(session, revision)
    key, number, author = fresh.key, fresh.id, fresh.author
    before, theirs = unread.last_read(session, fresh), aside.taken(fresh)
    content: Snapshot = before.content if before else block_of(key.kind).blank
    with decisions.silently(session):
        live = amending.amend(session, key, lambda _content: content, by=by, now=now, also_waiting=False)
    if theirs is not None and queries.pending(session, key) is None:
        aside.put_back(
            session,
            key,
            theirs,
            theirs.content,
            now,
            state=State.REFUSED,
            review=Review.DONE,
            refusal_reason=reason,
            refused_fields=None,
            decided_at=now,
            decided_by_id=by.actor_id,
            go_live_at=None,
        )
    decisions.tell(session, Decision(Outcome.REVERTED, key, number, author, by))
    return live


def held(session: Session, revision: Revision, seen: int, *states: State) -> Revision:
    """Return a text as it waits, nobody else's to decide about until the transaction ends.

    Raise `NotPendingError` where somebody has decided, `ChangedError` where it was written again since `seen`.
    """
    block, fresh = heads.hold(session, revision)
    if fresh.id != block.draft_revision_id or fresh.state not in states:
        raise NotPendingError
    if fresh.number != seen:
        raise ChangedError
    return fresh


def _held_live(session: Session, revision: Revision) -> Revision:
    block, fresh = heads.hold(session, revision)
    if fresh.id != block.live_revision_id or fresh.review is not Review.WAITING:
        raise NotPendingError
    return fresh
