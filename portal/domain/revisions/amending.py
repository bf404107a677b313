"""Makes one change to what the public reads, at once, and to what waits beside it: neither loses the other's text.

For what cannot wait behind a draft: a closing announced on the day. A change is a function of a content, so that it
applies to whatever both contents are by then.
"""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from portal.domain.revisions import aside, deciding, ending, followers, heads, policies, queries, writing
from portal.domain.revisions.aside import Aside
from portal.domain.revisions.blocks import Snapshot, block_of, plain
from portal.domain.revisions.errors import ConflictError, PlannedError
from portal.domain.revisions.models import Author, Key, Review, Revision, State

Change = Callable[[Snapshot], Snapshot]
ATTEMPTS = 8
"""How often the change is made again on what somebody else wrote at the same moment."""


def amend(
    session: Session,
    key: Key,
    change: Change,
    *,
    by: Author,
    now: datetime,
    also_waiting: bool = True,
    is_urgent: bool = False,
) -> Revision | None:
    """Publish the change and return what is live; nothing where the public reads it already.

    What waits is kept with its author and its state, the change made to it too unless `also_waiting` is false; so is
    what comes back after a text that ends. Raise `ReviewedFirstError` where the association reads first: the change is
    to be proposed instead, unless its noun knows that it is urgent.
    """
    if not is_urgent:
        policies.hold_back(session, key, by)
    _publish_due(session, key, now=now)
    for _attempt in range(ATTEMPTS):
        head = queries.head(session, key)
        online, waiting = head.live.content if head.live else head.found, aside.taken(head.pending)
        text = plain(change(online))
        if text == online:
            return None
        if head.pending and head.pending.state is State.SCHEDULED:
            deciding.withdraw(session, head.pending, now=now)
        try:
            both = change if also_waiting else None
            live = _publish(session, key, head, text, both, by=by, now=now, is_urgent=is_urgent)
        except ConflictError:  # written at the same moment: read again what it is made to
            continue
        if waiting is not None:
            wanted = plain(change(waiting.content)) if also_waiting else waiting.content
            if wanted != live.content:
                review = _still_read(waiting, wanted, by)
                aside.put_back(session, key, waiting, wanted, now, review=review)
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
    is_urgent: bool,
) -> Revision:
    """Publish a text; before it, where the live one ends, what comes back then, with the change made to it too."""
    end = head.live.expire_at if head.live else None
    seen = head.version
    if change is not None and head.live is not None and end is not None:
        before = ending.returning(session, key, head.live.number, end)
        content = before.content if before else block_of(key.kind).blank
        again = writing.write(session, key, plain(change(content)), seen=seen, by=by, now=now, minor=False)
        shown = deciding.publish(session, again, by=by, now=now, is_urgent=is_urgent)
        shown.expire_at = before.expire_at if before else None
        seen = queries.head(session, key).version
    kept = writing.write(session, key, text, seen=seen, by=by, now=now, minor=False)
    stood = followers.standing(head)
    followers.tell(session, followers.Written(key, stood, text, minor=False, by=by, now=now))
    live = deciding.publish(session, kept, by=by, now=now, is_urgent=is_urgent)
    live.expire_at = end
    session.flush()
    return live


def propose(
    session: Session, key: Key, change: Change, *, by: Author, now: datetime, to_association: bool = False
) -> Revision | None:
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
        is_passed_on = to_association and kept.state is State.SUBMITTED
        if kept.state is State.DRAFT or is_passed_on:
            return deciding.submit(session, kept, now=now, to_association=to_association)
        return kept
    raise ConflictError(head.latest, change(head.snapshot), None, head.version)


def join(session: Session, key: Key, change: Change, *, by: Author, now: datetime) -> Revision | None:
    """Make a change to what waits, which keeps its author and where it stands, and return it; else begin a draft.

    Nothing where what an editor goes on from says it already. Raise `PlannedError` if a planned publication waits:
    what was planned is not changed behind the back of who planned it.
    """
    for _attempt in range(ATTEMPTS):
        head = queries.head(session, key)
        waiting, text = aside.taken(head.pending), plain(change(head.snapshot))
        if text == head.snapshot:
            return None
        if head.pending and head.pending.state is State.SCHEDULED:
            raise PlannedError(head.pending)
        try:
            if waiting is None:
                return writing.save_draft(session, key, text, seen=head.version, by=by, now=now)
            aside.put_back(session, key, waiting, text, now)
        except ConflictError:
            continue
        stood = followers.standing(head)
        followers.tell(session, followers.Written(key, stood, text, minor=False, by=by, now=now))
        return queries.pending(session, key)
    raise ConflictError(head.latest, text, None, head.version)


def _publish_due(session: Session, key: Key, *, now: datetime) -> None:
    """Publish what was planned, and end what was to end, for an instant that has come, before anything is changed."""
    pending = queries.pending(session, key)
    if pending and pending.state is State.SCHEDULED and pending.go_live_at and pending.go_live_at <= now:
        block, planned = heads.hold(session, pending)
        deciding.appear(session, block, planned, now=now)
    live = queries.live(session, key)
    if live is not None and live.expire_at is not None and live.expire_at <= now:
        block, fresh = heads.hold(session, live)
        ending.give_way(session, block, fresh, now=now)


def _still_read(waiting: Aside, text: Snapshot, by: Author) -> Review:
    """Return whether a text was read by the association now that somebody has changed it."""
    review: Review = waiting.standing["review"]
    is_unread = review is Review.DONE and waiting.standing["state"] is State.SCHEDULED
    return Review.NONE if is_unread and text != waiting.content and not by.is_association else review
