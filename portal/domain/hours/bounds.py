"""The first and last days of seasons: a date, a day of each year, a day counted from Easter, a weekday of a month."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

WEEKDAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
LAST = -1


@dataclass(frozen=True, slots=True)
class Bound:
    """A day: of one year where `year` is said, else of each.

    Exactly one of three ways: `month` and `day`; `easter`, days from Easter Sunday; or `month`, `weekday` and `nth`.
    """

    month: int | None = None
    day: int | None = None
    year: int | None = None
    easter: int | None = None
    weekday: int | None = None
    nth: int | None = None

    @property
    def is_dated(self) -> bool:
        """Whether it is a day of one year."""
        return self.year is not None

    def in_year(self, year: int, *, is_last: bool = False) -> date:
        """Return its date in a year.

        29 February is, in a common year, the last day of February at the end of a season and 1 March at its start.
        """
        if self.easter is not None:
            return easter_sunday(year) + timedelta(days=self.easter)
        month = self.month or 1
        if self.weekday is not None:
            return nth_weekday(year, month, self.weekday, self.nth or 1)
        last_day = monthrange(self.year or year, month)[1]
        day = self.day or 1
        if day > last_day:
            return date(year, month, last_day) if is_last else date(year, month, last_day) + timedelta(days=1)
        return date(self.year or year, month, day)

    def __str__(self) -> str:
        """Write it as snapshots keep it: `2026-04-01`, `04-01`, `easter+1`, `09-sa[3]`."""
        if self.easter is not None:
            return f"easter{self.easter:+d}"
        if self.weekday is not None:
            return f"{self.month:02}-{WEEKDAYS[self.weekday]}[{self.nth}]"
        year = f"{self.year:04}-" if self.year is not None else ""
        return f"{year}{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to a day, both included: of one year, or each year; then it may run over New Year."""

    first: Bound
    last: Bound

    @property
    def is_dated(self) -> bool:
        """Whether it happens once."""
        return self.first.is_dated

    @property
    def is_single_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    def begun_in(self, year: int) -> tuple[date, date]:
        """Return its first and last dates where it begins in a year; a dated one is always the same.

        29 February alone is no day of a common year: it ends before it begins.
        """
        first, last = self.first.in_year(year), self.last.in_year(year, is_last=True)
        if not self.is_dated and last < first and not self.is_single_day:
            last = self.last.in_year(year + 1, is_last=True)
        return first, last

    def parts(self, year: int) -> tuple[tuple[date, date], ...]:
        """Return the dates it covers of a year; one across New Year counts as two."""
        opening, closing = date(year, 1, 1), date(year, 12, 31)
        begins = (self.begun_in(year),) if self.is_dated else (self.begun_in(year - 1), self.begun_in(year))
        return tuple(
            (max(first, opening), min(last, closing))
            for first, last in begins
            if first <= last and first <= closing and last >= opening
        )

    def covers(self, day: date) -> bool:
        """Return whether a date lies in it."""
        return any(first <= day <= last for first, last in parts_of(self, day.year))


@lru_cache(maxsize=20_000)
def parts_of(span: Span, year: int) -> tuple[tuple[date, date], ...]:
    """Return the dates that a span covers of a year, remembered."""
    return span.parts(year)


@lru_cache(maxsize=400)
def easter_sunday(year: int) -> date:
    """Return Easter Sunday of a year of the Gregorian calendar."""
    found: date = easter(year)
    return found


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth such weekday of a month; -1 is the last. A fifth that a month lacks is its last."""
    length = monthrange(year, month)[1]
    first = 1 + (weekday - date(year, month, 1).weekday()) % 7
    days = list(range(first, length + 1, 7))
    return date(year, month, days[-1] if nth == LAST or nth > len(days) else days[nth - 1])


def dated(day: date) -> Bound:
    """Return the bound of one date."""
    return Bound(month=day.month, day=day.day, year=day.year)


def yearly(month: int, day: int) -> Bound:
    """Return the bound of a day of each year."""
    return Bound(month=month, day=day)


_DATED = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_YEARLY = re.compile(r"(\d{2})-(\d{2})", re.ASCII)
_EASTER = re.compile(r"easter([+-]\d{1,3})", re.ASCII)
_WEEKDAY = re.compile(r"(\d{2})-(mo|tu|we|th|fr|sa|su)\[(-1|[1-5])\]", re.ASCII)


def parse(text: str) -> Bound:
    """Read a bound as snapshots keep it; raise ValueError for what is none."""
    if match := _DATED.fullmatch(text):
        return dated(date(*map(int, match.groups())))
    if match := _YEARLY.fullmatch(text):
        month, day = map(int, match.groups())
        date(2028, month, day)  # a leap year: 29 February is a day of each year too
        return yearly(month, day)
    if match := _EASTER.fullmatch(text):
        return Bound(easter=int(match[1]))
    if match := _WEEKDAY.fullmatch(text):
        month = int(match[1])
        date(2028, month, 1)
        return Bound(month=month, weekday=WEEKDAYS.index(match[2]), nth=int(match[3]))
    msg = f"not a bound: {text!r}"
    raise ValueError(msg)
