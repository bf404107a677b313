"""What next year's calendar proposes of this year's hours, line by line; nothing of it holds until somebody says so."""

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from portal.domain.hours.bounds import Span, dated
from portal.domain.hours.holidays import Holiday, date_of
from portal.domain.hours.rows import (
    Closure,
    Decision,
    Exceptional,
    HolidayRule,
    Period,
    Reason,
    Rows,
)
from portal.domain.hours.schedule import Schedule
from portal.domain.hours.school import SchoolCalendar
from portal.domain.hours.shifting import Shift, Shifter, Why

PROPER = frozenset(
    {
        Reason.INSTALLATION,
        Reason.WORKS,
        Reason.WEATHER,
        Reason.STAFF,
        Reason.STRIKE,
        Reason.TECHNICAL,
        Reason.BETWEEN_EXHIBITIONS,
        Reason.DISASTER,
    }
)
"""The reasons that belong to one year."""
ALIKE = timedelta(days=10)
"""How far apart the ends of two spans may lie, and they are the same days of the year."""


class LineKind(enum.Enum):
    """What a line is about."""

    PERIOD = "period"
    EXCEPTION = "exception"
    CLOSURE = "closure"
    HOLIDAY = "holiday"


Row = Period | Exceptional | Closure | HolidayRule


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a year, and what is proposed of it for another."""

    kind: LineKind
    place: int
    """Its place among the rows of its kind."""
    before: Row
    after: Row | None
    """What is proposed; `None` where nothing is to be added."""
    why: Why
    needs_look: bool
    dates: tuple[date, date | None] | None = None
    """The first and last dates in the first year, where it has any."""
    moved: tuple[date, date] | None = None
    """Where they fall in the other, proposed or not."""

    @property
    def is_choice(self) -> bool:
        """Whether there is something to accept, to change or to leave."""
        return self.moved is not None and self.kind is not LineKind.HOLIDAY and self.why is not Why.ALREADY


def reconducted(rows: Rows, from_year: int, to_year: int, school: SchoolCalendar) -> list[Line]:
    """Return the rows of a year with what is proposed of each for another: seasons, days, closures, public holidays."""
    shifter = Shifter(to_year - from_year, school)
    periods = [
        _period(place, period, rows, from_year, shifter)
        for place, period in enumerate(rows.periods)
        if _touches(period.span, from_year)
    ]
    exceptions = [
        _exception(place, row, rows, from_year, shifter)
        for place, row in enumerate(rows.exceptions)
        if _touches(row.span, from_year)
    ]
    closures = [
        _closure(place, row, rows, from_year, shifter)
        for place, row in enumerate(rows.closures)
        if _touches(_span(row), from_year)
    ]
    proposed = tuple(line.after for line in periods if isinstance(line.after, Period) and line.moved)
    then = replace(rows, periods=rows.periods + proposed)
    return [
        *periods,
        *sorted(exceptions, key=_begins),
        *sorted(closures, key=_begins),
        *_holidays(Schedule(rows, school), Schedule(then, school), from_year, to_year),
    ]


def at(row: Row, first: date, last: date) -> Row:
    """Return a row with other dates."""
    if isinstance(row, Closure):
        return replace(row, first=dated(first), last=dated(last))
    if isinstance(row, HolidayRule):
        raise TypeError("a public holiday has its own date")
    return replace(row, span=Span(dated(first), dated(last)))


def _period(place: int, period: Period, rows: Rows, year: int, shifter: Shifter) -> Line:
    if period.span is None:
        known = {
            holiday.kind for holiday in shifter.school.holidays if holiday.first.year == year + shifter.years
        }
        return Line(LineKind.PERIOD, place, period, period, Why.EACH_YEAR, not period.breaks <= known)
    still = _still_holds(period.span, year + shifter.years)
    if still is not None:
        return Line(LineKind.PERIOD, place, period, period, still, False, period.span.begun_in(year))
    first, last = period.span.begun_in(year)
    days = frozenset(number for number, slots in enumerate(period.week.days) if slots)
    shift = shifter.season(first, last, days)
    others = [each.span for each in rows.periods if each is not period and _is_same(each, period)]
    return _line(Line(LineKind.PERIOD, place, period, None, shift.why, False, (first, last)), shift, others)


def _exception(place: int, row: Exceptional, rows: Rows, year: int, shifter: Shifter) -> Line:
    still = _still_holds(row.span, year + shifter.years)
    first, last = row.span.begun_in(year)
    if still is not None:
        return Line(LineKind.EXCEPTION, place, row, row, still, False, (first, last))
    shift = shifter.days(first, last, is_year_end=row.reason is Reason.YEAR_END)
    others = [each.span for each in rows.exceptions if each is not row and each.effect is row.effect]
    if row.reason in PROPER:
        return _line(
            Line(LineKind.EXCEPTION, place, row, None, shift.why, False, (first, last)),
            _because(shift, Why.PROPER),
            others,
        )
    if row.reason is Reason.BRIDGE and shift.why is not Why.EASTER:
        return _line(
            Line(LineKind.EXCEPTION, place, row, None, shift.why, False, (first, last)),
            _because(shift, Why.BRIDGE),
            others,
        )
    return _line(Line(LineKind.EXCEPTION, place, row, None, shift.why, False, (first, last)), shift, others)


def _closure(place: int, row: Closure, rows: Rows, year: int, shifter: Shifter) -> Line:
    span = _span(row)
    first = row.first.in_year(year)
    if span is None:
        return Line(LineKind.CLOSURE, place, row, row, Why.RUNNING, True, (first, None))
    still = _still_holds(span, year + shifter.years)
    first, last = span.begun_in(year)
    if still is not None:
        return Line(LineKind.CLOSURE, place, row, row, still, False, (first, last))
    shift = shifter.season(first, last)
    if row.reason in PROPER:
        shift = _because(shift, Why.PROPER)
    others = [_span(each) for each in rows.closures if each is not row]
    return _line(Line(LineKind.CLOSURE, place, row, None, shift.why, False, (first, last)), shift, others)


def _line(found: Line, shift: Shift, others: Sequence[Span | None]) -> Line:
    """Return what is proposed of a row, for where its dates fall and the rows of its kind that are there already."""
    moved = shift.first, shift.last
    if any(other is not None and other.is_dated and _is_alike(other, moved) for other in others):
        return replace(found, why=Why.ALREADY, moved=moved)
    if shift.why in {Why.PROPER, Why.BRIDGE}:
        return replace(found, why=shift.why, needs_look=True, moved=moved)
    needs_look = shift.why is not Why.SAME_DATES
    after = at(found.before, *moved)
    return replace(found, after=after, why=shift.why, needs_look=needs_look, moved=moved)


def _holidays(now: Schedule, then: Schedule, from_year: int, to_year: int) -> Iterator[Line]:
    decided = {rule.holiday: rule for rule in now.rows.holidays}
    for place, holiday in enumerate(Holiday):
        rule = decided.get(holiday) or HolidayRule(holiday)
        before, after = date_of(holiday, from_year), date_of(holiday, to_year)
        why = _holiday_why(rule, now, then, before, after)
        yield Line(
            LineKind.HOLIDAY, place, rule, rule, why, why is not Why.HOLDS, (before, before), (after, after)
        )


def _holiday_why(rule: HolidayRule, now: Schedule, then: Schedule, before: date, after: date) -> Why:
    """Return what is to be said of a holiday: as usual is not the same in another season, or on another weekday."""
    if rule.decision is Decision.UNDECIDED:
        return Why.UNDECIDED
    if rule.decision is Decision.CLOSED or (rule.decision is Decision.SPECIAL and rule.slots):
        return Why.HOLDS
    old, new = now.period_on(before), then.period_on(after)
    if (old and old.week) != (new and new.week):
        return Why.OTHER_SEASON
    if old and new and rule.like is None and old.week.on(before) != new.week.on(after):
        return Why.OTHER_WEEKDAY
    return Why.HOLDS


def _touches(span: Span | None, year: int) -> bool:
    """Return whether a span is of a year: each year's is, and of dated ones those that begin in it."""
    return span is None or not span.is_dated or bool(span.parts(year))


def _still_holds(span: Span, year: int) -> Why | None:
    if not span.is_dated:
        return Why.EACH_YEAR
    return Why.RUNNING if span.begun_in(year)[1] >= date(year, 12, 31) else None


def _is_alike(span: Span, dates: tuple[date, date]) -> bool:
    first, last = span.begun_in(dates[0].year)
    return abs(first - dates[0]) <= ALIKE and abs(last - dates[1]) <= ALIKE


def _span(row: Closure) -> Span | None:
    return Span(row.first, row.last) if row.last else None


def _begins(line: Line) -> date:
    return line.dates[0] if line.dates else date.min


def _because(shift: Shift, why: Why) -> Shift:
    return replace(shift, why=why)


def _is_same(one: Period, other: Period) -> bool:
    """Return whether two periods are one season of two years: of one name, or nameless with one week."""
    named = (one.label, one.name)
    return named == (other.label, other.name) and (named != ("", None) or one.week == other.week)
