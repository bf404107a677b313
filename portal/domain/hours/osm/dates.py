"""Reads the dates of the language: months, days, years, Easter, and ranges of them."""

import re
from calendar import monthrange
from datetime import date

from portal.domain.hours.bounds import Bound, Span, dated, yearly
from portal.domain.hours.osm.refusals import OsmRefusal, OsmRefusedError
from portal.domain.hours.osm.rules import MONTHS
from portal.domain.hours.osm.words import Words

_NAMED = {name.lower(): number for number, name in enumerate(MONTHS, 1)}


class Dates(Words):
    """Reads dates from the words of a string."""

    def _dates(self) -> list[Span]:
        years: tuple[int, int] | None = None
        if re.fullmatch(r"\d{4}", self._peek()):
            first = last = self._number(1900, 2100)
            if self._peek() == "-" and re.fullmatch(r"\d{4}", self._peek(1)):
                self._take()
                last = self._number(first, 2100)
            years = first, last
            if self._peek() in {"+", "/"}:
                raise self._refused(OsmRefusal.STEPS)
            if not self._is_day():
                return _in_years(Span(yearly(1, 1), yearly(12, 31)), years)
        start, end = self._days(last_year=None if years is None or years[0] != years[1] else years[0])
        if self._peek() == "/" or (self._peek() == "+" and years is None):
            raise self._refused(OsmRefusal.STEPS)
        if end.is_dated and years is not None:
            start = dated(start.in_year(years[0]))
            if end.in_year(0, is_last=True) < start.in_year(0):
                raise self._refused(OsmRefusal.SYNTAX, back=1)
            return [Span(start, end)]
        span = Span(start, end)
        return [span] if years is None else _in_years(span, years)

    def _days(self, *, last_year: int | None) -> tuple[Bound, Bound]:
        """Read a month, a day, a range of either, or days counted from Easter."""
        first, first_end = self._day()
        if self._peek() != "-":
            return first, first_end
        self._take()
        if self._peek().isdigit() and len(self._peek()) < 3 and first == first_end and first.month:
            return first, self._checked(first.month, self._number(1, 31))
        year = None
        if re.fullmatch(r"\d{4}", self._peek()):
            if last_year is None or first != first_end:
                raise self._refused(OsmRefusal.SYNTAX)
            year = self._number(last_year, 2100)
        if not self._is_day():
            raise self._refused(OsmRefusal.SYNTAX)
        other, other_end = self._day()
        if year is not None:
            return first, dated(other.in_year(year, is_last=True))
        if (first != first_end) != (other != other_end):
            raise self._refused(OsmRefusal.SYNTAX, back=1)
        return first, other_end

    def _day(self) -> tuple[Bound, Bound]:
        word = self._take().lower()
        if word == "easter":
            days = 0
            if (
                self._peek() in {"+", "-"}
                and self._peek(1).isdigit()
                and self._peek(2).lower() in {"day", "days"}
            ):
                days = (1 if self._take() == "+" else -1) * self._number(0, 366)
                self._take()
            return Bound(easter=days), Bound(easter=days)
        month = _NAMED[word]
        if self._peek().isdigit() and len(self._peek()) < 3:
            day = self._checked(month, self._number(1, 31))
            return day, day
        return yearly(month, 1), yearly(month, monthrange(2028, month)[1])

    def _checked(self, month: int, day: int) -> Bound:
        try:
            date(2028, month, day)
        except ValueError:
            raise self._refused(OsmRefusal.SYNTAX, back=1) from None
        return yearly(month, day)

    def _is_day(self, ahead: int = 0) -> bool:
        return self._peek(ahead).lower() in {"easter", *_NAMED}

    def _is_date(self, ahead: int = 0) -> bool:
        return self._is_day(ahead) or bool(re.fullmatch(r"\d{4}", self._peek(ahead)))


def _in_years(span: Span, years: tuple[int, int]) -> list[Span]:
    """Return a span of each year as it falls in some."""
    begun = [found for year in range(years[0], years[1] + 1) if (found := span.begun_in(year))[0] <= found[1]]
    crosses_new_year = any(
        first.year != last.year for first, last in begun
    )  # engines differ on whose year it is
    if crosses_new_year or not 0 < len(begun) <= 20:
        raise OsmRefusedError(OsmRefusal.SYNTAX, str(years[0]))
    return [Span(dated(first), dated(last)) for first, last in begun]
