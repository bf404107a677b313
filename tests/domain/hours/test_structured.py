"""What search engines read of opening hours is what the evaluator says of each day, and nothing where it says nothing."""

from datetime import date, timedelta
from typing import Any

import pytest

from portal.domain.hours.bounds import Span, parse
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import (
    CLOSED,
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
from portal.domain.hours.schedule import Schedule
from portal.domain.hours.structured import WEEKDAYS, special_specifications, specifications
from tests.domain.hours.generating import drawn

DAYS = 400
Json = dict[str, Any]


def minutes_said(specification: Json) -> int:
    """Return the minutes of a specification, a bit each, as schema.org and search engines have them."""
    opens, closes = (
        int(specification[key][:2]) * 60 + int(specification[key][3:]) for key in ("opens", "closes")
    )
    if opens == closes == 0:
        return 0
    if (opens, closes) == (0, 1439):
        closes = 1440
    closes += 1440 if closes <= opens else 0
    return (1 << closes) - (1 << opens)


def read_back(usual: list[Json], special: list[Json], day: date) -> int | None:
    """Return the minutes that are said of a date, `None` where nothing is."""
    weekday = f"https://schema.org/{WEEKDAYS[day.weekday()]}"
    of_day = [row for row in special if row["validFrom"] <= day.isoformat() <= row["validThrough"]]
    of_day = of_day or [
        row
        for row in usual
        if row["validFrom"] <= day.isoformat() <= row["validThrough"] and weekday in row["dayOfWeek"]
    ]
    if not of_day:
        return None
    found = 0
    for row in of_day:
        found |= minutes_said(row)
    return found


def compare(seed: int) -> None:
    rows, school, first = drawn(seed)
    schedule, last = Schedule(rows, school), first + timedelta(days=DAYS - 1)
    usual, special = specifications(schedule, first, last), special_specifications(schedule, first, last)
    for answer in schedule.days(first, last):
        expected: int | None = 0
        for start, end in answer.intervals:
            expected = (expected or 0) | ((1 << end) - (1 << start))
        if answer.state.value == "unconfirmed":
            expected = None
        assert read_back(usual, special, answer.date) == expected, (seed, answer)


def test_search_engines_read_what_the_evaluator_says():
    for seed in range(25):
        compare(seed)


@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
def test_search_engines_read_what_the_evaluator_says_of_thousands(part: int):
    for seed in range(1000 + part * 100, 1100 + part * 100):
        compare(seed)


def test_a_season_is_said_once_and_its_special_days_beside():
    days = (CLOSED, *((Slot(600, 1080),),) * 6)
    summer = Period(Span(parse("04-01"), parse("10-31")), Week(days, (Monthly(1, 6, (Slot(840, 1080),)),)))
    night = Exceptional(Span(parse("2026-05-23"), parse("2026-05-23")), Effect.HOURS, (Slot(1200, 1500),))
    holidays = tuple(HolidayRule(holiday, Decision.CLOSED) for holiday in Holiday)
    schedule = Schedule(Rows((summer,), holidays, exceptions=(night,)))
    window = date(2026, 5, 10), date(2026, 12, 31)
    special = special_specifications(schedule, *window)

    assert specifications(schedule, *window) == [
        {
            "@type": "OpeningHoursSpecification",
            "opens": "00:00",
            "closes": "00:00",
            "validFrom": "2026-05-10",
            "validThrough": "2026-10-31",
            "dayOfWeek": ["https://schema.org/Monday"],
        },
        {
            "@type": "OpeningHoursSpecification",
            "opens": "10:00",
            "closes": "18:00",
            "validFrom": "2026-05-10",
            "validThrough": "2026-10-31",
            "dayOfWeek": [f"https://schema.org/{name}" for name in WEEKDAYS[1:]],
        },
    ]
    assert [(row["validFrom"], row["opens"], row["closes"]) for row in special] == [
        ("2026-05-14", "00:00", "00:00"),
        ("2026-05-23", "20:00", "01:00"),
        ("2026-05-25", "00:00", "00:00"),
        ("2026-06-07", "14:00", "18:00"),
        ("2026-07-05", "14:00", "18:00"),
        ("2026-07-14", "00:00", "00:00"),
        ("2026-08-02", "14:00", "18:00"),
        ("2026-08-15", "00:00", "00:00"),
        ("2026-09-06", "14:00", "18:00"),
        ("2026-10-04", "14:00", "18:00"),
        ("2026-11-01", "00:00", "00:00"),
        ("2026-11-11", "00:00", "00:00"),
        ("2026-12-25", "00:00", "00:00"),
    ]


def test_nothing_is_said_of_a_museum_that_said_nothing():
    nothing = Schedule(Rows())

    assert specifications(nothing, date(2026, 1, 1), date(2026, 12, 31)) == []
    assert special_specifications(nothing, date(2026, 1, 1), date(2026, 12, 31)) == []
