"""Reads the words of the language into rules; strict: what is not understood for certain is refused by name."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from portal.domain.hours.bounds import Bound, Span, dated, yearly
from portal.domain.hours.osm.refusals import OsmRefusal, OsmRefusedError
from portal.domain.hours.osm.rules import MONTHS, WEEKDAYS
from portal.domain.hours.rows import MIDNIGHT

LONGEST = 10_000
_TOKEN = re.compile(
    r'\s*(?:("[^"]*")|(24/7)|(\d{1,2}:\d{2})|(\d+)|([A-Za-z]+)|(\|\||[-,;:+\[\]/()]))', re.ASCII
)
_NAMED = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_DAYS = {name.lower(): number for number, name in enumerate(WEEKDAYS)}
_STATES = {"open": "open", "off": "off", "closed": "off", "unknown": "unknown"}
_REFUSED = {
    "week": OsmRefusal.WEEK_NUMBERS,
    "sh": OsmRefusal.SCHOOL_HOLIDAYS,
    **dict.fromkeys(("sunrise", "sunset", "dawn", "dusk"), OsmRefusal.SUN),
}


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


class Reader:
    """Reads one string, word by word."""

    def __init__(self, text: str) -> None:
        """Cut the string into words; raise OsmRefusedError where there is something else."""
        self.text, self.at = text, 0
        self.words: list[tuple[str, int]] = []
        where = 0
        while text[where:].strip():
            match = _TOKEN.match(text, where)
            if match is None:
                raise OsmRefusedError(OsmRefusal.SYNTAX, text[where : where + 20].strip())
            self.words.append((match[0].strip(), match.start() + len(match[0]) - len(match[0].lstrip())))
            where = match.end()

    def rules(self) -> list[Said]:
        """Return every rule, in order."""
        found: list[Said] = []
        is_added = False
        while self.at < len(self.words):
            found.append(self._rule(is_added=is_added))
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
            if not (self._peek() == "," and self._is_date(1)):
                break
            self._take()
        if spans and self._peek() == ":":
            self._take()
        weekdays: set[tuple[int, int | None]] = set()
        on_holidays = False
        while self._peek().lower() in {"ph", "sh", *_DAYS}:
            if self._peek().lower() in _DAYS:
                weekdays |= self._weekdays()
            else:
                on_holidays = self._holidays()
            if not (self._peek() == "," and self._peek(1).lower() in {"ph", "sh", *_DAYS}):
                break
            self._take()
        if self._peek().lower() in {"ph", *_DAYS}:
            raise self._refused(OsmRefusal.HOLIDAY_WEEKDAY)
        return tuple(spans), frozenset(weekdays), on_holidays, False

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
            if not (self._peek() == "," and self._is_time(1)):
                return tuple(found)
            self._take()

    def _clock(self) -> int:
        if not self._is_time():
            refusal = _REFUSED.get(self._peek().strip("(").lower(), OsmRefusal.SYNTAX)
            raise self._refused(refusal)
        hours, _, minutes = self._take().partition(":")
        if int(minutes) > 59 or int(hours) * 60 + int(minutes) > 2 * MIDNIGHT:
            raise self._refused(OsmRefusal.SYNTAX, back=1)
        return int(hours) * 60 + int(minutes)

    def _state(self) -> tuple[str, str]:
        state = _STATES[self._take().lower()] if self._peek().lower() in _STATES else ""
        comment = self._take().strip('"').strip() if self._peek().startswith('"') else ""
        return state, comment

    def _is_time(self, ahead: int = 0) -> bool:
        return bool(re.fullmatch(r"\d{1,2}:\d{2}", self._peek(ahead)))

    def _is_day(self, ahead: int = 0) -> bool:
        return self._peek(ahead).lower() in {"easter", *_NAMED}

    def _is_date(self, ahead: int = 0) -> bool:
        return self._is_day(ahead) or bool(re.fullmatch(r"\d{4}", self._peek(ahead)))

    def _number(self, least: int, most: int) -> int:
        word = self._take()
        if not word.isdigit() or not least <= int(word) <= most:
            raise self._refused(OsmRefusal.SYNTAX, back=1)
        return int(word)

    def _expect(self, word: str) -> None:
        if self._take() != word:
            raise self._refused(OsmRefusal.SYNTAX, back=1)

    def _peek(self, ahead: int = 0) -> str:
        return self.words[self.at + ahead][0] if self.at + ahead < len(self.words) else ""

    def _take(self) -> str:
        word = self._peek()
        self.at += bool(word)
        return word

    def _refused(self, reason: OsmRefusal, *, back: int = 0) -> OsmRefusedError:
        """Return the refusal of what comes next, or of the word before."""
        at = max(self.at - back, 0)
        if at >= len(self.words):
            return OsmRefusedError(reason, self.text.strip()[-20:])
        word = self.words[at][0].lower()
        if reason is OsmRefusal.SYNTAX and word in _REFUSED:
            reason = _REFUSED[word]
        return OsmRefusedError(reason, self.text[self.words[at][1] :][:20].strip())


def _in_years(span: Span, years: tuple[int, int]) -> list[Span]:
    """Return a span of each year as it falls in some."""
    begun = [span.begun_in(year) for year in range(years[0], years[1] + 1)]
    if len(begun) > 20:
        raise OsmRefusedError(OsmRefusal.SYNTAX, f"{years[0]}-{years[1]}")
    return [Span(dated(first), dated(last)) for first, last in begun if first <= last]
