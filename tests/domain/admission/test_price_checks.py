"""Prices that contradict themselves are refused by name; prices that surprise are only pointed at."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from portal.db import Translated
from portal.domain.admission import (
    AdviceKind,
    Audience,
    FreeKind,
    FreeRule,
    Payment,
    PriceLine,
    PricesRefusedError,
    Rows,
    Scope,
    advice,
    checked,
    errors,
    prices_errors,
    snapshots,
)
from portal.domain.admission.rows import FIRST_SUNDAY
from portal.domain.hours.bounds import yearly
from portal.domain.texts import TooLongError

TODAY = date(2026, 11, 24)
FULL = PriceLine(Audience.FULL, 800)
REDUCED = PriceLine(Audience.REDUCED, 400)
UNDER_18 = PriceLine(Audience.UNDER_18, 0)
YEAR = date(2026, 1, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("rows", "path", "error"),
    [
        (Rows(lines=(replace(FULL, amount=-1),)), "lines.0.amount", errors.AmountNegativeError),
        (Rows(lines=(FULL, replace(REDUCED, amount=100_001))), "lines.1.amount", errors.AmountTooHighError),
        (Rows(lines=(FULL, FULL)), "lines.1.who", errors.LineTwiceError),
        (
            Rows(lines=(UNDER_18, PriceLine(Audience.CHILD, 0, age_to=17))),
            "lines.1.who",
            errors.LineTwiceError,
        ),
        (Rows(lines=(PriceLine(Audience.CHILD, 0, 12, 6),)), "lines.0.who", errors.AgesInvertedError),
        (Rows(lines=(PriceLine(Audience.CHILD, 0, 6, 900),)), "lines.0.who", errors.AgeRefusedError),
        (Rows(lines=(PriceLine(Audience.GROUP, 0, group_min=1),)), "lines.0.who", errors.GroupRefusedError),
        (Rows(lines=(PriceLine(Audience.OTHER, 0),)), "lines.0.who", errors.NameMissingError),
        (
            Rows(lines=(replace(FULL, valid_from=YEAR[1], valid_to=YEAR[0]),)),
            "lines.0.valid_to",
            errors.ValidityInvertedError,
        ),
        (Rows(valid_from=YEAR[1], valid_to=YEAR[0]), "valid_to", errors.ValidityInvertedError),
        (Rows(lines=(FULL,), always_free=Scope.PERMANENT), "lines.0.amount", errors.FreeYetPaysError),
        (Rows(free_days=(FIRST_SUNDAY, FIRST_SUNDAY)), "free_days.1.when", errors.FreeDayTwiceError),
        (Rows(free_days=(FreeRule(FreeKind.DAY),)), "free_days.0.when", errors.FreeDayUnsaidError),
        (
            Rows(free_days=(replace(FIRST_SUNDAY, month_from=4),)),
            "free_days.0.month_to",
            errors.MonthsRefusedError,
        ),
        (Rows(lines=(replace(FULL, condition=Translated("a" * 161)),)), "lines.0.condition", TooLongError),
        (Rows(lines=(FULL,) * 41), "lines", errors.TooManyLinesError),
    ],
)
def test_a_contradiction_is_refused_by_its_field(rows: Rows, path: str, error: type[Exception]):
    assert isinstance(prices_errors(rows)[path], error)
    with pytest.raises(PricesRefusedError):
        checked(snapshots.snapshot_of(rows))


@pytest.mark.parametrize(
    "rows",
    [
        Rows(lines=(replace(FULL, valid_to=YEAR[1]), replace(FULL, amount=900, valid_from=date(2027, 1, 1)))),
        Rows(lines=(FULL, replace(FULL, scope=Scope.PERMANENT, amount=500))),
        Rows(lines=(replace(FULL, scope=Scope.TEMPORARY),), always_free=Scope.PERMANENT),
        Rows(
            lines=(
                replace(REDUCED, condition=Translated("étudiants")),
                replace(REDUCED, condition=Translated("dès 65 ans"), amount=500),
            )
        ),
    ],
)
def test_what_is_said_of_other_days_things_or_people_is_no_contradiction(rows: Rows):
    assert prices_errors(rows) == {}


@pytest.mark.parametrize(
    ("rows", "kind", "path"),
    [
        (Rows(lines=(FULL, replace(REDUCED, amount=900))), AdviceKind.REDUCED_ABOVE_FULL, "lines.1.amount"),
        (Rows(lines=(FULL, replace(REDUCED, amount=800))), AdviceKind.REDUCED_ABOVE_FULL, "lines.1.amount"),
        (
            Rows(lines=(FULL, UNDER_18, PriceLine(Audience.CHILD, 500, 6, 12))),
            AdviceKind.CHILD_PAYS,
            "lines.2.amount",
        ),
        (Rows(lines=(UNDER_18,)), AdviceKind.NO_FULL_PRICE, "lines"),
        (Rows(lines=(FULL, PriceLine(Audience.CHILD, 0))), AdviceKind.AGES_UNSAID, "lines.1.who"),
        (Rows(lines=(FULL,), valid_to=date(2026, 11, 1)), AdviceKind.PAST, "valid_to"),
        (Rows(lines=(FULL,), valid_to=YEAR[1]), AdviceKind.ENDS_SOON, "valid_to"),
        (
            Rows(lines=(FULL,), free_days=(FreeRule(FreeKind.MUSEUM_NIGHT),)),
            AdviceKind.DATE_UNANNOUNCED,
            "free_days.0.when",
        ),
    ],
)
def test_a_surprise_is_pointed_at_and_kept(rows: Rows, kind: AdviceKind, path: str):
    assert (kind, path) in [(each.kind, each.path) for each in advice(rows, TODAY)]
    assert prices_errors(rows) == {}


def test_prices_that_nobody_looked_at_for_a_year_are_pointed_at():
    rows, said = Rows(lines=(FULL,)), datetime(2025, 11, 24, 12, tzinfo=UTC)

    assert [each.kind for each in advice(rows, TODAY, said)] == [AdviceKind.OLD]
    assert advice(rows, TODAY, datetime(2025, 11, 25, 12, tzinfo=UTC)) == []


def test_the_price_that_takes_over_settles_the_end_of_the_other():
    this_year = replace(FULL, valid_to=YEAR[1])
    rows = Rows(lines=(this_year, replace(FULL, amount=900, valid_from=date(2027, 1, 1))))

    assert advice(rows, TODAY) == []
    assert [each.kind for each in advice(Rows(lines=(this_year,)), TODAY)] == [AdviceKind.ENDS_SOON]


def test_a_workshop_that_children_pay_is_no_surprise():
    rows = Rows(lines=(FULL, UNDER_18, PriceLine(Audience.CHILD, 500, 6, 12, scope=Scope.VISIT)))

    assert advice(rows, TODAY) == []


def test_rows_come_back_from_their_revision_as_they_were():
    rows = Rows(
        lines=(
            replace(FULL, valid_from=YEAR[0], valid_to=YEAR[1], condition=Translated("un soir", "un ser")),
            PriceLine(Audience.PASS, 0, name=Translated("Pass Tolosa"), proof=Translated("le pass")),
            PriceLine(Audience.CHILD, 250, 6, 12, scope=Scope.VISIT),
            PriceLine(Audience.GROUP, 400, group_min=10),
        ),
        free_days=(FIRST_SUNDAY, FreeRule(FreeKind.DAY, day=yearly(7, 14), month_from=7, month_to=7)),
        passes=("Pass Tolosa",),
        payment=frozenset({Payment.CASH, Payment.CARD}),
        valid_to=date(2027, 12, 31),
    )

    assert snapshots.rows_of(checked(snapshots.snapshot_of(rows))) == rows
    assert snapshots.rows_of({}) == Rows()
