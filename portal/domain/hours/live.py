"""Reads what is live of museums' hours: from memory for as long as the public content stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import select

from portal.db import Remembered, db, preview_of, refuse_others
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

    school: SchoolCalendar
    kept: dict[int, Kept] = field(default_factory=dict)


def of(museum_id: int) -> Kept:
    """Return the hours of a museum; of one that never entered any, empty ones."""
    return of_many([museum_id])[museum_id]


def of_many(museum_ids: Iterable[int]) -> Mapping[int, Kept]:
    """Return the hours of museums, by their numbers: at most two statements however many."""
    asked = list(dict.fromkeys(museum_ids))
    refuse_others(db.session(), asked)
    shelf = _shelf.published()
    missing = [id_ for id_ in asked if id_ not in shelf.kept]
    if missing:
        found = _read(missing, shelf.school)
        shelf.kept.update({id_: found.get(id_) or Kept(Schedule(Rows(), shelf.school)) for id_ in missing})
    return {id_: _previewed(id_, shelf.kept[id_]) for id_ in asked}


def _previewed(museum_id: int, kept: Kept) -> Kept:
    """Return a museum's hours with what the session previews of them."""
    preview = preview_of(db.session(), museum_id)
    if preview is None:
        return kept
    hours, exceptions = preview.texts.get("hours"), preview.texts.get("exceptions")
    rows, new = kept.schedule.rows, snapshots.rows_of(hours, exceptions)
    if hours is not None:
        rows = replace(rows, periods=new.periods, holidays=new.holidays, services=new.services)
        kept = replace(kept, confirmed_at=preview.at)
    if exceptions is not None:
        rows = replace(rows, exceptions=new.exceptions, closures=new.closures)
    return replace(kept, schedule=Schedule(rows, kept.schedule.school))


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


def _read_school() -> SchoolCalendar:
    columns = select(SchoolHolidayRow.first, SchoolHolidayRow.last, SchoolHolidayRow.kind)
    rows = db.session.execute(columns.order_by(SchoolHolidayRow.first))
    return SchoolCalendar(tuple(SchoolHoliday(first, last, kind) for first, last, kind in rows))


school_calendar = Remembered(_read_school)
"""Return the school calendar of zone C as the association keeps it."""

_shelf = Remembered(lambda: _Shelf(school_calendar.published()))
