"""Makes one change to what the public reads, at once, and to what waits beside it: neither loses the other's text.

For what cannot wait behind a draft: a closing announced on the day. A change is a function of a content, so that it
applies to whatever both contents are by then.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from portal.domain.revisions import deciding, ending, followers, heads, queries, writing
from portal.domain.revisions.blocks import Snapshot, block_of, plain
from portal.domain.revisions.errors import ConflictError, PlannedError
from portal.domain.revisions.models import Author, Key, Revision, State

Change = Callable[[Snapshot], Snapshot]
ATTEMPTS = 8
"""How often the change is made again on what somebody else wrote at the same moment."""


@dataclass(frozen=True)
class _Waiting:
    """A text that waits, and where it stood."""

    content: Snapshot
    state: State
    author: Author
    minor: bool
    submitted_at: datetime | None
    go_live_at: datetime | None
    expire_at: datetime | None
    refusal_reason: str | None
    decided_by: Author


def amend(
    session: Session, key: Key, change: Change, *, by: Author, now: datetime, also_waiting: bool = True
) -> Revision | None:
    """Publish the change and return what is live; nothing where the public reads it already.

    What waits is kept with its author and its state, the change made to it too unless `also_waiting` is false; so is
    what comes back after a text that ends.
    """
    _publish_due(session, key, by=by, now=now)
    for _attempt in range(ATTEMPTS):
        head = queries.head(session, key)
        online, waiting = head.live.content if head.live else head.found, _waiting(head.pending)
        text = plain(change(online))
        if text == online:
            return None
        if head.pending and head.pending.state is State.SCHEDULED:
            deciding.withdraw(session, head.pending, now=now)
        try:
            live = _publish(session, key, head, text, change if also_waiting else None, by=by, now=now)
        except ConflictError:  # written at the same moment: read again what it is made to
            continue
        if waiting is not None:
            wanted = plain(change(waiting.content)) if also_waiting else waiting.content
            if wanted != live.content:
                _put_back(session, key, waiting, wanted, now)
        return live
    raise ConflictError(head.latest, text, None, head.version)


def _publish(
    session: Session,
    key: Key,
    head: queries.Head,
    text: Snapshot,
    change: Change | None,
    *,
    by: Author,
    now: datetime,
) -> Revision:
    """Publish a text; before it, where the live one ends, what comes back then, with the change made to it too."""
    end = head.live.expire_at if head.live else None
    seen = head.version
    if change is not None and head.live is not None and end is not None:
        before = ending.returning(session, key, head.live.number, end)
        content = before.content if before else block_of(key.kind).blank
        again = writing.write(session, key, plain(change(content)), seen=seen, by=by, now=now, minor=False)
        deciding.publish(session, again, by=by, now=now).expire_at = before.expire_at if before else None
        seen = queries.head(session, key).version
    kept = writing.write(session, key, text, seen=seen, by=by, now=now, minor=False)
    stood = followers.standing(head)
    followers.tell(session, followers.Written(key, stood, text, minor=False, by=by, now=now))
    live = deciding.publish(session, kept, by=by, now=now)
    live.expire_at = end
    session.flush()
    return live


def propose(session: Session, key: Key, change: Change, *, by: Author, now: datetime) -> Revision | None:
    """Submit the change, made to what waits if anything does; nothing where that says it already.

    Raise `PlannedError` if a planned publication waits: only who publishes may withdraw it.
    """
    for _attempt in range(ATTEMPTS):
        head = queries.head(session, key)
        try:
            kept = writing.save_draft(session, key, change(head.snapshot), seen=head.version, by=by, now=now)
        except ConflictError:
            continue
        if kept is None or kept.state is State.LIVE:
            return None
        return deciding.submit(session, kept, now=now) if kept.state is State.DRAFT else kept
    raise ConflictError(head.latest, change(head.snapshot), None, head.version)


def join(session: Session, key: Key, change: Change, *, by: Author, now: datetime) -> Revision | None:
    """Make a change to what waits, which keeps its author and where it stands, and return it; else begin a draft.

    Nothing where what an editor goes on from says it already. Raise `PlannedError` if a planned publication waits:
    what was planned is not changed behind the back of who planned it.
    """
    for _attempt in range(ATTEMPTS):
        head = queries.head(session, key)
        waiting, text = _waiting(head.pending), plain(change(head.snapshot))
        if text == head.snapshot:
            return None
        if head.pending and head.pending.state is State.SCHEDULED:
            raise PlannedError(head.pending)
        try:
            if waiting is None:
                return writing.save_draft(session, key, text, seen=head.version, by=by, now=now)
            _put_back(session, key, waiting, text, now)
        except ConflictError:
            continue
        stood = followers.standing(head)
        followers.tell(session, followers.Written(key, stood, text, minor=False, by=by, now=now))
        return queries.pending(session, key)
    raise ConflictError(head.latest, text, None, head.version)


def _publish_due(session: Session, key: Key, *, by: Author, now: datetime) -> None:
    """Publish what was planned, and end what was to end, for an instant that has come, before anything is changed."""
    pending = queries.pending(session, key)
    if pending and pending.state is State.SCHEDULED and pending.go_live_at and pending.go_live_at <= now:
        deciding.publish(session, pending, by=by, now=now)
    live = queries.live(session, key)
    if live is not None and live.expire_at is not None and live.expire_at <= now:
        block, fresh = heads.hold(session, live)
        ending.give_way(session, block, fresh, now=now)


def _waiting(pending: Revision | None) -> _Waiting | None:
    if pending is None:
        return None
    return _Waiting(
        content=pending.content,
        state=pending.state,
        author=Author(pending.actor_id, pending.channel, pending.on_behalf_of_id),
        minor=pending.minor,
        submitted_at=pending.submitted_at,
        go_live_at=pending.go_live_at,
        expire_at=pending.expire_at,
        refusal_reason=pending.refusal_reason,
        decided_by=Author(pending.decided_by_id),
    )


def _put_back(session: Session, key: Key, waiting: _Waiting, text: Snapshot, now: datetime) -> None:
    """Let a text wait as it did before."""
    seen = queries.head(session, key).version
    kept = writing.write(session, key, text, seen=seen, by=waiting.author, now=now, minor=waiting.minor)
    if waiting.state is State.SCHEDULED and waiting.go_live_at:
        end = waiting.expire_at
        deciding.schedule(session, kept, waiting.go_live_at, by=waiting.decided_by, now=now, expire_at=end)
    elif waiting.state in {State.SUBMITTED, State.REFUSED}:
        deciding.submit(session, kept, now=waiting.submitted_at or now)
    if waiting.state is State.REFUSED:
        deciding.refuse(session, kept, waiting.refusal_reason or "", by=waiting.decided_by, now=now)
