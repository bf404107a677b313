"""Reads what is live of museums' hours: from memory for as long as the public content stands."""

import weakref
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine, select

from portal.db import (
    Remembered,
    TenancyError,
    content_version,
    db,
    has_unpublished_changes,
    scope_of,
)
from portal.domain.hours import snapshots
from portal.domain.hours.models import MuseumHours, SchoolHolidayRow
from portal.domain.hours.rows import Rows
from portal.domain.hours.schedule import Schedule
from portal.domain.hours.school import SchoolCalendar, SchoolHoliday


@dataclass(frozen=True)
class Kept:
    """A museum's hours as the public reads them."""

    schedule: Schedule
    confirmed_at: datetime | None = None
    confirmed_by_id: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the museum has never entered anything."""
        return self.schedule.rows.is_empty


@dataclass
class _Shelf:
    """What has been read of one state of the public content."""

    number: int
    school: SchoolCalendar
    kept: dict[int, Kept] = field(default_factory=dict)


_shelves: weakref.WeakKeyDictionary[Engine, _Shelf] = weakref.WeakKeyDictionary()


def of(museum_id: int) -> Kept:
    """Return the hours of a museum; of one that never entered any, empty ones."""
    return of_many([museum_id])[museum_id]


def of_many(museum_ids: Iterable[int]) -> Mapping[int, Kept]:
    """Return the hours of museums, by their numbers: at most two statements however many."""
    asked = list(dict.fromkeys(museum_ids))
    museum = scope_of(db.session()).museum_id
    if museum is not None and any(id_ != museum for id_ in asked):
        raise TenancyError("the hours of another museum than the one in scope")
    shelf = _shelf()
    missing = [id_ for id_ in asked if id_ not in shelf.kept]
    if missing:
        found = _read(missing, shelf.school)
        shelf.kept.update({id_: found.get(id_) or Kept(Schedule(Rows(), shelf.school)) for id_ in missing})
    return {id_: shelf.kept[id_] for id_ in asked}


def _read(museum_ids: list[int], school: SchoolCalendar) -> dict[int, Kept]:
    columns = select(
        MuseumHours.museum_id,
        MuseumHours.hours,
        MuseumHours.exceptions,
        MuseumHours.confirmed_at,
        MuseumHours.confirmed_by_id,
    ).where(MuseumHours.museum_id.in_(museum_ids))
    return {
        id_: Kept(Schedule(snapshots.rows_of(hours, exceptions), school), confirmed_at, by_id)
        for id_, hours, exceptions, confirmed_at, by_id in db.session.execute(columns)
    }


def _shelf() -> _Shelf:
    session = db.session()
    number = content_version(session).number
    if has_unpublished_changes(session):  # what may yet be undone is nobody else's truth
        return _Shelf(number, school_calendar())
    shelf = _shelves.get(db.engine)
    if shelf is None or shelf.number != number:
        shelf = _shelves[db.engine] = _Shelf(number, school_calendar())
    return shelf


def _read_school() -> SchoolCalendar:
    columns = select(SchoolHolidayRow.first, SchoolHolidayRow.last, SchoolHolidayRow.kind)
    rows = db.session.execute(columns.order_by(SchoolHolidayRow.first))
    return SchoolCalendar(tuple(SchoolHoliday(first, last, kind) for first, last, kind in rows))


school_calendar = Remembered(_read_school)
"""Return the school calendar of zone C as the association keeps it."""
