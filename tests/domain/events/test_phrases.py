"""The phrases the network has written since 2009, and those we write ourselves."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.domain.events import phrases
from portal.domain.events.rows import Occurrence, Run
from portal.domain.events.vocabulary import Frequency, SchoolDays
from portal.web.kit.events.phrases import all_day, phrase

TODAY = date(2026, 6, 1)


def dates_of(text: str, today: date = TODAY) -> list[str]:
    read = phrases.read(text, today)
    assert read.unread == ()
    return [f"{one.start:%Y-%m-%d %H:%M}" for one in read.occurrences]


def test_the_five_phrases_of_the_site_before():
    fridays = phrases.read("les vendredis à 10h du 18 juillet au 22 août, sauf le 15 août", date(2014, 6, 1))
    assert fridays.rule is not None
    assert (fridays.rule.first, fridays.rule.last) == (date(2014, 7, 18), date(2014, 8, 22))
    assert (fridays.rule.weekdays, fridays.rule.starts) == ((4,), time(10))
    assert fridays.rule.excluded == (date(2014, 8, 15),)
    assert dates_of("les mardis 15 et 22 juillet, 5 et 19 août de 20h à 23h", date(2014, 6, 1)) == [
        "2014-07-15 20:00",
        "2014-07-22 20:00",
        "2014-08-05 20:00",
        "2014-08-19 20:00",
    ]
    period = phrases.read("du 23 mars au 24 juillet, 4 rendez-vous", date(2014, 3, 1))
    assert period.run == Run(date(2014, 3, 23), date(2014, 7, 24))
    assert period.unread == ("4 rendez vous",)
    extended = phrases.read("11 octobre 2013 au 30 juin 2014 - PROLONGATION jusqu'au 3 août 2014", TODAY)
    assert extended.run == Run(date(2013, 10, 11), date(2014, 8, 3), date(2014, 6, 30))
    assert dates_of("dimanche 23 juillet 2014 à 16h") == ["2014-07-23 16:00"]
    assert phrases.read("dimanche 23 juillet 2014 à 16h", TODAY).doubts == ("weekday",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("samedi 20 juin à 15h", ["2026-06-20 15:00"]),
        ("20 et 21 juin, 14 h – 18 h", ["2026-06-20 14:00", "2026-06-21 14:00"]),
        ("24/12/2026 à 18h30", ["2026-12-24 18:30"]),
        ("le 28 décembre et le 4 janvier à 15 h", ["2026-12-28 15:00", "2027-01-04 15:00"]),
        (
            "chaque samedi du 6 au 13 juin à 10h et 15h",
            [f"2026-06-{d} {h}:00" for d in ("06", "13") for h in (10, 15)],
        ),
        ("lo 1èr d’agost de 2026 de 15 h a 17 h", ["2026-08-01 15:00"]),
    ],
)
def test_other_ways_of_saying_it(text, expected):
    assert dates_of(text) == expected


def test_rules_are_recipes():
    sundays = phrases.read("le premier dimanche du mois à 15h", TODAY).rule
    assert sundays is not None
    assert (sundays.frequency, sundays.nth, sundays.weekdays) == (Frequency.MONTHLY, 1, (6,))
    classes = phrases.read("les mercredis à 14 h hors vacances scolaires", TODAY).rule
    assert classes is not None
    assert classes.school is SchoolDays.EXCEPT


@pytest.mark.parametrize(
    "text", ["bonjour", "", "bientôt", "du 31 février au 30 février", "99/99/9999", "les lundis"]
)
def test_what_is_not_understood_is_said_and_never_guessed(text):
    read = phrases.read(text, TODAY)
    assert read.says_nothing or read.unread or read.doubts


moment = st.datetimes(datetime(2026, 6, 2), datetime(2028, 5, 1)).map(  # noqa: DTZ001 - local times
    lambda each: each.replace(minute=each.minute // 5 * 5, second=0, microsecond=0)
)
dated = st.builds(
    lambda start, minutes: Occurrence(start, start + timedelta(minutes=minutes) if minutes else None),
    moment,
    st.sampled_from([0, 30, 60, 90, 120]),
) | moment.map(lambda each: all_day(each.date()))


def _comes_back(occurrences: list[Occurrence]) -> None:
    for language in ("fr", "oc"):
        read = phrases.read(phrase(occurrences, language), TODAY)
        assert read.unread == ()
        assert {(one.start, one.end) for one in read.occurrences} == {
            (one.start, one.end) for one in occurrences
        }


@given(st.lists(dated, min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_what_we_write_is_read_back_to_the_same_dates(occurrences):
    _comes_back(occurrences)


@pytest.mark.long
@given(st.lists(dated, min_size=1, max_size=8))
@settings(max_examples=10_000, deadline=None)
def test_ten_thousand_schedules_come_back(occurrences):
    _comes_back(occurrences)


def test_occitan_elides_before_its_months():
    told = phrase([all_day(date(2026, month, 1)) for month in (4, 8, 10)], "oc")
    assert told == "lo 1èr d’abril de 2026, lo 1èr d’agost de 2026, lo 1èr d’octòbre de 2026"
