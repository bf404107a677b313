"""Which museums cost nothing: to somebody of an age, or to everybody, on some days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from portal.db import content_version, db, has_unpublished_changes
from portal.domain import hours, museums
from portal.domain.admission import live
from portal.domain.admission.free_days import ONE_DAY, is_free_on
from portal.domain.admission.rows import Rows
from portal.domain.admission.verdicts import Cost, Verdict, free_for
from portal.domain.hours.schedule import Schedule
from portal.domain.recent import Recent

KEPT_ANSWERS = 64
_BEST = (Cost.FREE, Cost.UNKNOWN, Cost.PAYS)


@dataclass(frozen=True)
class Freedom:
    """Which museums are free on some of the days, and which may be; all others ask for money throughout."""

    free: frozenset[int]
    unknown: frozenset[int]


_answers: Recent[tuple[object, int, date, date, int | None], Freedom] = Recent(KEPT_ANSWERS)


def free_museums(first: date, last: date, age: int | None = None) -> Freedom:
    """Return what is known of every listed museum between two dates, both included, as `free_for` says of each day."""
    session = db.session()
    if has_unpublished_changes(session):
        return _freedom(first, last, age)
    key = (db.engine, content_version(session).number, first, last, age)
    return _answers.get(key, lambda: _freedom(first, last, age))


def verdict_of(museum_id: int, day: date, age: int | None = None) -> Verdict:
    """Return what entry to a museum costs on a day, as is live."""
    return _verdict(live.of(museum_id).rows, hours.of(museum_id).schedule, day, age)


def best_of(
    museum_ids: Iterable[int], first: date, last: date, age: int | None = None
) -> dict[int, tuple[date, Verdict]]:
    """Return the first day between two on which each museum is free, else may be, else asks for money; and how."""
    asked = list(museum_ids)
    schedules, found = hours.of_many(asked), {}
    for museum_id, kept in live.of_many(asked).items():
        schedule = schedules[museum_id].schedule
        days = sorted(_telling_days(kept.rows, first, last))
        verdicts = [(day, _verdict(kept.rows, schedule, day, age)) for day in days]
        found[museum_id] = min(verdicts, key=lambda each: _BEST.index(each[1].cost))
    return found


def _freedom(first: date, last: date, age: int | None) -> Freedom:
    found = best_of(museums.guide().by_id, first, last, age)
    ids = {cost: {id_ for id_, (_day, each) in found.items() if each.cost is cost} for cost in Cost}
    return Freedom(frozenset(ids[Cost.FREE]), frozenset(ids[Cost.UNKNOWN]))


def _verdict(rows: Rows, schedule: Schedule, day: date, age: int | None) -> Verdict:
    found = free_for(rows, day, age)
    return found if found.rule is None else free_for(rows, day, age, schedule.on(day).state)


def _telling_days(rows: Rows, first: date, last: date) -> set[date]:
    """Return the days whose answers are those of all the days between two: where prices change, and free days."""
    starts = [rows.valid_from, *(line.valid_from for line in rows.lines)]
    ends = [rows.valid_to, *(line.valid_to for line in rows.lines)]
    changes = {*filter(None, starts), *(end + ONE_DAY for end in ends if end is not None)}
    days = {first, *(day for day in changes if first <= day <= last)}
    if rows.free_days:
        between = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
        days.update(day for day in between if any(is_free_on(rule, day) for rule in rows.free_days))
    return days
