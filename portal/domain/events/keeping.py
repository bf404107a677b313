"""Makes, copies, changes and removes events, always through their blocks: the history holds every step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from portal.domain import revisions
from portal.domain.events import block, changing, checking_dates, findable, recurrence, snapshots
from portal.domain.events.models import Event, EventDate, EventPartner
from portal.domain.events.rows import Event as Said
from portal.domain.revisions import Author, Revision, Snapshot

Change = Callable[[Said], Said]


def create(
    session: Session, museum_id: int, snapshot: Snapshot, *, by: Author, now: datetime
) -> tuple[Event, Revision]:
    """Return a new event and its draft."""
    event = block.begin(session, museum_id, now)
    kept = revisions.save_draft(session, block.key(event), snapshot, seen=0, by=by, now=now)
    if kept is None:
        raise ValueError("an event has a title, so its first text is never the blank one")
    return event, kept


def copy_of(session: Session, event: Event, museum_id: int) -> Snapshot:
    """Return what a duplicate begins with, for a museum: all of an event but its dates and where it stands."""
    said = snapshots.event_of(revisions.head(session, block.key(event)).snapshot)
    if museum_id != event.museum_id:
        # A picture is its museum's own, and so is the room in its walls.
        said = replace(said, picture=None, place=replace(said.place, name=None))
    return snapshots.snapshot_of(changing.copied(said))


def redraft(session: Session, event: Event, change: Change, *, by: Author, now: datetime) -> Revision | None:
    """Make one change to the draft of an event that is not live yet."""
    head = revisions.head(session, block.key(event))
    text = _on_snapshots(change)(head.snapshot)
    return revisions.save_draft(session, block.key(event), text, seen=head.version, by=by, now=now)


def amend(session: Session, event: Event, change: Change, *, by: Author, now: datetime) -> Revision | None:
    """Make one change to what the public reads at once, and to what waits; nothing where it says so already.

    Raise `ReviewedFirstError` where the association reads first, unless the change is urgent.
    """
    urgent = is_urgent(session, event, change)
    return revisions.amend(session, block.key(event), _on_snapshots(change), by=by, now=now, is_urgent=urgent)


def is_urgent(session: Session, event: Event, change: Change) -> bool:
    """Return whether a change says only that dates do not take place or are full: somebody may be on the way."""
    live = revisions.live(session, block.key(event))
    if live is None:
        return False
    said = snapshots.event_of(live.content)
    return changing.is_only_a_warning(said, change(said))


def propose(
    session: Session,
    event: Event,
    change: Change,
    *,
    by: Author,
    now: datetime,
    to_association: bool = False,
) -> Revision | None:
    """Submit one change, to those who publish or to the association."""
    return revisions.propose(
        session, block.key(event), _on_snapshots(change), by=by, now=now, to_association=to_association
    )


def remove(session: Session, event: Event, *, now: datetime) -> None:
    """Take an event off every page; its texts stay in the history, and `put_back` undoes it."""
    event.is_live, event.removed_at, event.updated_at = False, now, now
    event.sequence += 1
    session.execute(delete(EventDate).where(EventDate.event_id == event.id))
    session.execute(delete(EventPartner).where(EventPartner.event_id == event.id))
    session.flush()
    findable.refresh(event)


def put_back(session: Session, event: Event, *, now: datetime) -> None:
    """Put an event back where it was before it was removed."""
    head = revisions.head(session, block.key(event))
    event.removed_at = None
    if head.live is not None:
        block.project(session, event.museum_id, event.id, head.live.content, now)
    session.flush()


def prolong(session: Session, today: date, *, by: Author, now: datetime) -> int:
    """Write out the dates that rules without an end now reach; return how many events got some.

    Run each night: a rule reaches eighteen months ahead of the day it is read on.
    """
    done = 0
    for event in session.scalars(select(Event).where(Event.is_live.is_(True)).order_by(Event.id)):
        rule = (event.content or {}).get("rule")
        if not rule or rule.get("last"):
            continue
        done += amend(session, event, _reaching(today), by=by, now=now) is not None
    return done


def _reaching(today: date) -> Change:
    def change(said: Said) -> Said:
        return said if said.rule is None else with_rule(said, said, today)

    return change


def with_rule(said: Said, before: Said, today: date) -> Said:
    """Return an event with its rule written out, what was edited by hand before kept."""
    if said.rule is None:
        return said
    dates = recurrence.written_out(
        said.rule, before.occurrences, today, checking_dates.is_holiday, given_by=before.rule
    )
    return replace(said, occurrences=dates)


def _on_snapshots(change: Change) -> Callable[[Snapshot], Snapshot]:
    return lambda content: snapshots.snapshot_of(change(snapshots.event_of(content)))
