"""Makes one change to what the public reads, at once, and to what waits beside it: neither loses the other's text.

For what cannot wait behind a draft: a closing announced on the day. A change is a function of a content, so that it
applies to whatever both contents are by then.
"""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from portal.domain.revisions import aside, deciding, heads, policies, queries, writing
from portal.domain.revisions.aside import Aside
from portal.domain.revisions.blocks import Snapshot, plain
from portal.domain.revisions.errors import ConflictError
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

    What waits is kept with its author and its state, the change made to it too unless `also_waiting` is false.
    Raise `ReviewedFirstError` where the association reads first: the change is to be proposed instead, unless its noun
    knows that it is urgent.
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
            kept = writing.write(session, key, text, seen=head.version, by=by, now=now, minor=False)
        except ConflictError:  # written at the same moment: read again what it is made to
            continue
        live = deciding.publish(session, kept, by=by, now=now, is_urgent=is_urgent)
        if waiting is not None:
            wanted = plain(change(waiting.content)) if also_waiting else waiting.content
            if wanted != live.content:
                review = _still_read(waiting, wanted, by)
                aside.put_back(session, key, waiting, wanted, now, review=review)
        return live
    raise ConflictError(head.latest, text, None, head.version)


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


def _publish_due(session: Session, key: Key, *, now: datetime) -> None:
    """Publish what was planned for an instant that has come, before anything is changed."""
    pending = queries.pending(session, key)
    if pending and pending.state is State.SCHEDULED and pending.go_live_at and pending.go_live_at <= now:
        block, planned = heads.hold(session, pending)
        deciding.appear(session, block, planned, now=now)


def _still_read(waiting: Aside, text: Snapshot, by: Author) -> Review:
    """Return whether a text was read by the association now that somebody has changed it."""
    review: Review = waiting.standing["review"]
    is_unread = review is Review.DONE and waiting.standing["state"] is State.SCHEDULED
    return Review.NONE if is_unread and text != waiting.content and not by.is_association else review
