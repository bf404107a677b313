"""What is published is what every date answers, in the same transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import delete, event, select
from sqlalchemy.orm import Session

from portal.db import READ_EVERYTHING, TenancyError, db, enter, of_museum
from portal.domain import hours, museums
from portal.domain.hours import MuseumHours, OpeningDay, SchoolHolidayRow, State
from portal.domain.hours.derived import AFTER, BEFORE
from tests.opening import CLOSED, NOON, USUAL, day_off, publish, season, whole

TODAY = date(2026, 10, 1)
ALL_SAINTS = date(2026, 11, 1)


@pytest.fixture
def pair(session: Session) -> tuple[int, int]:
    """Return the numbers of two museums."""
    first, second = museums.guide().museums[:2]
    return first.id, second.id


def test_a_museum_that_never_entered_anything_is_not_confirmed(session, pair):
    kept = hours.of(pair[0])

    assert kept.is_empty
    assert kept.schedule.on(TODAY).state is State.UNCONFIRMED
    assert pair[0] in hours.states(TODAY, TODAY).unconfirmed


def test_publishing_is_known_to_the_next_question(session, pair):
    here, there = pair
    publish(session, here, whole(holidays={"all_saints": CLOSED}))
    publish(session, there, whole(holidays={"all_saints": USUAL}))
    session.commit()

    answer = hours.of(here).schedule.on(ALL_SAINTS)
    assert (answer.state, answer.rule.kind) == (State.CLOSED, hours.RuleKind.HOLIDAY)
    assert hours.of(here).confirmed_at == NOON
    states = hours.states(ALL_SAINTS, ALL_SAINTS)
    assert there in states.open
    assert here not in states.open | states.unconfirmed
    assert here in hours.states(ALL_SAINTS, ALL_SAINTS + timedelta(days=2)).open  # Tuesday


def test_the_worked_out_days_are_those_of_the_rows_and_rebuild_to_the_same(session, pair):
    here, there = pair
    publish(session, here, whole(), {"exceptions": [day_off("2026-10-10")], "closures": []})
    publish(session, there, whole(season("2026-10-03", "2026-10-20")))

    written = _days(session)
    for museum_id in pair:
        first, last = TODAY - BEFORE, TODAY + AFTER
        evaluated = {answer.date: answer.state for answer in hours.of(museum_id).schedule.days(first, last)}
        assert {day: state for (id_, day), state in written.items() if id_ == museum_id} == evaluated
    hours.rebuild(session, TODAY)
    assert _days(session) == written


def test_a_date_that_was_not_worked_out_is_computed(session, pair):
    publish(session, pair[0], whole(holidays={"all_saints": USUAL}))
    session.commit()
    far = date(2031, 7, 6)  # a Sunday, years after the last day worked out

    assert pair[0] in hours.states(far, far).open
    session.execute(delete(OpeningDay))
    session.commit()
    publish(session, pair[1], {**whole(), "periods": []})  # the content version moves
    session.commit()
    assert pair[0] in hours.states(ALL_SAINTS, ALL_SAINTS).open


def test_days_are_worked_out_further_as_time_passes(session, pair):
    publish(session, pair[0], whole())
    before = len(_days(session))

    assert hours.extend(session, TODAY + timedelta(days=10)) == 0
    assert hours.extend(session, TODAY + timedelta(days=60)) == 1
    days = [day for _, day in _days(session)]
    assert (len(days), max(days)) == (before, TODAY + timedelta(days=60) + AFTER)


def test_a_change_of_the_school_calendar_changes_the_days_of_those_it_concerns(session, pair):
    school_only = season("", "", label="school", breaks=["spring"]) | {"from": None, "to": None}
    publish(session, pair[0], whole(season("01-01", "12-31", [[]] * 7), school_only))
    publish(session, pair[1], whole())
    session.commit()
    day = date(2027, 4, 6)
    assert pair[0] in hours.states(day, day).open

    row = session.scalar(select(SchoolHolidayRow).where(SchoolHolidayRow.first == date(2027, 4, 3)))
    row.first = date(2027, 4, 10)
    session.flush()
    assert hours.rebuild(session, TODAY, only_school=True) == 1
    session.commit()
    assert pair[0] not in hours.states(day, day).open
    assert hours.of(pair[0]).schedule.on(day).state is State.CLOSED


def test_saying_that_hours_are_right_changes_the_date_alone(session, pair):
    publish(session, pair[0], whole())
    session.commit()
    later = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)

    hours.confirm(session, pair[0], by_id=7, now=later)
    session.commit()
    kept = hours.of(pair[0])
    assert (kept.confirmed_at, kept.confirmed_by_id) == (later, 7)
    assert len(kept.schedule.rows.periods) == 2


def test_a_museum_s_scope_sees_no_other_museum_s_hours(session, pair):
    here, there = pair
    publish(session, there, whole())
    session.commit()
    enter(session(), of_museum(here))

    assert hours.of(here).is_empty
    with pytest.raises(TenancyError):
        hours.of(there)
    assert session.get(MuseumHours, there) is None


def test_questions_cost_the_same_however_many_museums(session, pair):
    for entry in museums.guide().museums[:30]:
        publish(
            session,
            entry.id,
            whole(*[season(f"2026-{month:02}-01", f"2026-{month:02}-28") for month in range(1, 13)]),
        )
    publish(session, pair[0], whole())
    session.commit()
    enter(session(), READ_EVERYTHING)
    ids = list(museums.guide().by_id)

    with statements() as of_one:
        hours.of(pair[0])
    with statements() as of_states:
        hours.states(TODAY, TODAY)
    with statements() as of_all:
        hours.of_many(ids)
    assert len(of_all) <= len(of_one)
    assert len(of_states) <= 5


@contextmanager
def statements() -> Iterator[list[str]]:
    """Collect the statements sent to the database."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


def _days(session: Session) -> dict[tuple[int, date], State]:
    columns = select(OpeningDay.museum_id, OpeningDay.date, OpeningDay.state)
    return {(museum_id, day): state for museum_id, day, state in session.execute(columns)}
