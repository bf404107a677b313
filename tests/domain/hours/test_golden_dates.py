"""Days on which calendars of opening hours go wrong, each told by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest

from portal.domain.hours import moments
from portal.domain.hours.bounds import Bound, Span, dated, yearly
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.moments import present
from portal.domain.hours.rows import (
    CLOSED,
    Access,
    Closure,
    Decision,
    Effect,
    Exceptional,
    HolidayRule,
    Monthly,
    Period,
    Rows,
    Slot,
    Week,
)
from portal.domain.hours.schedule import RuleKind, Schedule, State
from portal.domain.hours.school import SchoolBreak, SchoolCalendar, SchoolHoliday

MORNING_AND_AFTERNOON = (Slot(600, 720), Slot(840, 1080))
SHORT = (Slot(840, 1020),)
ALL_SAINTS = date(2026, 11, 1)
SUMMER = Period(Span(yearly(4, 1), yearly(10, 31)), Week((CLOSED, *(MORNING_AND_AFTERNOON,) * 6)))
WINTER = Period(Span(yearly(11, 1), yearly(3, 31)), Week((CLOSED, CLOSED, *(SHORT,) * 5)))
NIGHTS = Period(Span(yearly(1, 1), yearly(12, 31)), Week(((Slot(1200, 1620),),) * 7))
USUAL = tuple(HolidayRule(holiday, Decision.USUAL) for holiday in Holiday)
AUTUMN_2026 = SchoolCalendar(
    (
        SchoolHoliday(date(2026, 10, 17), date(2026, 11, 1), SchoolBreak.ALL_SAINTS),
        SchoolHoliday(date(2026, 12, 19), date(2027, 1, 3), SchoolBreak.CHRISTMAS),
    )
)


def museum(*periods: Period, **rows) -> Schedule:
    return Schedule(Rows(periods=periods, **rows), AUTUMN_2026)


def paris(text: str) -> datetime:
    """Read a time on the wall; `+` after it is the second time it comes, in October."""
    fold = int(text.endswith("+"))
    return datetime.fromisoformat(text.rstrip("+")).replace(tzinfo=moments.PARIS, fold=fold).astimezone(UTC)


def decided(schedule: Schedule, day: date) -> tuple[State, RuleKind]:
    answer = schedule.on(day)
    return answer.state, answer.rule.kind


# 1 November 2026: a Sunday, All Saints, the first Sunday, school holidays, winter time for a week, summer's morrow.


def test_all_saints_is_not_confirmed_until_it_is_decided():
    assert decided(museum(SUMMER, WINTER), ALL_SAINTS) == (State.UNCONFIRMED, RuleKind.HOLIDAY)


def test_all_saints_as_usual_has_the_hours_of_winter():
    answer = museum(SUMMER, WINTER, holidays=USUAL).on(ALL_SAINTS)

    assert (answer.state, answer.intervals, answer.rule.row) == (State.OPEN, ((840, 1020),), WINTER)


def test_all_saints_as_usual_is_not_confirmed_where_summer_ended_the_day_before():
    summer_only = museum(SUMMER, holidays=USUAL)

    assert decided(summer_only, date(2026, 10, 31)) == (State.OPEN, RuleKind.PERIOD)
    assert decided(summer_only, ALL_SAINTS) == (State.UNCONFIRMED, RuleKind.NONE)


def test_all_saints_on_the_first_sunday_has_that_sunday_s_hours():
    free = Period(WINTER.span, Week(WINTER.week.days, (Monthly(1, 6, (Slot(600, 1080),)),)))

    assert museum(free, holidays=USUAL).on(ALL_SAINTS).intervals == ((600, 1080),)
    assert museum(free, holidays=USUAL).on(date(2026, 11, 8)).intervals == ((840, 1020),)


def test_all_saints_ends_the_school_holidays():
    for_children = Period(None, Week(((Slot(540, 1140),),) * 7), frozenset({SchoolBreak.ALL_SAINTS}))
    schedule = museum(WINTER, for_children, holidays=USUAL)

    assert schedule.on(ALL_SAINTS).intervals == ((540, 1140),)
    assert schedule.on(ALL_SAINTS + timedelta(days=1)).state is State.CLOSED
    assert schedule.on(date(2027, 1, 6)).rule.kind is RuleKind.SCHOOL


def test_all_saints_as_on_a_monday_is_closed_and_an_exception_beats_it():
    as_monday = (HolidayRule(Holiday.ALL_SAINTS, Decision.SPECIAL, like=0),)
    opened = Exceptional(Span(dated(ALL_SAINTS), dated(ALL_SAINTS)), Effect.HOURS, SHORT)
    works = Closure(dated(date(2026, 10, 20)), None)

    assert decided(museum(WINTER, holidays=as_monday), ALL_SAINTS) == (State.CLOSED, RuleKind.HOLIDAY)
    assert decided(museum(WINTER, holidays=as_monday, exceptions=(opened,)), ALL_SAINTS) == (
        State.OPEN, RuleKind.EXCEPTION,
    )  # fmt: skip
    assert decided(museum(WINTER, exceptions=(opened,), closures=(works,)), ALL_SAINTS) == (
        State.CLOSED, RuleKind.CLOSURE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("at", "state"),
    [
        ("2026-11-01T00:00", State.CLOSED),
        ("2026-11-01T13:59", State.CLOSED),
        ("2026-11-01T14:00", State.OPEN),
        ("2026-11-01T16:59", State.OPEN),
        ("2026-11-01T17:00", State.CLOSED),
        ("2026-10-31T17:59", State.OPEN),
        ("2026-10-31T18:00", State.CLOSED),
    ],
)
def test_all_saints_hour_by_hour(at: str, state: State):
    assert present(museum(SUMMER, WINTER, holidays=USUAL), paris(at)).state is state


# Clocks go back on 25 October 2026 at 3:00, and forward on 28 March 2027 at 2:00.


@pytest.mark.parametrize(
    ("at", "state", "changes"),
    [
        ("2026-10-25T01:59", State.OPEN, "2026-10-25T03:00"),
        ("2026-10-25T02:30", State.OPEN, "2026-10-25T03:00"),
        ("2026-10-25T02:30+", State.OPEN, "2026-10-25T03:00"),
        ("2026-10-25T03:00", State.CLOSED, "2026-10-25T20:00"),
        ("2027-03-28T01:59", State.OPEN, "2027-03-28T03:00"),
        ("2027-03-28T03:00", State.CLOSED, "2027-03-28T20:00"),
    ],
)
def test_a_night_until_three_over_the_change_of_clocks(at: str, state: State, changes: str):
    found = present(museum(NIGHTS, holidays=USUAL), paris(at))

    assert (found.state, found.changes_at) == (state, paris(changes))


@pytest.mark.parametrize(
    ("at", "state"),
    [
        ("2026-10-25T02:29", State.OPEN),
        ("2026-10-25T02:30", State.CLOSED),
        ("2026-10-25T02:00+", State.CLOSED),
        ("2026-10-25T02:29+", State.CLOSED),
        ("2027-03-28T01:59", State.OPEN),
        ("2027-03-28T03:00", State.CLOSED),
        ("2027-03-28T03:29", State.CLOSED),
    ],
)
def test_a_night_until_half_past_two_never_opens_again(at: str, state: State):
    until_half_past_two = Period(NIGHTS.span, Week(((Slot(1200, 1590),),) * 7))
    found = present(museum(until_half_past_two, holidays=USUAL), paris(at))

    assert found.state is state
    assert found.changes_at is not None
    assert found.changes_at > paris(at)


def test_days_of_change_have_their_hours_as_the_wall_shows_them():
    schedule = museum(SUMMER, WINTER, holidays=USUAL)

    assert moments.instant(date(2026, 10, 25), 840) == datetime(2026, 10, 25, 13, 0, tzinfo=UTC)
    assert moments.instant(date(2026, 10, 24), 840) == datetime(2026, 10, 24, 12, 0, tzinfo=UTC)
    assert moments.instant(date(2026, 10, 25), 0) == datetime(2026, 10, 24, 22, 0, tzinfo=UTC)
    assert moments.instant(date(2026, 10, 25), 1440) == datetime(2026, 10, 25, 23, 0, tzinfo=UTC)
    assert moments.instant(date(2027, 3, 28), 150) == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)
    assert present(schedule, datetime(2026, 10, 25, 12, 59, tzinfo=UTC)).state is State.CLOSED
    assert present(schedule, datetime(2026, 10, 25, 13, 0, tzinfo=UTC)).state is State.OPEN
    assert present(schedule, datetime(2027, 3, 28, 11, 59, tzinfo=UTC)).state is State.CLOSED
    assert present(schedule, datetime(2027, 3, 28, 12, 0, tzinfo=UTC)).state is State.OPEN


# Lunch, midnight, the ends of seasons, 29 February.


def test_lunch_is_closed_and_says_when_it_ends():
    found = present(museum(SUMMER, WINTER), paris("2026-07-15T12:00"))

    assert (found.state, found.reopens) == (State.CLOSED, (date(2026, 7, 15), 840))
    assert found.changes_at == paris("2026-07-15T14:00")
    assert present(museum(SUMMER, WINTER), paris("2026-07-15T11:59")).closes == 720


def test_a_night_belongs_to_the_day_it_began():
    schedule = museum(NIGHTS, holidays=USUAL)
    before, after = present(schedule, paris("2026-05-23T23:59")), present(schedule, paris("2026-05-24T00:00"))

    assert (before.state, before.closes, before.changes_at) == (State.OPEN, 1620, paris("2026-05-24T00:00"))
    assert (after.state, after.closes, after.changes_at) == (State.OPEN, 180, paris("2026-05-24T03:00"))


def test_a_night_goes_on_into_a_day_that_is_closed_or_not_confirmed():
    eve = Exceptional(
        Span(dated(date(2026, 12, 24)), dated(date(2026, 12, 24))), Effect.HOURS, (Slot(1200, 1500),)
    )
    schedule = museum(SUMMER, exceptions=(eve,))

    assert present(schedule, paris("2026-12-25T00:59")).state is State.OPEN
    assert present(schedule, paris("2026-12-25T01:00")).state is State.UNCONFIRMED


def test_stretches_that_touch_are_one():
    touching = Period(NIGHTS.span, Week(((Slot(600, 720), Slot(720, 840), Slot(840, 900)),) * 7))

    assert present(museum(touching), paris("2026-07-15T11:00")).closes == 900


def test_summer_ends_in_the_evening_of_its_last_day():
    summer_only = museum(SUMMER, holidays=USUAL)

    assert present(summer_only, paris("2026-10-31T17:59")).closes == 1080
    assert present(summer_only, paris("2026-10-31T18:00")).state is State.CLOSED
    assert present(summer_only, paris("2026-10-31T18:00")).reopens is None
    assert present(summer_only, paris("2026-11-01T00:00")).state is State.UNCONFIRMED
    assert moments.horizon(summer_only, date(2026, 10, 1)) == date(2026, 10, 31)
    assert moments.horizon(summer_only, date(2026, 11, 1)) == date(2026, 10, 31)


def test_the_29th_of_february_is_a_day_like_another():
    leap, common = date(2028, 2, 29), date(2027, 2, 28)
    until_february = museum(Period(Span(yearly(11, 1), yearly(2, 29)), Week((SHORT,) * 7)), holidays=USUAL)
    from_leap_day = museum(Period(Span(yearly(2, 29), yearly(3, 31)), Week((SHORT,) * 7)), holidays=USUAL)

    assert [until_february.on(day).state for day in (leap, date(2028, 3, 1))] == [
        State.OPEN,
        State.UNCONFIRMED,
    ]
    assert [until_february.on(day).state for day in (common, date(2027, 3, 1))] == [
        State.OPEN,
        State.UNCONFIRMED,
    ]
    assert [from_leap_day.on(day).state for day in (date(2028, 2, 28), leap)] == [
        State.UNCONFIRMED,
        State.OPEN,
    ]
    assert [from_leap_day.on(day).state for day in (common, date(2027, 3, 1))] == [
        State.UNCONFIRMED,
        State.OPEN,
    ]


def test_the_29th_of_february_alone_comes_in_leap_years_only():
    party = Exceptional(Span(yearly(2, 29), yearly(2, 29)), Effect.HOURS, (Slot(600, 1320),))
    schedule = museum(WINTER, holidays=USUAL, exceptions=(party,))

    assert schedule.on(date(2028, 2, 29)).intervals == ((600, 1320),)
    assert {schedule.on(date(2027, 1, 1) + timedelta(days=n)).rule.kind for n in range(365)} == {
        RuleKind.PERIOD, RuleKind.NONE,
    }  # fmt: skip


# What an exception does to what it does not say.


def test_closing_early_sends_groups_home_too():
    day = date(2026, 7, 15)
    groups = Period(NIGHTS.span, Week(((Slot(600, 900), Slot(900, 1080, Access.GROUPS)),) * 7))
    early = Exceptional(Span(dated(day), dated(day)), Effect.CLOSES_EARLY, at=960)
    answer = museum(groups, exceptions=(early,)).on(day)

    assert (answer.intervals, answer.restricted) == (((600, 900),), (Slot(900, 960, Access.GROUPS),))


def test_groups_at_night_say_nothing_of_a_day_that_is_not_confirmed():
    day = date(2026, 12, 24)
    for_groups = Exceptional(Span(dated(day), dated(day)), Effect.EXTRA, (Slot(1200, 1320, Access.GROUPS),))
    answer = museum(SUMMER, exceptions=(for_groups,)).on(day)

    assert (answer.state, answer.restricted) == (State.UNCONFIRMED, for_groups.slots)


def test_the_shorter_of_two_exceptions_is_measured_over_new_year():
    feasts = Exceptional(Span(dated(date(2026, 12, 20)), dated(date(2027, 1, 3))), Effect.CLOSED)
    days = Exceptional(Span(dated(date(2027, 1, 2)), dated(date(2027, 1, 6))), Effect.HOURS, SHORT)
    each_year = Exceptional(Span(yearly(12, 20), yearly(1, 3)), Effect.CLOSED)

    assert museum(exceptions=(days, feasts)).on(date(2027, 1, 2)).intervals == ((840, 1020),)
    assert museum(exceptions=(days, each_year)).on(date(2027, 1, 2)).intervals == ((840, 1020),)


def test_easter_moves_the_start_of_a_season():
    from_easter = museum(Period(Span(Bound(easter=-2), yearly(10, 31)), Week((SHORT,) * 7)))

    assert [from_easter.on(day).state for day in (date(2026, 4, 2), date(2026, 4, 3))] == [
        State.UNCONFIRMED, State.OPEN,
    ]  # fmt: skip
    assert [from_easter.on(day).state for day in (date(2027, 3, 25), date(2027, 3, 26))] == [
        State.UNCONFIRMED, State.OPEN,
    ]  # fmt: skip
