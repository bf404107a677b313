"""The eleven public holidays fall where calendars printed them, and where other people's code puts them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from opening_hours import OpeningHours

from portal.domain.hours import holidays
from portal.domain.hours.bounds import easter_sunday
from portal.domain.hours.holidays import Holiday
from tests.domain.hours.naive import gauss_easter

PARIS = ZoneInfo("Europe/Paris")
# Easter Monday, Ascension, Whit Monday as French calendars print them.
MOVABLE = {
    2024: ((4, 1), (5, 9), (5, 20)),
    2025: ((4, 21), (5, 29), (6, 9)),
    2026: ((4, 6), (5, 14), (5, 25)),
    2027: ((3, 29), (5, 6), (5, 17)),
    2028: ((4, 17), (5, 25), (6, 5)),
    2029: ((4, 2), (5, 10), (5, 21)),
    2030: ((4, 22), (5, 30), (6, 10)),
    2031: ((4, 14), (5, 22), (6, 2)),
    2032: ((3, 29), (5, 6), (5, 17)),
    2033: ((4, 18), (5, 26), (6, 6)),
    2034: ((4, 10), (5, 18), (5, 29)),
    2035: ((3, 26), (5, 3), (5, 14)),
}


@pytest.mark.parametrize("year", MOVABLE)
def test_movable_feasts_fall_as_printed(year: int):
    feasts = (Holiday.EASTER_MONDAY, Holiday.ASCENSION, Holiday.WHIT_MONDAY)

    assert [holidays.date_of(feast, year) for feast in feasts] == [date(year, *day) for day in MOVABLE[year]]
    assert [holidays.date_of(feast, year).weekday() for feast in feasts] == [0, 3, 0]


def test_fixed_feasts_have_their_dates():
    fixed = {day: found for day, found in holidays.of_year(2026).items() if found[0] not in set(_movable())}

    assert {(day.month, day.day) for day in fixed} == {
        (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25),
    }  # fmt: skip


def _movable() -> tuple[Holiday, ...]:
    return Holiday.EASTER_MONDAY, Holiday.ASCENSION, Holiday.WHIT_MONDAY


def test_easter_is_where_gauss_puts_it_for_five_centuries():
    assert [easter_sunday(year) for year in range(1600, 2100)] == [
        gauss_easter(year) for year in range(1600, 2100)
    ]


def test_another_calendar_has_the_same_holidays():
    ours, theirs = set(), set()
    said = OpeningHours("PH 10:00-11:00", timezone=PARIS, country="FR")
    day = date(2020, 1, 1)
    while day < date(2036, 1, 1):
        if holidays.on(day):
            ours.add(day)
        if said.is_open(datetime(day.year, day.month, day.day, 10, 30, tzinfo=PARIS)):
            theirs.add(day)
        day += timedelta(days=1)

    assert ours == theirs
    assert len(ours) == 16 * 11


def test_two_holidays_on_one_day_are_both_known():
    assert holidays.on(date(2008, 5, 1)) == (Holiday.LABOUR_DAY, Holiday.ASCENSION)
    assert holidays.on(date(2026, 4, 5)) == ()
