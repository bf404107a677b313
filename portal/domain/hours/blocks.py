"""The two blocks of revisions that hours are written in, and what publishing them does.

Two, so that a closing announced from a phone appears at once whatever waits of next season's hours.
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from portal.config import PARIS
from portal.domain import museums, revisions
from portal.domain.hours import bounds, derived, live, snapshots
from portal.domain.hours.checking import LONGEST_NAME, LONGEST_WORDS
from portal.domain.hours.models import MuseumHours
from portal.domain.hours.schedule import Schedule
from portal.domain.revisions import Snapshot

HOURS_KIND, EXCEPTIONS_KIND = "hours", "exceptions"
BLANK_HOURS: Snapshot = {"periods": [], "holidays": {}, "services": []}
BLANK_EXCEPTIONS: Snapshot = {"exceptions": [], "closures": []}


def key(museum_id: int) -> revisions.Key:
    """Return the key of a museum's seasons, holidays and services."""
    return revisions.Key(museum_id, HOURS_KIND)


def exceptions_key(museum_id: int) -> revisions.Key:
    """Return the key of a museum's exceptions and long closures."""
    return revisions.Key(museum_id, EXCEPTIONS_KIND)


def confirm(session: Session, museum_id: int, *, by_id: int | None, now: datetime) -> None:
    """Keep that somebody of the museum says its hours are right as they stand."""
    row = session.get(MuseumHours, museum_id)
    if row is not None:
        row.confirmed_at, row.confirmed_by_id = now, by_id
        session.flush()


def _read(column: str, session: Session, museum_id: int, _subject_id: int) -> Snapshot | None:
    row = session.get(MuseumHours, museum_id)
    found: Snapshot | None = None if row is None else getattr(row, column)
    return found


def _project(
    column: str, session: Session, museum_id: int, _subject_id: int, snapshot: Snapshot, now: datetime
) -> None:
    row = session.get(MuseumHours, museum_id)
    if row is None:
        row = MuseumHours(museum_id=museum_id)
        session.add(row)
    setattr(row, column, snapshot)
    if column == HOURS_KIND:
        row.confirmed_at, row.confirmed_by_id = now if snapshot != BLANK_HOURS else None, None
    museum = session.get_one(museums.Museum, museum_id)
    museum.updated_at = now
    session.flush()
    rows = snapshots.rows_of(row.hours, row.exceptions)
    today = now.astimezone(PARIS).date()
    derived.rewrite(session, museum_id, Schedule(rows, live.school_calendar()), today)


def _is_over(row: Mapping[str, Any], today: date) -> bool:
    """Return whether days of one year are past; a season without dates, and what comes each year, never are."""
    last = bounds.parse(row["to"]) if row.get("to") else None
    return last is not None and last.is_dated and last.in_year(today.year, is_last=True) < today


def _prose(path: str, most: int) -> revisions.Prose:
    return revisions.Prose(path, most, is_over=_is_over)


HOURS = revisions.register(
    revisions.Block(
        kind=HOURS_KIND,
        fields=tuple(BLANK_HOURS),
        project=partial(_project, "hours"),
        read=partial(_read, "hours"),
        blank=BLANK_HOURS,
        prose=(_prose("periods.*.name", LONGEST_NAME), _prose("services.*.periods.*.name", LONGEST_NAME)),
    )
)
EXCEPTIONS = revisions.register(
    revisions.Block(
        kind=EXCEPTIONS_KIND,
        fields=tuple(BLANK_EXCEPTIONS),
        project=partial(_project, "exceptions"),
        read=partial(_read, "exceptions"),
        blank=BLANK_EXCEPTIONS,
        prose=(_prose("exceptions.*.words", LONGEST_WORDS), _prose("closures.*.words", LONGEST_WORDS)),
        is_urgent=True,
    )
)
