"""Reads the words of the language into rules; strict: what is not understood for certain is refused by name."""

from dataclasses import dataclass, replace

from portal.domain.hours.bounds import Span
from portal.domain.hours.osm.dates import Dates
from portal.domain.hours.osm.refusals import OsmRefusal, OsmRefusedError
from portal.domain.hours.osm.rules import WEEKDAYS
from portal.domain.hours.osm.words import REFUSED
from portal.domain.hours.rows import MIDNIGHT

LONGEST = 10_000
"""The most characters that are read."""
_DAYS = {name.lower(): number for number, name in enumerate(WEEKDAYS)}
_STATES = {"open": "open", "off": "off", "closed": "off", "unknown": "unknown"}


@dataclass(frozen=True, slots=True)
class Said:
    """A rule as it was pasted: on which dates and weekdays, when, and in what state."""

    text: str
    spans: tuple[Span, ...]
    """Of the year or dated; none is every date."""
    weekdays: frozenset[tuple[int, int | None]]
    """Weekdays, each with which of the month; with no holidays either, every one."""
    on_holidays: bool
    times: tuple[tuple[int, int], ...]
    """In minutes, past 1440 into the next day; none is the whole day."""
    state: str
    """`open`, `off` or `unknown`."""
    comment: str
    is_added: bool

    @property
    def is_dated(self) -> bool:
        """Whether it holds in some years only."""
        return any(span.is_dated for span in self.spans)


class Reader(Dates):
    """Reads one string, rule by rule."""

    def rules(self) -> list[Said]:
        """Return every rule, in order."""
        found: list[Said] = []
        is_added = False
        while self.at < len(self.words):
            found += _parted(self._rule(is_added=is_added))
            separator = self._take()
            if separator not in {"", ";", ","}:
                raise self._refused(OsmRefusal.FALLBACK if separator == "||" else OsmRefusal.SYNTAX, back=1)
            is_added = separator == ","
        if is_added or not found:
            raise OsmRefusedError(OsmRefusal.SYNTAX, self.text.strip()[-20:])
        return found

    def _rule(self, *, is_added: bool) -> Said:
        first = self.words[self.at][1]
        spans, weekdays, on_holidays, is_always = self._selector()
        times = self._times() if self._is_time() else ()
        state, comment = self._state()
        text = (
            self.text[first : self.words[self.at - 1][1] + len(self.words[self.at - 1][0])] if self.at else ""
        )
        if comment and not state:
            raise OsmRefusedError(OsmRefusal.COMMENT_ALONE, f"“{comment}”")
        if not (times or state or is_always):
            if self._peek() in {"", ";", ","} and self.words[self.at - 1][1] >= first:
                raise OsmRefusedError(OsmRefusal.NO_HOURS, text or self.text[:20])
            raise self._refused(OsmRefusal.SYNTAX)
        if is_added and not (spans or weekdays or on_holidays or is_always):
            raise OsmRefusedError(OsmRefusal.SYNTAX, text)
        return Said(text, spans, weekdays, on_holidays, times, state or "open", comment, is_added)

    def _selector(self) -> tuple[tuple[Span, ...], frozenset[tuple[int, int | None]], bool, bool]:
        if self._peek() == "24/7":
            self._take()
            return (), frozenset(), False, True
        spans: list[Span] = []
        while self._is_date():
            spans += self._dates()
            if not (self._is_comma() and self._is_date(1)):
                break
            self._take()
        if spans and self._peek() == ":":
            self._take()
        weekdays, on_holidays = self._days_of_week()
        return tuple(spans), weekdays, on_holidays, False

    def _days_of_week(self) -> tuple[frozenset[tuple[int, int | None]], bool]:
        weekdays: set[tuple[int, int | None]] = set()
        on_holidays = False
        while self._is_weekday():
            if self._peek().lower() in _DAYS:
                weekdays |= self._weekdays()
            else:
                on_holidays = self._holidays()
            if not (self._is_comma() and self._is_weekday(1)):
                break
            self._take()
        if self._is_weekday():
            raise self._refused(OsmRefusal.HOLIDAY_WEEKDAY)
        return frozenset(weekdays), on_holidays

    def _is_weekday(self, ahead: int = 0) -> bool:
        return self._peek(ahead).lower() in {"ph", "sh", *_DAYS}

    def _holidays(self) -> bool:
        if self._peek().lower() == "sh":
            raise self._refused(OsmRefusal.SCHOOL_HOLIDAYS)
        self._take()
        if self._peek() in {"+", "-"}:
            raise self._refused(OsmRefusal.SHIFTED_DAY)
        return True

    def _weekdays(self) -> set[tuple[int, int | None]]:
        first = last = _DAYS[self._take().lower()]
        if self._peek() == "[":
            return self._nth(first)
        if self._peek() == "-":
            self._take()
            if self._peek().lower() not in _DAYS:
                raise self._refused(OsmRefusal.SYNTAX)
            last = _DAYS[self._take().lower()]
        return {((first + step) % 7, None) for step in range((last - first) % 7 + 1)}

    def _nth(self, weekday: int) -> set[tuple[int, int | None]]:
        self._take()
        found: set[tuple[int, int | None]] = set()
        while True:
            sign = -1 if self._peek() == "-" and self._take() else 1
            first = last = self._number(1, 5)
            if self._peek() == "-" and sign == 1:
                self._take()
                last = self._number(first, 5)
            if sign == -1 and first != 1:
                raise self._refused(OsmRefusal.SYNTAX, back=1)
            found |= {(weekday, sign * number) for number in range(first, last + 1)}
            if self._peek() != ",":
                break
            self._take()
        self._expect("]")
        if self._peek() in {"+", "-"}:
            raise self._refused(OsmRefusal.SHIFTED_DAY)
        return found

    def _times(self) -> tuple[tuple[int, int], ...]:
        found: list[tuple[int, int]] = []
        while True:
            start = self._clock()
            if self._peek() != "-":
                raise self._refused(OsmRefusal.OPEN_END if self._peek() == "+" else OsmRefusal.SYNTAX)
            self._take()
            end = self._clock()
            if self._peek() in {"+", "/"}:
                raise self._refused(OsmRefusal.OPEN_END if self._peek() == "+" else OsmRefusal.STEPS)
            end += MIDNIGHT if end < start else 0
            if start == end or start >= MIDNIGHT or end - start > MIDNIGHT:
                raise self._refused(OsmRefusal.SYNTAX, back=1)
            found.append((start, end))
            if not (self._is_comma() and self._is_time(1)):
                return tuple(found)
            self._take()

    def _clock(self) -> int:
        if not self._is_time():
            refusal = REFUSED.get(self._peek().strip("(").lower(), OsmRefusal.SYNTAX)
            raise self._refused(refusal)
        hours, _, minutes = self._take().partition(":")
        if int(minutes) > 59 or int(hours) * 60 + int(minutes) > 2 * MIDNIGHT:
            raise self._refused(OsmRefusal.SYNTAX, back=1)
        return int(hours) * 60 + int(minutes)

    def _state(self) -> tuple[str, str]:
        state = _STATES[self._take().lower()] if self._peek().lower() in _STATES else ""
        comment = self._take().strip('"').strip() if self._peek().startswith('"') else ""
        return state, comment


def _parted(said: Said) -> list[Said]:
    """Return a rule as two where it names dates of each year and of some years: each is read in its own way."""
    parts = [tuple(span for span in said.spans if span.is_dated is is_dated) for is_dated in (False, True)]
    return [replace(said, spans=spans) for spans in parts if spans] or [said]
