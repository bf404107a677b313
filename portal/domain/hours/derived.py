"""The state of every coming day, worked out when hours are published, so that a date is looked up and not computed."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from portal.db import content_version, db, has_unpublished_changes
from portal.domain import museums
from portal.domain.hours import live, snapshots
from portal.domain.hours.models import MuseumHours, OpeningDay
from portal.domain.hours.schedule import Schedule, State
from portal.domain.recent import Recent

BEFORE, AFTER = timedelta(days=31), timedelta(days=400)
"""How far around today the days are worked out ahead."""
SLACK = timedelta(days=30)
KEPT_ANSWERS = 64
LONGEST_RANGE = 400
"""How many days may be asked for at once."""


@dataclass(frozen=True)
class States:
    """Which museums are open at some time of some days, and which may be; all others are closed throughout."""

    open: frozenset[int]
    unconfirmed: frozenset[int]
    """Not known to be open on any of the days, and not confirmed on one at least."""


_answers: Recent[tuple[object, int, date, date], States] = Recent(KEPT_ANSWERS)


def states(first: date, last: date) -> States:
    """Return what is known of every listed museum between two dates, both included: three statements at most."""
    session = db.session()
    if has_unpublished_changes(session):
        return _states(first, last)
    key = (db.engine, content_version(session).number, first, last)
    return _answers.get(key, lambda: _states(first, last))


def _states(first: date, last: date) -> States:
    museum_ids = frozenset(museums.guide().by_id)
    found: dict[State, set[int]] = {state: set() for state in State}
    known: dict[int, int] = {}
    rows = db.session.execute(
        select(OpeningDay.museum_id, OpeningDay.state, func.count())
        .where(OpeningDay.date.between(first, last))
        .group_by(OpeningDay.museum_id, OpeningDay.state)
    )
    for id_, state, count in rows:
        found[state].add(id_)
        known[id_] = known.get(id_, 0) + count
    days = (last - first).days + 1
    lacking = _with_hours() - {id_ for id_, count in known.items() if count == days}
    for id_, kept in live.of_many(sorted(lacking & museum_ids)).items():
        for answer in kept.schedule.days(first, last):
            found[answer.state].add(id_)
    never_entered = museum_ids - known.keys() - lacking
    opened = found[State.OPEN] & museum_ids
    return States(
        frozenset(opened), frozenset((found[State.UNCONFIRMED] | never_entered) & museum_ids - opened)
    )


def _with_hours() -> set[int]:
    return set(db.session.scalars(select(MuseumHours.museum_id)))


def rewrite(session: Session, museum_id: int, schedule: Schedule, today: date) -> None:
    """Work out the days of a museum again; the session may write them."""
    session.execute(delete(OpeningDay).where(OpeningDay.museum_id == museum_id))
    if schedule.rows.is_empty:
        return
    rows = [
        {"museum_id": museum_id, "date": answer.date, "state": answer.state}
        for answer in schedule.days(today - BEFORE, today + AFTER)
    ]
    session.execute(insert(OpeningDay), rows)


def rebuild(session: Session, today: date, *, only_school: bool = False) -> int:
    """Work out every museum's days again, in a scope that may write them; return how many museums.

    With `only_school`, only of those that keep other hours during school holidays: after a change of the calendar.
    """
    school = live.school_calendar()
    rows = session.execute(select(MuseumHours.museum_id, MuseumHours.hours, MuseumHours.exceptions)).all()
    done = 0
    for museum_id, hours, exceptions in rows:
        kept = snapshots.rows_of(hours, exceptions)
        if only_school and not any(period.breaks for period in kept.periods):
            continue
        rewrite(session, museum_id, Schedule(kept, school), today)
        done += 1
    return done


def extend(session: Session, today: date) -> int:
    """Work out again the days of museums whose last one comes near, in a scope that may write them."""
    ends = select(OpeningDay.museum_id).group_by(OpeningDay.museum_id)
    near = ends.having(func.max(OpeningDay.date) < today + AFTER - SLACK)
    columns = select(MuseumHours.museum_id, MuseumHours.hours, MuseumHours.exceptions)
    rows = session.execute(columns.where(MuseumHours.museum_id.in_(near))).all()
    school = live.school_calendar()
    for museum_id, hours, exceptions in rows:
        rewrite(session, museum_id, Schedule(snapshots.rows_of(hours, exceptions), school), today)
    return len(rows)


def astray(museum_id: int, schedule: Schedule) -> list[date]:
    """Return the worked-out days of a museum that are not what its hours say: none, unless something is broken."""
    columns = select(OpeningDay.date, OpeningDay.state).where(OpeningDay.museum_id == museum_id)
    rows = db.session.execute(columns.order_by(OpeningDay.date))
    return [day for day, state in rows if schedule.on(day).state is not state]
