from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date, format_time, format_timedelta, get_day_names, get_month_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

from portal.web.kit import occitan

occitan.install()


def test_zero_and_one_are_singular():
    assert [Locale("oc").plural_form(count) for count in (0, 1, 2, 1.5, 11)] == [
        "one",
        "one",
        "other",
        "one",
        "other",
    ]


def test_numbers_are_written_as_in_french():
    assert format_decimal(Decimal("1234567.89"), locale="oc") == "1\u202f234\u202f567,89"
    assert format_currency(Decimal("6.5"), "EUR", locale="oc") == "6,50\u00a0€"
    assert format_percent(0.25, locale="oc") == format_percent(0.25, locale="fr")


@pytest.mark.parametrize(
    ("delta", "past", "future"),
    [
        (timedelta(seconds=2), "fa 2 segondas", "d’aquí 2 segondas"),
        (timedelta(minutes=1), "fa 1 minuta", "d’aquí 1 minuta"),
        (timedelta(hours=3), "fa 3 oras", "d’aquí 3 oras"),
        (timedelta(days=1), "fa 1 jorn", "d’aquí 1 jorn"),
        (timedelta(days=3), "fa 3 jorns", "d’aquí 3 jorns"),
        (timedelta(weeks=2), "fa 2 setmanas", "d’aquí 2 setmanas"),
        (timedelta(days=31), "fa 1 mes", "d’aquí 1 mes"),
        (timedelta(days=90), "fa 3 meses", "d’aquí 3 meses"),
        (timedelta(days=800), "fa 2 ans", "d’aquí 2 ans"),
    ],
)
def test_distances_in_time(delta, past, future):
    options = {"add_direction": True, "threshold": 1, "locale": "oc"}

    assert format_timedelta(-delta, **options) == past
    assert format_timedelta(delta, **options) == future


def test_units():
    assert format_unit(1, "duration-hour", locale="oc") == "1\u00a0ora"
    assert format_unit(45, "duration-minute", "short", locale="oc") == "45\u00a0min"
    assert format_unit(2.5, "length-kilometer", "short", locale="oc") == "2,5\u00a0km"
    assert format_unit(2, "length-kilometer", locale="oc") == "2\u00a0quilomètres"


def test_short_names_carry_their_full_stop():
    names = get_day_names("short", locale="oc")

    assert " ".join(names[day] for day in range(7)) == "dl. dm. dc. dj. dv. ds. dg."
    assert get_day_names("abbreviated", "stand-alone", locale="oc")[2] == "dc."
    assert " ".join(get_month_names("abbreviated", locale="oc").values()) == (
        "gen. febr. març abr. mai junh jul. ag. set. oct. nov. dec."
    )


def test_a_month_alone_has_no_preposition():
    assert get_month_names("wide", "stand-alone", locale="oc")[8] == "agost"
    assert get_month_names("wide", "format", locale="oc")[8] == "d’agost"


def test_what_cldr_has_right_stays():
    day = date(2026, 11, 4)

    assert format_date(day, "full", locale="oc") == "dimècres 4 de novembre de 2026"
    assert format_date(day, "short", locale="oc") == "04/11/2026"
    assert format_time(time(14, 30), "short", locale="oc") == "14h30"
    assert format_list(["A", "B", "C"], locale="oc") == "A, B e C"


def test_installing_twice_changes_nothing_and_leaves_other_locales_alone():
    before = format_decimal(1234.5, locale="en"), format_decimal(1234.5, locale="fr")

    occitan.install()

    assert format_decimal(1234.5, locale="oc") == "1\u202f234,5"
    assert (format_decimal(1234.5, locale="en"), format_decimal(1234.5, locale="fr")) == before
    assert before == ("1,234.5", "1\u202f234,5")
    assert get_day_names("short", locale="en")[0] == "Mo"
    assert format_timedelta(timedelta(days=-3), add_direction=True, locale="en") == "3 days ago"
