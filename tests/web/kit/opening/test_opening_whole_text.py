"""Text and data never disagree: what is written of rows, read by a reader that knows no row, is the same rows."""

from datetime import date, timedelta

import pytest

from portal.db import Translated
from portal.domain.hours import entry
from portal.domain.hours.bounds import Bound, Span, dated, yearly
from portal.domain.hours.rows import (
    LABELS,
    Closure,
    Decision,
    Effect,
    Exceptional,
    Period,
    Quarter,
    Reason,
    Reopening,
    Rows,
    Service,
    ServiceKind,
    Week,
)
from portal.domain.hours.schedule import Schedule
from portal.domain.hours.sentences import read
from portal.web.kit.opening import whole_text
from tests.domain.hours.generating import drawn

LANGUAGES = ("fr", "oc")
A_YEAR = 366


def essence(rows):
    """Return what decides of any day; holidays in no order, for their order says nothing."""
    return (
        [season(period) for period in rows.periods],
        {
            (rule.holiday, rule.decision, rule.slots, rule.like)
            for rule in rows.holidays
            if rule.decision is not Decision.UNDECIDED
        },
        [(service.kind, [season(period) for period in service.periods]) for service in rows.services],
        [(row.span, row.effect, row.slots, row.at, row.reason) for row in rows.exceptions],
        [(row.first, row.last, row.reason, row.reopening) for row in rows.closures],
    )


def season(period):
    return period.span, period.week, period.breaks, period.last_admission


def read_back(rows, language):
    text = whole_text(rows, language)
    return read(text, language) if text else Rows()


def misread(seeds):
    return [
        (seed, language)
        for seed in seeds
        for rows in (drawn(seed)[0],)
        for language in LANGUAGES
        if essence(read_back(rows, language)) != essence(rows)
    ]


@pytest.mark.parametrize("part", range(4))
def test_the_whole_text_reads_back_as_its_rows(part):
    assert misread(range(part * 250, part * 250 + 250)) == []


@pytest.mark.long
def test_the_whole_text_of_ten_thousand_museums_reads_back():
    assert misread(range(1000, 11_000)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_day_of_a_year_is_the_same(language):
    for seed in range(2000, 2020):
        rows, school, first = drawn(seed)
        ours, theirs = Schedule(rows, school), Schedule(read_back(rows, language), school)
        for ahead in range(A_YEAR):
            day = first + timedelta(days=ahead)
            one, other = ours.on(day), theirs.on(day)
            assert (one.state, one.intervals, one.restricted, one.rule.kind, one.last_admission) == (
                (other.state, other.intervals, other.restricted, other.rule.kind, other.last_admission)
            ), (seed, day)


def spell(*days):
    return Week(tuple(map(entry.times, days)))


NIGHTS = spell(
    "", "20h-2h", "10h-1h le lendemain", "midi-minuit", "0h-2h", "groupes", "9h-10h groupes / 10h-12h"
)
ODD = Rows(
    periods=(
        *(
            Period(Span(yearly(4, 1), yearly(10, 31)), NIGHTS, label=label, last_admission=60)
            for label in LABELS
        ),
        Period(
            Span(dated(date(2026, 4, 4)), dated(date(2027, 1, 3))),
            NIGHTS,
            name=Translated("Les nuits : du cloître, le 3 mai", "Las nuèches : del clastre"),
            last_admission=75,
        ),
        Period(Span(Bound(easter=-3), yearly(2, 29)), Week(), name=Translated("Fermé le soir")),
        Period(Span(yearly(2, 1), yearly(2, 29)), NIGHTS),
        Period(Span(yearly(8, 1), yearly(8, 31)), NIGHTS),
    ),
    services=(
        Service(ServiceKind.CAFE),
        Service(
            ServiceKind.SHOP, (Period(Span(yearly(8, 1), yearly(8, 31)), NIGHTS, last_admission=15),) * 2
        ),
    ),
    exceptions=(
        Exceptional(
            Span(yearly(12, 25), yearly(12, 25)), Effect.CLOSED, words=Translated("Noël : repos, enfin.")
        ),
        Exceptional(Span(yearly(12, 24), yearly(1, 2)), Effect.OPENS_LATE, at=690, reason=Reason.YEAR_END),
        Exceptional(Span(Bound(easter=0), Bound(easter=0)), Effect.EXTRA, entry.times("20h-minuit")),
    ),
    closures=(
        *(Closure(dated(date(2026, 1, 5)), None, reopening=Reopening(2027, quarter)) for quarter in Quarter),
        *(
            Closure(dated(date(2026, 1, 5)), dated(date(2027, 1, 5)), reopening=Reopening(2027, month=month))
            for month in range(1, 13)
        ),
        *(Closure(dated(date(2028, 1, 5)), None, reason) for reason in Reason),
        Closure(yearly(11, 2), yearly(3, 31), Reason.SEASON, Translated("vivement avril")),
    ),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_odd_hours_read_back_too(language):
    assert essence(read_back(ODD, language)) == essence(ODD)


def test_the_words_of_the_museum_read_back_in_french():
    back = read_back(ODD, "fr")

    assert back.exceptions[0].words == Translated("Noël : repos, enfin")
    assert back.closures[-1].words == Translated("vivement avril")
    assert back.periods[8].name == Translated("Les nuits, du cloître, le 3 mai")
    assert [period.label for period in back.periods[:8]] == list(LABELS)


def test_nothing_entered_is_no_text():
    assert whole_text(Rows(), "fr") == ""
