"""What cannot be kept is named by its field; what is only odd is advice."""

from datetime import date

import pytest

from portal.domain.hours import (
    AdviceKind,
    HoursRefusedError,
    advice,
    checked_exceptions,
    checked_hours,
    errors,
)
from portal.domain.hours.school import SchoolCalendar
from portal.domain.hours.snapshots import rows_of
from tests.opening import AFTERNOONS, CLOSED, SUMMER, USUAL, WINTER, day_off, season, whole

TODAY = date(2026, 6, 1)
DECIDED = dict.fromkeys(
    [
        "new_year",
        "easter_monday",
        "labour_day",
        "victory_day",
        "ascension",
        "whit_monday",
        "bastille_day",
        "assumption",
        "all_saints",
        "armistice",
        "christmas",
    ],
    USUAL,
)


def refused(block, check=checked_hours):
    with pytest.raises(HoursRefusedError) as told:
        check(block, TODAY)
    return {path: type(error) for path, error in told.value.errors.items()}


@pytest.mark.parametrize(
    ("periods", "path", "error"),
    [
        ([season("2026-10-31", "2026-04-01")], "periods.0.to", errors.SpanInvertedError),
        ([season("2026-04-01", "10-31")], "periods.0.to", errors.SpanMixedError),
        ([season("2026-04-01", "2099-10-31")], "periods.0.to", errors.SpanTooLongError),
        ([SUMMER, season("10-01", "12-31")], "periods.1.from", errors.PeriodsOverlapError),
        ([SUMMER, SUMMER], "periods.1.from", errors.PeriodsEqualError),
        (
            [season("easter+0", "11-01"), season("04-15", "12-01")],
            "periods.1.from",
            errors.PeriodsOverlapError,
        ),
        (
            [season("2026-04-01", "2026-10-31"), season("2026-04-01", "2026-10-31")],
            "periods.1.from",
            errors.PeriodsEqualError,
        ),
        (
            [season("01-01", "12-31", [["10:00-13:00", "12:00-18:00"], *[[]] * 6])],
            "periods.0.week.0",
            errors.SlotsOverlapError,
        ),
        ([season("", "") | {"from": None, "to": None}], "periods.0.from", errors.SpanMissingError),
        (
            [season("01-01", "12-31", last_admission=900)],
            "periods.0.last_admission",
            errors.LastAdmissionError,
        ),
    ],
)
def test_periods_that_contradict_themselves_are_refused_by_their_field(periods, path, error):
    assert refused(whole(*periods)) == {path: error}


@pytest.mark.parametrize(
    "periods",
    [
        [SUMMER, season("07-01", "08-31", AFTERNOONS)],  # one inside the other: the inner wins
        [SUMMER, WINTER],  # winter runs over New Year and counts as two
        [WINTER, season("12-20", "01-05", AFTERNOONS)],
        [SUMMER, season("2026-05-01", "2026-12-31")],  # a dated one may cross anything
        [season("easter-2", "11-01"), season("11-02", "easter-3", AFTERNOONS)],
    ],
)
def test_periods_that_nest_or_touch_are_kept(periods):
    assert len(checked_hours(whole(*periods), TODAY)["periods"]) == len(periods)


def test_a_holiday_with_hours_of_its_own_needs_them():
    special = {"decision": "special", "slots": [], "like": None}

    assert refused(whole(holidays={"christmas": special})) == {
        "holidays.christmas.slots": errors.SlotsMissingError
    }
    assert checked_hours(whole(holidays={"christmas": special | {"like": 6}}), TODAY)["holidays"]


@pytest.mark.parametrize(
    ("row", "path", "error"),
    [
        (day_off("2026-12-26", "2026-12-24"), "exceptions.0.to", errors.SpanInvertedError),
        (day_off("2026-12-24", effect="hours"), "exceptions.0.slots", errors.SlotsMissingError),
        (day_off("2026-12-24", effect="closes_early"), "exceptions.0.slots", errors.HourMissingError),
    ],
)
def test_exceptions_that_say_nothing_are_refused(row, path, error):
    block = {"exceptions": [row], "closures": []}
    assert refused(block, checked_exceptions) == {path: error}


def test_five_hundred_exceptions_are_too_many_and_two_for_the_same_days_one_too_many():
    many = {"exceptions": [day_off(f"2026-12-{1 + at % 28:02}") for at in range(500)], "closures": []}
    assert refused(many, checked_exceptions) == {"exceptions": errors.TooManyRowsError}
    twice = {"exceptions": [day_off("2026-12-24")] * 2, "closures": []}
    assert refused(twice, checked_exceptions) == {"exceptions.1.from": errors.ExceptionsEqualError}


@pytest.mark.parametrize(
    ("closure", "error"),
    [
        ({"from": "01-01", "to": None, "reason": "season"}, errors.ClosureEndMissingError),
        ({"from": "2026-09-01", "to": "2026-02-01", "reason": "works"}, errors.SpanInvertedError),
    ],
)
def test_a_closure_says_when_it_ends_unless_nobody_knows(closure, error):
    block = {"exceptions": [], "closures": [closure | {"words": None, "reopening": None}]}
    assert refused(block, checked_exceptions) == {"closures.0.to": error}
    endless = {"from": "2026-09-01", "to": None, "reason": "works", "words": None, "reopening": None}
    assert checked_exceptions({"exceptions": [], "closures": [endless]}, TODAY)["closures"] == [endless]


def said(block, exceptions=None, today=TODAY):
    found = advice(rows_of(block, exceptions), SchoolCalendar(), today)
    return [(one.kind, one.path, one.day) for one in found]


def test_a_museum_whose_year_is_covered_and_decided_gets_no_advice():
    assert said(whole(holidays=DECIDED)) == []


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            whole(season("2026-01-01", "2026-07-15"), holidays=DECIDED),
            (AdviceKind.ENDS_SOON, "periods", date(2026, 7, 15)),
        ),
        (
            whole(season("2026-01-01", "2026-10-31"), holidays=DECIDED),
            (AdviceKind.NOTHING_AFTER, "periods", date(2026, 10, 31)),
        ),
        (
            whole(SUMMER, season("11-15", "03-31"), holidays=DECIDED),
            (AdviceKind.GAP, "periods", date(2026, 11, 1)),
        ),
        (whole(season("2026-01-01", "2026-05-01")), (AdviceKind.NOTHING_NOW, "periods", TODAY)),
        (
            whole(season("2025-01-01", "2025-05-01"), SUMMER, WINTER, holidays=DECIDED),
            (AdviceKind.PAST_PERIOD, "periods.0.to", date(2025, 5, 1)),
        ),
        (
            whole(season("01-01", "12-31", last_admission=150), holidays=DECIDED),
            (AdviceKind.LAST_ADMISSION, "periods.0.last_admission", None),
        ),
        (
            whole(holidays={**DECIDED, "bastille_day": {**CLOSED, "decision": "undecided"}}),
            (AdviceKind.HOLIDAY_UNDECIDED, "holidays.bastille_day", date(2026, 7, 14)),
        ),
    ],
)
def test_what_is_odd_is_said_by_its_field_the_most_harmful_first(block, expected):
    assert said(block)[0] == expected


def test_an_opening_that_works_would_hide_is_said():
    exceptions = {
        "exceptions": [day_off("2026-09-19", effect="hours", slots=["10:00-18:00"], reason="heritage_days")],
        "closures": [{"from": "2026-09-01", "to": None, "reason": "works"}],
    }
    assert said(whole(holidays=DECIDED), exceptions) == [
        (AdviceKind.HIDDEN_EXCEPTION, "exceptions.0.from", date(2026, 9, 19))
    ]
