"""What is worth a look and blocks nothing: prices that surprise, that end, that nobody has looked at for long."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from portal.config import PARIS
from portal.domain.admission.free_days import next_day
from portal.domain.admission.rows import Audience, FreeKind, PriceLine, Rows, Scope

ENDS_SOON = timedelta(days=60)
OLD = timedelta(days=365)


class AdviceKind(enum.Enum):
    """What may be wrong."""

    NO_FULL_PRICE = "no_full_price"
    REDUCED_ABOVE_FULL = "reduced_above_full"
    """A reduced price that is not below the full one."""
    CHILD_PAYS = "child_pays"
    """A child pays while everybody under 18 is said to enter free."""
    AGES_UNSAID = "ages_unsaid"
    """A price for children that does not say until which age."""
    UNKNOWN_AUDIENCE = "unknown_audience"
    """In the museum's own words, which no filter understands."""
    PAST = "past"
    ENDS_SOON = "ends_soon"
    OLD = "old"
    """Nobody has said for a year that they are right."""
    DATE_UNANNOUNCED = "date_unannounced"
    """A national night whose next date is not announced yet."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing worth a look."""

    kind: AdviceKind
    path: str
    day: date | None = None
    line: PriceLine | None = None
    other: PriceLine | None = None
    """The line it does not agree with."""


def advice(rows: Rows, today: date, confirmed_at: datetime | None = None) -> list[Advice]:
    """Return what is worth a look, the most harmful to visitors first."""
    if rows.is_empty:
        return []
    return [
        *_validity(rows, today),
        *_disagreements(rows, today),
        *_unsaid(rows, today),
        *_age(today, confirmed_at),
    ]


def _validity(rows: Rows, today: date) -> Iterator[Advice]:
    if (ended := _ended("valid_to", rows.valid_to, today)) is not None:
        yield ended
    for at, line in enumerate(rows.lines):
        follows = any(_follows(line, other) for other in rows.lines)
        told = None if follows else _ended(f"lines.{at}.valid_to", line.valid_to, today)
        if told is not None:
            yield told


def _ended(path: str, last: date | None, today: date) -> Advice | None:
    if last is None or last > today + ENDS_SOON:
        return None
    return Advice(AdviceKind.PAST if last < today else AdviceKind.ENDS_SOON, path, last)


def _follows(line: PriceLine, other: PriceLine) -> bool:
    """Return whether another price takes over where one ends."""
    if line.valid_to is None or other.valid_from is None:
        return False
    return (other.audience, other.ages, other.scope) == (line.audience, line.ages, line.scope) and (
        other.valid_from > line.valid_to
    )


def _disagreements(rows: Rows, today: date) -> Iterator[Advice]:
    now = [(at, line) for at, line in enumerate(rows.lines) if rows.holds(line, today)]
    for at, line in now:
        for _, other in now:
            if line.scope is other.scope and (kind := _disagreement(line, other)):
                yield Advice(kind, f"lines.{at}.amount", line=line, other=other)
                break


def _disagreement(line: PriceLine, other: PriceLine) -> AdviceKind | None:
    if line.audience is Audience.REDUCED and other.audience is Audience.FULL:
        return AdviceKind.REDUCED_ABOVE_FULL if line.amount >= other.amount and line.amount else None
    is_child = line.audience is Audience.CHILD and not line.is_free
    if is_child and other.audience is Audience.UNDER_18 and other.is_free:
        return AdviceKind.CHILD_PAYS if line.ages is None or line.ages[0] < 18 else None
    return None


def _unsaid(rows: Rows, today: date) -> Iterator[Advice]:
    has_full = any(line.audience is Audience.FULL for line in rows.lines if rows.holds(line, today))
    if rows.lines and not has_full and rows.always_free is not Scope.BOTH:
        yield Advice(AdviceKind.NO_FULL_PRICE, "lines")
    for at, line in enumerate(rows.lines):
        if line.audience is Audience.CHILD and line.ages is None:
            yield Advice(AdviceKind.AGES_UNSAID, f"lines.{at}.who", line=line)
        if line.audience is Audience.OTHER:
            yield Advice(AdviceKind.UNKNOWN_AUDIENCE, f"lines.{at}.who", line=line)
    for at, rule in enumerate(rows.free_days):
        if rule.kind is FreeKind.MUSEUM_NIGHT and next_day(rule, today) is None:
            yield Advice(AdviceKind.DATE_UNANNOUNCED, f"free_days.{at}.when")


def _age(today: date, confirmed_at: datetime | None) -> Iterator[Advice]:
    if confirmed_at is None:
        return
    said = confirmed_at.astimezone(PARIS).date()
    if today - said >= OLD:
        yield Advice(AdviceKind.OLD, "lines", said)
