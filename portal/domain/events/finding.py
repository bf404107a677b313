"""Finds live events and their dates: every list, map, calendar, feed and API asks here, so that all agree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import contains_eager

from portal.db import db
from portal.domain import museums
from portal.domain.events import addresses, derived, live
from portal.domain.events.live import Dated, Shown
from portal.domain.events.models import Event, EventDate, EventDecline, EventPartner
from portal.domain.events.vocabulary import PriceKind

MOST_DAYS = 400
"""How many days one question may span."""


@dataclass(frozen=True)
class Asked:
    """What is looked for: different criteria add up, values of one are alternatives."""

    first: date | None = None
    last: date | None = None
    """Both included; nothing asks of all time."""
    museums: frozenset[int] | None = None
    """At, or organised by, one of these."""
    types: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    departements: tuple[str, ...] = ()
    towns: tuple[int, ...] = ()
    age: int | None = None
    is_free: bool = False
    operation: str | None = None
    events: tuple[int, ...] = ()


def dates(asked: Asked, *, offset: int = 0, limit: int | None = None) -> list[Dated]:
    """Return dates in the order of time: two statements however many they are."""
    wanted = (
        select(EventDate)
        .join(EventDate.event)
        .options(contains_eager(EventDate.event))
        .where(*_of_dates(asked))
        .order_by(EventDate.starts_at, EventDate.event_id, EventDate.id)
        .offset(offset)
        .limit(limit)
    )
    known: dict[int, Shown] = {}
    found = []
    for row in db.session.scalars(wanted):
        event = known.get(row.event_id)
        if event is None:
            event = known[row.event_id] = live.shown(row.event)
        found.append(live.dated(row, event))
    return found


def count(asked: Asked) -> int:
    """Return how many dates are asked for."""
    return db.session.scalar(_counted(select(func.count()).select_from(EventDate), asked)) or 0


def runs(asked: Asked, *, limit: int | None = None) -> list[Shown]:
    """Return the exhibitions that run at some time asked for, the first to end first."""
    order = (Event.run_last, Event.run_first, Event.id)
    wanted = select(Event).where(*_of_runs(asked)).order_by(*order).limit(limit)
    return [live.shown(row) for row in db.session.scalars(wanted)]


def count_runs(asked: Asked) -> int:
    """Return how many exhibitions run."""
    return db.session.scalar(select(func.count()).select_from(Event).where(*_of_runs(asked))) or 0


def by_day(asked: Asked) -> Mapping[date, int]:
    """Return how many dates there are on each day between the first and the last asked for, by the day they begin."""
    wanted = _counted(select(EventDate.starts_on, func.count()), asked).group_by(EventDate.starts_on)
    return dict(db.session.execute(wanted).all())


def events(asked: Asked, *, offset: int = 0, limit: int | None = None) -> list[Shown]:
    """Return events whatever their dates, or with one between those asked for, the last changed last."""
    wanted = select(Event).where(*_of_events(asked), *_when(asked)).order_by(Event.id)
    return [live.shown(row) for row in db.session.scalars(wanted.offset(offset).limit(limit))]


def count_events(asked: Asked) -> int:
    """Return how many events `events` would."""
    wanted = select(func.count()).select_from(Event).where(*_of_events(asked), *_when(asked))
    return db.session.scalar(wanted) or 0


def by_address(slug: str) -> Shown | None:
    """Return the live event of an address part, whatever words it begins with; a merged one leads to the other."""
    short_id = addresses.short_id_of(slug)
    row = short_id and db.session.scalar(select(Event).where(Event.short_id == short_id))
    for _step in range(5):
        if not row or row.merged_into_id is None:
            break
        row = db.session.get(Event, row.merged_into_id)
    if not row or not row.is_live or row.museum_id not in museums.guide().by_id:
        return None
    return live.shown(row)


def dates_of(event_ids: Iterable[int]) -> Mapping[int, Sequence[Dated]]:
    """Return every date of events, past ones too, in one statement more than those of the events themselves."""
    ids = tuple(event_ids)
    found: dict[int, list[Dated]] = {id_: [] for id_ in ids}
    if ids:
        for one in dates(Asked(events=ids)):
            found[one.event.id].append(one)
    return found


def next_of(event_ids: Iterable[int], today: date) -> Mapping[int, Dated]:
    """Return the next date of each event that has one to come."""
    ids = tuple(event_ids)
    found: dict[int, Dated] = {}
    if ids:
        for one in dates(Asked(first=today, last=today + timedelta(days=MOST_DAYS), events=ids)):
            found.setdefault(one.event.id, one)
    return found


def _counted(wanted: Any, asked: Asked) -> Any:
    """Return a count of dates; where only days are asked for, the index of days answers it alone.

    A date is a row only while its event is live: removing an event removes its dates.
    """
    if asked == Asked(asked.first, asked.last):
        return wanted.where(*_within(asked))
    return wanted.join(EventDate.event).where(*_of_dates(asked))


def _of_dates(asked: Asked) -> list[ColumnElement[bool]]:
    return [*_of_events(asked), *_within(asked)]


def _within(asked: Asked) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if asked.last is not None:
        conditions.append(EventDate.starts_on <= asked.last)
    if asked.first is not None:
        conditions.append(EventDate.ends_on >= asked.first)
        # The index answers this one; what lasts longer than a month has a run instead.
        conditions.append(EventDate.starts_on >= asked.first - timedelta(days=31))
    return conditions


def _of_runs(asked: Asked) -> list[ColumnElement[bool]]:
    conditions = [*_of_events(asked), Event.run_last.is_not(None)]
    if asked.first is not None:
        conditions.append(Event.run_last >= asked.first)
    if asked.last is not None:
        conditions.append(Event.run_first <= asked.last)
    return conditions


def _when(asked: Asked) -> list[ColumnElement[bool]]:
    if asked.first is None and asked.last is None:
        return []
    first, last = asked.first or date.min, asked.last or date.max
    has_date = exists().where(
        EventDate.event_id == Event.id, EventDate.ends_on >= first, EventDate.starts_on <= last
    )
    return [or_(has_date, and_(Event.run_last >= first, Event.run_first <= last))]


def _of_events(asked: Asked) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [Event.is_live.is_(True), *_of_columns(asked), *_of_tags(asked)]
    if asked.museums is not None:
        conditions.append(_at(asked.museums))
    if asked.is_free:
        conditions.append(Event.price_kind == PriceKind.FREE.value)
    if asked.age is not None:
        conditions += _suits(asked.age)
    return conditions


def _of_columns(asked: Asked) -> Iterator[ColumnElement[bool]]:
    for column, values in (
        (Event.id, asked.events),
        (Event.type, asked.types),
        (Event.departement, asked.departements),
        (Event.town_id, asked.towns),
        (Event.operation, asked.operation and (asked.operation,)),
    ):
        if values:
            yield column.in_(values)


def _of_tags(asked: Asked) -> Iterator[ColumnElement[bool]]:
    for name, values in (
        (derived.PUBLIC, asked.audiences),
        (derived.LANGUAGE, asked.languages),
        (derived.ACCESS, asked.access),
        (derived.THEME, asked.themes),
    ):
        if values:
            yield _tagged(name, values)


def _tagged(name: str, values: Iterable[str]) -> ColumnElement[bool]:
    return or_(*(Event.tags.contains(derived.tag(name, one), autoescape=True) for one in values))


def _at(museum_ids: frozenset[int]) -> ColumnElement[bool]:
    """Return what a museum's pages show: its own, and others' that name it unless it declined."""
    declined = exists().where(
        EventDecline.event_id == Event.id, EventDecline.museum_id == EventPartner.partner_id
    )
    named = exists().where(
        EventPartner.event_id == Event.id, EventPartner.partner_id.in_(museum_ids), ~declined
    )
    return or_(Event.museum_id.in_(museum_ids), named)


def _suits(age: int) -> list[ColumnElement[bool]]:
    """Return what suits an age: where neither age nor audience is said, whether it does is not known, and it is left out."""
    said = or_(Event.age_from.is_not(None), Event.age_to.is_not(None))
    everyone = _tagged(derived.PUBLIC, _audiences_of(age))
    return [
        or_(Event.age_from.is_(None), Event.age_from <= age),
        or_(Event.age_to.is_(None), Event.age_to >= age),
        or_(said, everyone),
    ]


def _audiences_of(age: int) -> tuple[str, ...]:
    if age < 12:
        return "tout-public", "famille", "enfants"
    return ("tout-public", "famille", "ados") if age < 18 else ("tout-public", "adultes")


def latest(asked: Asked, *, limit: int) -> list[Shown]:
    """Return the events with something in the days asked for, the last changed first."""
    wanted = select(Event).where(*_of_events(asked), *_when(asked))
    found = db.session.scalars(wanted.order_by(Event.updated_at.desc(), Event.id.desc()).limit(limit))
    return [live.shown(row) for row in found]
