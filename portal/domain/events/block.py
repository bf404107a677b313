"""The block of revisions that an event is written in, one an event, and what publishing it does."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from portal.domain import museums, revisions, texts
from portal.domain.events import addresses, derived, findable, snapshots, times
from portal.domain.events.checking import LONGEST_MESSAGE, LONGEST_SUMMARY, LONGEST_TEXT, LONGEST_TITLE
from portal.domain.events.checking_dates import LONGEST_NOTE
from portal.domain.events.checking_parts import LONGEST_WORDS
from portal.domain.events.models import Event, EventDate, EventPartner
from portal.domain.events.rows import Event as Said
from portal.domain.events.rows import Occurrence
from portal.domain.events.snapshots import BLANK
from portal.domain.revisions import Snapshot

KIND = "event"
Cleaner = Callable[[str | None, int], str | None]
LAST_DAY = date(9999, 12, 31)
"""The last day of what is permanent, so that it compares."""


def key(event: Event) -> revisions.Key:
    """Return the key of an event's block."""
    return revisions.Key(event.museum_id, KIND, event.id)


def begin(session: Session, museum_id: int, now: datetime) -> Event:
    """Return the identity of a new event, which its first draft is written on."""
    event = Event(
        museum_id=museum_id,
        short_id=addresses.new_short_id(),
        slug="evenement",
        created_at=now,
        updated_at=now,
    )
    session.add(event)
    session.flush()
    return event


def project(session: Session, museum_id: int, subject_id: int, snapshot: Snapshot, now: datetime) -> None:
    """Write an event to the live tables; each time, calendars hear that it changed."""
    event = session.get_one(Event, subject_id)
    said = snapshots.event_of(snapshot)
    event.content = {name: value for name, value in snapshot.items() if name != "occurrences"}
    event.title, event.slug = said.title, addresses.words(said.title.fr if said.title else None)
    event.type, event.operation = said.type.value, said.operation
    event.age_from, event.age_to = said.age_from, said.age_to
    event.price_kind = said.price.kind.value if said.price else None
    event.tags = derived.tags(said)
    event.host_id = said.place.museum_id
    event.town_id, event.departement = derived.where(said, museum_id)
    event.run_first, event.run_last = _run(said)
    event.sequence = event.sequence + 1 if event.is_live else event.sequence
    event.is_live, event.removed_at, event.updated_at = True, None, now
    _write_dates(session, event, said)
    _write_partners(session, event, said)
    session.get_one(museums.Museum, museum_id).updated_at = now
    session.flush()
    findable.refresh(event)


def _run(said: Said) -> tuple[date | None, date | None]:
    run = said.run
    if run is None:
        return None, None
    return run.first or date.min, LAST_DAY if run.is_permanent else run.last


def _write_dates(session: Session, event: Event, said: Said) -> None:
    """Leave the rows that are right as they are: an event may have a thousand."""
    known = {row.key: row for row in session.scalars(select(EventDate).where(EventDate.event_id == event.id))}
    for one in said.occurrences:
        row = known.pop(one.key, None)
        if row is None:
            row = EventDate(museum_id=event.museum_id, event_id=event.id, key=one.key)
            session.add(row)
        _write_date(row, said, one)
    if known:
        session.execute(delete(EventDate).where(EventDate.id.in_([row.id for row in known.values()])))


def _write_date(row: EventDate, said: Said, one: Occurrence) -> None:
    values = {
        "starts_at": times.instant(one.start),
        "ends_at": one.end and times.instant(one.end),
        "starts_on": one.start.date(),
        "ends_on": times.last_day(one.start, one.end),
        "standing": said.standing_of(one).value,
        "content": snapshots.occurrence_json(one),
    }
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _write_partners(session: Session, event: Event, said: Said) -> None:
    named = {id_ for id_ in (said.place.museum_id, *said.co_organisers) if id_}
    session.execute(delete(EventPartner).where(EventPartner.event_id == event.id))
    known = museums.guide().by_id
    session.add_all(
        EventPartner(museum_id=event.museum_id, event_id=event.id, partner_id=id_)
        for id_ in sorted(named)
        if id_ in known
    )


def _read(_session: Session, _museum_id: int, _subject_id: int) -> Snapshot | None:
    # An event never stood before its first revision.
    return None


def _is_over(holder: Mapping[str, Any], today: date) -> bool:
    """Return whether the last day of an event, or of one of its dates, is past."""
    if "start" in holder:
        return date.fromisoformat((holder.get("end") or holder["start"])[:10]) < today
    dates, run = holder.get("occurrences") or (), holder.get("run") or {}
    if run.get("last"):
        return date.fromisoformat(run["last"]) < today
    return bool(dates) and not run and all(_is_over(one, today) for one in dates)


def _gone(session: Session) -> Collection[int]:
    return set(session.scalars(select(Event.id).where(Event.removed_at.is_not(None))))


def _prose(path: str, most: int, clean: Cleaner = texts.line) -> revisions.Prose:
    return revisions.Prose(path, most, clean, is_over=_is_over)


EVENTS = revisions.register(
    revisions.Block(
        kind=KIND,
        fields=tuple(BLANK),
        project=project,
        read=_read,
        blank=BLANK,
        prose=(
            _prose("title", LONGEST_TITLE),
            _prose("summary", LONGEST_SUMMARY),
            _prose("text", LONGEST_TEXT, texts.lines),
            _prose("message", LONGEST_MESSAGE),
            _prose("price.words", LONGEST_WORDS),
            _prose("occurrences.*.title", LONGEST_TITLE),
            _prose("occurrences.*.note", LONGEST_NOTE),
            _prose("occurrences.*.message", LONGEST_NOTE),
            _prose("occurrences.*.price.words", LONGEST_WORDS),
        ),
        gone=_gone,
    )
)
