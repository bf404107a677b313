from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from portal.web.kit import dates

LANGUAGES = st.sampled_from(["fr", "oc"])
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "french", "occitan"),
    [
        (date(2026, 11, 1), "dimanche 1er novembre 2026", "dimenge 1èr de novembre de 2026"),
        (date(2026, 11, 4), "mercredi 4 novembre 2026", "dimècres 4 de novembre de 2026"),
        (date(2026, 8, 1), "samedi 1er août 2026", "dissabte 1èr d’agost de 2026"),
        (date(2026, 10, 11), "dimanche 11 octobre 2026", "dimenge 11 d’octòbre de 2026"),
    ],
)
def test_long_date(day, french, occitan):
    assert dates.long_date(day, "fr") == french
    assert dates.long_date(day, "oc") == occitan


def test_the_french_first_of_the_month_is_raised():
    day = date(2026, 11, 1)

    assert dates.long_date_markup(day, "fr") == Markup("dimanche 1<sup>er</sup> novembre 2026")
    assert dates.long_date_markup(day, "oc") == Markup("dimenge 1èr de novembre de 2026")


def test_parts_of_a_date():
    day = date(2026, 4, 1)

    assert [dates.day_month(day, "fr"), dates.day_month(day, "oc")] == ["1er avril", "1èr d’abril"]
    assert [dates.month_title(day, "fr"), dates.month_title(day, "oc")] == ["avril 2026", "abril de 2026"]
    assert [dates.weekday_date(day, "fr"), dates.weekday_date(day, "oc")] == [
        "mercredi 1er avril",
        "dimècres 1èr d’abril",
    ]
    assert [dates.weekday_short(day, "fr"), dates.weekday_short(day, "oc")] == ["mer.", "dc."]
    assert dates.short_date(date(2026, 11, 4), "oc") == "04/11/2026"


@pytest.mark.parametrize(
    ("start", "end", "french", "occitan"),
    [
        (
            date(2026, 3, 3),
            date(2026, 11, 12),
            "du 3 mars au 12 novembre 2026",
            "del 3 de març al 12 de novembre de 2026",
        ),
        (
            date(2026, 11, 3),
            date(2026, 11, 12),
            "du 3 au 12 novembre 2026",
            "del 3 al 12 de novembre de 2026",
        ),
        (date(2026, 8, 1), date(2026, 8, 3), "du 1er au 3 août 2026", "del 1èr al 3 d’agost de 2026"),
        (
            date(2025, 12, 20),
            date(2026, 1, 1),
            "du 20 décembre 2025 au 1er janvier 2026",
            "del 20 de decembre de 2025 al 1èr de genièr de 2026",
        ),
        (date(2026, 3, 3), date(2026, 3, 3), "le 3 mars 2026", "lo 3 de març de 2026"),
    ],
)
def test_date_range(start, end, french, occitan):
    assert dates.date_range(start, end, "fr") == french
    assert dates.date_range(start, end, "oc") == occitan


def test_the_year_of_a_range_may_go_unsaid_unless_it_changes():
    assert dates.date_range(date(2026, 8, 1), date(2026, 8, 3), "oc", year=False) == "del 1èr al 3 d’agost"
    assert dates.date_range(date(2025, 8, 1), date(2026, 8, 3), "fr", year=False) == (
        "du 1er août 2025 au 3 août 2026"
    )


def test_a_range_does_not_end_before_it_starts():
    with pytest.raises(ValueError, match="before it starts"):
        dates.date_range(date(2026, 8, 3), date(2026, 8, 1), "fr")


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (time(10), "10 h"),
        (time(10, 30), "10 h 30"),
        (time(9, 5), "9 h 05"),
        (time(0, 15), "0 h 15"),
        (600, "10 h"),
        (1500, "1 h"),
        (1439, "23 h 59"),
    ],
)
def test_clock_time(moment, text):
    expected = text.replace(" ", "\u00a0")

    assert dates.clock_time(moment, "fr") == dates.clock_time(moment, "oc") == expected


@pytest.mark.parametrize("moment", [time(0), 0, 1440])
def test_midnight_has_a_name(moment):
    assert dates.clock_time(moment, "fr") == "minuit"
    assert dates.clock_time(moment, "oc") == "mièjanuèch"


def test_time_ranges():
    assert dates.time_range(time(10), 1080, "fr") == "10\u00a0h\u00a0– 18\u00a0h"
    assert dates.time_range_words(time(10), 1080, "fr") == "de 10\u00a0h à 18\u00a0h"
    assert dates.time_range_words(time(10), 1080, "oc") == "de 10\u00a0h a 18\u00a0h"
    assert dates.time_range_words(1200, 1440, "fr") == "de 20\u00a0h à minuit"


@pytest.mark.parametrize(
    ("days", "french", "occitan"),
    [
        (0, "aujourd’hui", "uèi"),
        (1, "demain", "deman"),
        (-1, "hier", "ièr"),
        (3, "dans 3 jours", "d’aquí 3 jorns"),
        (-3, "il y a 3 jours", "fa 3 jorns"),
    ],
)
def test_relative_days(days, french, occitan):
    assert [dates.relative_days(days, "fr"), dates.relative_days(days, "oc")] == [french, occitan]


@given(DAYS, LANGUAGES)
def test_a_long_date_holds_the_year_and_one_number_of_the_day(day, language):
    text = dates.long_date(day, language)

    assert text.endswith(str(day.year))
    assert "  " not in text
    assert ("1er" in text.split() or "1èr" in text.split()) == (day.day == 1)


@given(DAYS, DAYS, LANGUAGES)
def test_a_range_ends_with_its_last_day(one, other, language):
    start, end = sorted([one, other])

    text = dates.date_range(start, end, language)

    assert text.endswith(dates.full_date(end, language))
    assert "dau " not in text
    assert text.count(str(end.year)) >= 1


@given(st.integers(0, 2880), LANGUAGES)
def test_a_time_never_breaks_and_repeats_every_day(minutes, language):
    text = dates.clock_time(minutes, language)

    assert " " not in text
    assert text == dates.clock_time(minutes + 1440, language)
