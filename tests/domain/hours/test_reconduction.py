"""2026's hours on 2027's calendar: Easter falls on 28 March, and 1 January on a Friday."""

from datetime import date

import pytest

from portal.domain.hours import bounds
from portal.domain.hours.bounds import Span
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.reconduction import Line, LineKind, at, reconducted
from portal.domain.hours.rows import (
    Closure,
    Decision,
    Effect,
    Exceptional,
    HolidayRule,
    Period,
    Reason,
    Rows,
    Slot,
    Week,
)
from portal.domain.hours.school import SchoolBreak, SchoolCalendar, SchoolHoliday
from portal.domain.hours.shifting import Why

SCHOOL = SchoolCalendar(
    (
        SchoolHoliday(date(2026, 2, 21), date(2026, 3, 8), SchoolBreak.WINTER),
        SchoolHoliday(date(2026, 4, 18), date(2026, 5, 3), SchoolBreak.SPRING),
        SchoolHoliday(date(2026, 7, 4), date(2026, 8, 31), SchoolBreak.SUMMER),
        SchoolHoliday(date(2026, 10, 17), date(2026, 11, 1), SchoolBreak.ALL_SAINTS),
        SchoolHoliday(date(2026, 12, 19), date(2027, 1, 3), SchoolBreak.CHRISTMAS),
        SchoolHoliday(date(2027, 2, 6), date(2027, 2, 21), SchoolBreak.WINTER),
        SchoolHoliday(date(2027, 4, 3), date(2027, 4, 18), SchoolBreak.SPRING),
        SchoolHoliday(date(2027, 7, 3), date(2027, 8, 31), SchoolBreak.SUMMER),
    )
)
DAY = (Slot(600, 1080),)
DAILY = Week((DAY,) * 7)
NO_MONDAY = Week(((), *(DAY,) * 6))
SATURDAYS = Week(((), (), (), (), (), DAY, ()))


def span(first: str, last: str | None = None) -> Span:
    return Span(bounds.parse(first), bounds.parse(last or first))


def period(first: str, last: str, week: Week = DAILY, label: str = "") -> Period:
    return Period(span(first, last), week, label=label)


def days(first: str, last: str | None = None, reason: Reason = Reason.EVENT) -> Exceptional:
    return Exceptional(span(first, last), Effect.CLOSED, reason=reason)


def line_of(row: Period | Exceptional | Closure) -> Line:
    rows = {
        Period: lambda: Rows(periods=(row,)),  # type: ignore[arg-type]
        Exceptional: lambda: Rows(exceptions=(row,)),  # type: ignore[arg-type]
        Closure: lambda: Rows(closures=(row,)),  # type: ignore[arg-type]
    }[type(row)]()
    return next(line for line in reconducted(rows, 2026, 2027, SCHOOL) if line.kind is not LineKind.HOLIDAY)


def holiday_of(rows: Rows, holiday: Holiday) -> Line:
    lines = reconducted(rows, 2026, 2027, SCHOOL)
    return next(
        line for line in lines if isinstance(line.before, HolidayRule) and line.before.holiday is holiday
    )


@pytest.mark.parametrize(
    ("row", "moved", "why"),
    [
        # seasons that begin and end with a month, or run over New Year
        (period("2026-04-01", "2026-10-31"), ("2027-04-01", "2027-10-31"), Why.SAME_DATES),
        (period("2026-01-01", "2026-03-31"), ("2027-01-01", "2027-03-31"), Why.SAME_DATES),
        (period("2026-11-01", "2027-03-31"), ("2027-11-01", "2028-03-31"), Why.SAME_DATES),
        (period("2026-02-01", "2026-02-28"), ("2027-02-01", "2027-02-28"), Why.SAME_DATES),
        # the first Saturday of April to the last of October, and one that only opens then on the last of a month
        (period("2026-04-04", "2026-10-31", SATURDAYS), ("2027-04-03", "2027-10-30"), Why.NEAR_EASTER),
        (period("2026-04-04", "2026-10-31"), ("2027-04-03", "2027-10-31"), Why.NEAR_EASTER),
        (period("2026-05-02", "2026-09-27"), ("2027-05-01", "2027-09-26"), Why.WEEKDAY),
        (period("2026-08-01", "2026-08-29", SATURDAYS), ("2027-08-07", "2027-08-28"), Why.WEEKDAY),
        # from Easter, and between two feasts
        (period("2026-04-05", "2026-10-31"), ("2027-03-28", "2027-10-31"), Why.EASTER),
        (period("2026-04-03", "2026-11-01"), ("2027-03-26", "2027-11-01"), Why.EASTER),
        # the school's
        (period("2026-04-18", "2026-05-03"), ("2027-04-03", "2027-04-18"), Why.SCHOOL),
        (period("2026-02-23", "2026-03-06"), ("2027-02-08", "2027-02-19"), Why.SCHOOL),
        (period("2026-07-04", "2026-08-31"), ("2027-07-03", "2027-08-31"), Why.SCHOOL),
        (period("2026-07-01", "2026-08-31"), ("2027-07-01", "2027-08-31"), Why.SAME_DATES),
        (period("2026-10-17", "2026-11-01"), ("2027-10-16", "2027-11-07"), Why.SCHOOL_UNKNOWN),
        # single days and a few
        (days("2026-06-19", reason=Reason.LATE_OPENING), ("2027-06-18", "2027-06-18"), Why.WEEKDAY),
        (days("2026-09-19", "2026-09-20", Reason.HERITAGE_DAYS), ("2027-09-18", "2027-09-19"), Why.WEEKDAY),
        (days("2026-10-31", reason=Reason.LATE_OPENING), ("2027-10-30", "2027-10-30"), Why.WEEKDAY),
        (days("2026-04-06"), ("2027-03-29", "2027-03-29"), Why.EASTER),
        (days("2026-05-15", reason=Reason.BRIDGE), ("2027-05-07", "2027-05-07"), Why.EASTER),
        (days("2026-05-23", "2026-05-25"), ("2027-05-15", "2027-05-17"), Why.EASTER),
        (days("2026-12-24", "2027-01-02", Reason.YEAR_END), ("2027-12-24", "2028-01-02"), Why.SAME_DATES),
        # what belongs to its year
        (days("2026-06-24", "2026-06-26", Reason.INSTALLATION), None, Why.PROPER),
        (days("2026-06-18", reason=Reason.WEATHER), None, Why.PROPER),
        (days("2026-03-05", reason=Reason.STRIKE), None, Why.PROPER),
        (days("2026-07-13", reason=Reason.BRIDGE), None, Why.BRIDGE),
        (Closure(bounds.parse("2026-01-05"), bounds.parse("2026-02-06"), Reason.WORKS), None, Why.PROPER),
        (
            Closure(bounds.parse("2026-11-01"), bounds.parse("2027-03-31"), Reason.SEASON),
            ("2027-11-01", "2028-03-31"),
            Why.SAME_DATES,
        ),
    ],
    ids=str,
)
def test_each_row_of_2026_falls_where_it_should_in_2027(
    row: Period | Exceptional | Closure, moved: tuple[str, str] | None, why: Why
) -> None:
    line = line_of(row)

    assert line.why is why
    assert line.before is row
    if moved is None:
        assert line.after is None
        assert line.needs_look
    else:
        first, last = map(date.fromisoformat, moved)
        assert line.moved == (first, last)
        assert line.after == at(row, first, last)
        assert line.needs_look == (why is not Why.SAME_DATES)


@pytest.mark.parametrize(
    ("row", "why", "needs_look"),
    [
        (period("04-01", "10-31"), Why.EACH_YEAR, False),
        (period("easter+0", "11-01"), Why.EACH_YEAR, False),
        (Period(None, DAILY, frozenset({SchoolBreak.SPRING})), Why.EACH_YEAR, False),
        (Period(None, DAILY, frozenset({SchoolBreak.ALL_SAINTS})), Why.EACH_YEAR, True),
        (period("2024-01-01", "2028-12-31"), Why.RUNNING, False),
        (days("09-sa[3]"), Why.EACH_YEAR, False),
        (Closure(bounds.parse("2026-03-02"), None), Why.RUNNING, True),
        (Closure(bounds.parse("2025-03-02"), bounds.parse("2028-06-30")), Why.RUNNING, False),
    ],
    ids=str,
)
def test_what_holds_by_itself_asks_for_nothing(
    row: Period | Exceptional | Closure, why: Why, needs_look: bool
) -> None:
    line = line_of(row)

    assert (line.why, line.after, line.needs_look, line.is_choice) == (why, row, needs_look, False)


def test_what_2027_already_has_is_not_proposed_twice() -> None:
    summer, again = period("2026-04-01", "2026-10-31"), period("2027-04-03", "2027-10-31")
    other = period("2026-04-01", "2026-10-31", NO_MONDAY, "summer")

    lines = reconducted(Rows(periods=(summer, again, other)), 2026, 2027, SCHOOL)

    assert [(line.place, line.why) for line in lines[:2]] == [(0, Why.ALREADY), (2, Why.SAME_DATES)]
    assert not lines[0].is_choice


def test_holidays_hold_and_say_where_as_usual_is_not_as_before() -> None:
    winter = period("2026-01-01", "2026-03-31", NO_MONDAY)
    summer = period("2026-04-01", "2026-10-31", Week(((Slot(600, 1140),),) * 7))
    rules = tuple(
        HolidayRule(holiday, decision)
        for holiday, decision in {
            Holiday.EASTER_MONDAY: Decision.USUAL,
            Holiday.LABOUR_DAY: Decision.CLOSED,
            Holiday.VICTORY_DAY: Decision.USUAL,
        }.items()
    )
    rows = Rows(periods=(winter, summer), holidays=rules)

    easter = holiday_of(rows, Holiday.EASTER_MONDAY)
    assert (easter.dates, easter.moved) == ((date(2026, 4, 6),) * 2, (date(2027, 3, 29),) * 2)
    assert (easter.why, easter.needs_look) == (Why.OTHER_SEASON, True)
    assert holiday_of(rows, Holiday.LABOUR_DAY).why is Why.HOLDS
    assert holiday_of(rows, Holiday.VICTORY_DAY).why is Why.HOLDS
    assert holiday_of(rows, Holiday.ASSUMPTION).why is Why.UNDECIDED


def test_a_holiday_on_the_weekly_closing_day_is_worth_a_look() -> None:
    rows = Rows(
        periods=(period("01-01", "12-31", Week((DAY, DAY, DAY, DAY, DAY, (), ()))),),
        holidays=(
            HolidayRule(Holiday.ASSUMPTION, Decision.USUAL),
            HolidayRule(Holiday.VICTORY_DAY, Decision.USUAL),
        ),
    )

    assert holiday_of(rows, Holiday.ASSUMPTION).why is Why.HOLDS  # a Saturday, then a Sunday: both closed
    assert holiday_of(rows, Holiday.VICTORY_DAY).why is Why.OTHER_WEEKDAY  # a Friday, then a Saturday


def test_every_day_of_four_years_falls_on_a_day_of_the_next() -> None:
    for year in (2024, 2026, 2027, 2028):
        for number in range(366):
            day = date.fromordinal(date(year, 1, 1).toordinal() + number)
            line = next(
                line
                for line in reconducted(
                    Rows(periods=(period(day.isoformat(), day.isoformat()),)), day.year, day.year + 1, SCHOOL
                )
                if line.kind is LineKind.PERIOD
            )
            assert line.moved is not None
            assert line.moved[0] <= line.moved[1]
            assert abs((line.moved[0] - day).days - 365) <= 36
