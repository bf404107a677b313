"""Takes a publication back: the text before it is published again as a new one, or proposed where it is read first."""

from portal.db import db
from portal.domain import revisions
from portal.domain.accounts.chronicle import note
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Key, Snapshot, State
from portal.web.kit import authors, clock, gate, review


def undo(museum: MuseumEntry, key: Key, before: Snapshot) -> State | None:
    """Show a text again; return `LIVE` or `SUBMITTED`, nothing where that changes nothing.

    What waits is left as it is, where it is published; raise `PlannedError` where it is proposed and another is planned.
    """

    def change(_content: Snapshot) -> Snapshot:
        return before

    now = clock.now()
    if review.may_publish(key.kind):
        by = authors.author(museum)
        done = revisions.amend(db.session(), key, change, by=by, now=now, also_waiting=False)
    else:
        done = review.propose_change(key, change)
    if done is None:
        return None
    after = {"block": key.kind}
    if done.state is State.LIVE:
        note("content.restored", by=gate.actor(), now=now, museum_id=museum.id, after=after)
        return State.LIVE
    note("content.submitted", by=gate.actor(), now=now, museum_id=museum.id, after=after)
    return State.SUBMITTED
