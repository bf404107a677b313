"""What a family is told of the price: on a first Sunday, on the Sunday after it, at eight and at fourteen."""

from datetime import date

import pytest

from portal.domain.admission import Audience, Cost, FreeKind, FreeRule, PriceLine, Rows, Scope, free_for
from portal.domain.admission.rows import FIRST_SUNDAY
from portal.domain.hours import State
from portal.domain.hours.bounds import yearly

ALL_SAINTS, THE_SUNDAY_AFTER = date(2026, 11, 1), date(2026, 11, 8)
FULL = PriceLine(Audience.FULL, 600)
UNDER_12 = PriceLine(Audience.CHILD, 0, age_to=11)
UNDER_18 = PriceLine(Audience.UNDER_18, 0)
STUDENTS = PriceLine(Audience.STUDENT, 0)
FIRST_SUNDAYS = Rows(lines=(FULL,), free_days=(FIRST_SUNDAY,))


def cost(
    rows: Rows, day: date = ALL_SAINTS, age: int | None = None, opening: State | None = State.OPEN
) -> Cost:
    return free_for(rows, day, age, opening).cost


def test_the_first_sunday_of_november_is_free_and_the_next_one_six_euros():
    free, paying = (free_for(FIRST_SUNDAYS, day, 8, State.OPEN) for day in (ALL_SAINTS, THE_SUNDAY_AFTER))

    assert (free.cost, free.rule, free.is_collections_only) == (Cost.FREE, FIRST_SUNDAY, True)
    assert (paying.cost, paying.amount) == (Cost.PAYS, 600)


def test_free_under_twelve_is_for_a_child_of_eight_and_not_of_fourteen():
    rows = Rows(lines=(FULL, UNDER_12))

    assert free_for(rows, ALL_SAINTS, 8).line == UNDER_12
    assert cost(rows, age=8) is Cost.FREE
    assert (cost(rows, age=11), cost(rows, age=12)) == (Cost.FREE, Cost.PAYS)
    assert free_for(rows, ALL_SAINTS, 14).amount == 600
    assert cost(rows) is Cost.PAYS  # not for everybody


def test_a_free_day_of_a_closed_museum_is_none_and_of_an_unconfirmed_one_is_not_known():
    assert cost(FIRST_SUNDAYS, opening=State.CLOSED) is Cost.PAYS
    assert cost(FIRST_SUNDAYS, opening=State.UNCONFIRMED) is Cost.UNKNOWN
    assert cost(FIRST_SUNDAYS, THE_SUNDAY_AFTER, opening=State.UNCONFIRMED) is Cost.PAYS


@pytest.mark.parametrize(
    ("rows", "age"),
    [
        (Rows(), 8),
        (Rows(), None),
        (Rows(lines=(STUDENTS,)), 20),  # nobody says what others pay
        (Rows(lines=(UNDER_12,)), 40),
        (Rows(lines=(UNDER_12,)), None),
        (Rows(lines=(FULL, PriceLine(Audience.CHILD, 0))), 8),  # children, until which age?
        (Rows(lines=(FULL, PriceLine(Audience.YOUNG_EU, 0))), 20),  # from which country?
        (
            Rows(lines=(FULL, UNDER_18, PriceLine(Audience.CHILD, 300, 6, 12))),
            8,
        ),  # they contradict each other
        (Rows(lines=(FULL,), valid_to=date(2026, 10, 31)), 8),
        (Rows(lines=(PriceLine(Audience.GROUP, 0, group_min=10),)), 8),
    ],
)
def test_what_no_line_says_is_not_known(rows: Rows, age: int | None):
    assert cost(rows, age=age) is Cost.UNKNOWN


@pytest.mark.parametrize(
    ("rows", "age", "expected"),
    [
        (Rows(always_free=Scope.BOTH), None, Cost.FREE),
        (
            Rows(always_free=Scope.PERMANENT, lines=(PriceLine(Audience.FULL, 900, scope=Scope.TEMPORARY),)),
            30,
            Cost.FREE,
        ),
        (Rows(lines=(PriceLine(Audience.FULL, 0),)), None, Cost.FREE),
        (Rows(lines=(PriceLine(Audience.FULL, 0), PriceLine(Audience.CHILD, 200, 3, 11))), None, Cost.PAYS),
        (
            Rows(lines=(FULL, PriceLine(Audience.CHILD, 300, 6, 17), PriceLine(Audience.CHILD, 0, age_to=5))),
            4,
            Cost.FREE,
        ),
        (
            Rows(lines=(FULL, UNDER_18, PriceLine(Audience.CHILD, 500, 6, 12, scope=Scope.VISIT))),
            8,
            Cost.FREE,
        ),
        (Rows(lines=(FULL, PriceLine(Audience.YOUNG_EU, 0))), 40, Cost.PAYS),
        (Rows(lines=(FULL, PriceLine(Audience.SENIOR, 0, age_from=65))), 70, Cost.FREE),
        (Rows(lines=(FULL, STUDENTS)), 20, Cost.PAYS),  # being a student is no age
    ],
)
def test_lines_say_whether_an_age_enters_free(rows: Rows, age: int | None, expected: Cost):
    assert cost(rows, THE_SUNDAY_AFTER, age) is expected


def test_prices_change_on_the_day_they_say():
    this_year = PriceLine(Audience.FULL, 600, valid_to=date(2026, 12, 31))
    rows = Rows(lines=(this_year, PriceLine(Audience.FULL, 700, valid_from=date(2027, 1, 1))))

    assert free_for(rows, date(2026, 12, 31), 30).amount == 600
    assert free_for(rows, date(2027, 1, 1), 30).amount == 700


def test_the_cheapest_full_price_that_opens_the_collections_is_the_price_of_entry():
    rows = Rows(lines=(PriceLine(Audience.FULL, 900), PriceLine(Audience.FULL, 600, scope=Scope.PERMANENT)))

    assert free_for(rows, ALL_SAINTS, 30).amount == 600


@pytest.mark.parametrize(
    ("rule", "free", "paying"),
    [
        (
            FreeRule(FreeKind.WEEKDAY, weekday=6, nth=1, month_from=10, month_to=6),
            date(2027, 1, 3),
            date(2026, 7, 5),
        ),
        (FreeRule(FreeKind.WEEKDAY, weekday=2), date(2026, 11, 4), date(2026, 11, 5)),
        (FreeRule(FreeKind.WEEKDAY, weekday=6, nth=-1), date(2026, 11, 29), date(2026, 11, 22)),
        (FreeRule(FreeKind.HERITAGE_DAYS), date(2026, 9, 20), date(2026, 9, 13)),
        (FreeRule(FreeKind.MUSEUM_NIGHT), date(2026, 5, 23), date(2027, 5, 22)),
        (FreeRule(FreeKind.DAY, day=yearly(7, 14)), date(2027, 7, 14), date(2027, 7, 13)),
    ],
)
def test_each_kind_of_free_day(rule: FreeRule, free: date, paying: date):
    rows = Rows(lines=(FULL,), free_days=(rule,))

    assert (cost(rows, free), cost(rows, paying)) == (Cost.FREE, Cost.PAYS)


def test_the_night_of_museums_says_that_it_is_an_evening():
    rows = Rows(lines=(FULL,), free_days=(FreeRule(FreeKind.MUSEUM_NIGHT),))

    assert free_for(rows, date(2026, 5, 23), 8, State.OPEN).is_evening_only
    assert not free_for(FIRST_SUNDAYS, ALL_SAINTS, 8, State.OPEN).is_evening_only


def test_who_enters_free_every_day_needs_no_free_day():
    rows = Rows(lines=(FULL, UNDER_12), free_days=(FIRST_SUNDAY,))

    assert free_for(rows, ALL_SAINTS, 8, State.UNCONFIRMED).line == UNDER_12
