"""The days somebody asks about, as addresses write them."""

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from portal.web.kit import when
from portal.web.kit.when import Days, When, meant

THURSDAY, SATURDAY, SUNDAY = date(2026, 6, 18), date(2026, 10, 31), date(2026, 11, 1)


def read(today=THURSDAY, **given):
    return when.read(MultiDict(given), today)


@pytest.mark.parametrize(
    ("value", "today", "first", "last"),
    [
        ("aujourdhui", THURSDAY, date(2026, 6, 18), date(2026, 6, 18)),
        ("demain", date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 1)),
        ("ce-week-end", THURSDAY, date(2026, 6, 20), date(2026, 6, 21)),
        ("ce-week-end", SATURDAY, SATURDAY, SUNDAY),
        ("ce-week-end", SUNDAY, SUNDAY, SUNDAY),
        ("ce-week-end", date(2026, 11, 2), date(2026, 11, 7), date(2026, 11, 8)),
        ("2028-02-29", THURSDAY, date(2028, 2, 29), date(2028, 2, 29)),
        ("2026-12-30..2027-01-02", THURSDAY, date(2026, 12, 30), date(2027, 1, 2)),
    ],
)
def test_every_way_to_say_days_is_understood(value, today, first, last):
    assert meant(value, today) == Days(first, last)


@pytest.mark.parametrize(
    "value",
    [
        "2026-02-30",
        "2026-2-3",
        "20260203",
        "2026-11-02..2026-11-01",
        "2026-11-01..",
        "..2026-11-01",
        "Aujourdhui",
        "2026-11-01..2026-11-02..2026-11-03",
        "２０２６-01-01",
        "0000-01-01",
        "\x00",
    ],
)
def test_what_is_no_day_is_refused_and_left_out(value):
    assert read(date=[value]) == (When(), ["date"])


def test_two_months_may_be_asked_about_and_not_a_day_more():
    assert read(date=["2026-07-01..2026-08-31"])[1] == []
    assert read(date=["2026-07-01..2026-09-01"]) == (When(), ["date"])
    assert read(date=["2026-07-01..2026-08-31", "2026-12-25"]) == (When(), ["date"])


def test_an_empty_value_was_not_given_and_a_repeated_one_is_given_once():
    assert read(date=["", "demain", "demain"], ouvert=["", "1"]) == (
        When(("demain",), frozenset({"1"})),
        [],
    )
    assert not read(date=[""], ouvert=[""])[0]


def test_a_wish_that_makes_no_sense_is_refused_and_the_others_are_kept():
    assert read(ouvert=["1", "2"]) == (When((), frozenset({"1"})), ["ouvert"])


def test_where_no_day_is_said_today_is_meant():
    assert When(wanted=frozenset({"1"})).days(THURSDAY) == (Days(THURSDAY, THURSDAY),)
