"""A second evaluator, written from the words of the precedence and in another way: day by day, minute by minute.

Seasons are walked along the calendar, one day after the other; hours are sets of minutes.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from portal.domain.hours.bounds import Bound, Span
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import Access, Day, Decision, Effect, Exceptional, Period, Rows
from portal.domain.hours.school import SchoolCalendar

Run = tuple[date, date]
Minutes = tuple[int, int, int]
"""For everybody, by appointment, for groups: a bit each minute, and one for "at some time"."""
KINDS = (Access.OPEN, Access.APPOINTMENT, Access.GROUPS)
NONE: Minutes = (0, 0, 0)
UNTIMED = 1 << 3000
FIXED = {
    (1, 1): Holiday.NEW_YEAR,
    (5, 1): Holiday.LABOUR_DAY,
    (5, 8): Holiday.VICTORY_DAY,
    (7, 14): Holiday.BASTILLE_DAY,
    (8, 15): Holiday.ASSUMPTION,
    (11, 1): Holiday.ALL_SAINTS,
    (11, 11): Holiday.ARMISTICE,
    (12, 25): Holiday.CHRISTMAS,
}
MOVABLE = {1: Holiday.EASTER_MONDAY, 39: Holiday.ASCENSION, 50: Holiday.WHIT_MONDAY}


@dataclass
class Naive:
    """What is said of a day: `open`, `closed` or `unconfirmed`, and the minutes at which who may come."""

    state: str
    minutes: Minutes = NONE


@lru_cache
def gauss_easter(year: int) -> date:
    """Return Easter Sunday by Gauss's method, with the two exceptions of the Gregorian calendar."""
    a, b, c = year % 19, year % 4, year % 7
    century = year // 100
    m = (15 - (13 + 8 * century) // 25 + century - century // 4) % 30
    n = (4 + century - century // 4) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    if (d, e) == (29, 6) or (d == 28 and e == 6 and a > 10):
        e -= 7
    return date(year, 3, 22) + timedelta(days=d + e)


def is_bound(bound: Bound, day: date, *, is_last: bool) -> bool:
    """Return whether a date is that day."""
    if bound.year is not None:
        return (day.year, day.month, day.day) == (bound.year, bound.month, bound.day)
    if bound.easter is not None:
        return (day - gauss_easter(day.year)).days == bound.easter
    if bound.weekday is not None:
        if (day.month, day.weekday()) != (bound.month, bound.weekday):
            return False
        is_last_one = (day + timedelta(days=7)).month != day.month
        count = sum(
            date(day.year, day.month, number).weekday() == bound.weekday for number in range(1, day.day + 1)
        )
        return count == bound.nth or (is_last_one and bound.nth in {-1, 5})
    if (bound.month, bound.day) == (2, 29) and (date(day.year, 3, 1) - date(day.year, 2, 28)).days == 1:
        return (day.month, day.day) == ((2, 28) if is_last else (3, 1))
    return (day.month, day.day) == (bound.month, bound.day)


def walk(span: Span, first: date, last: date, *, cut: bool) -> dict[date, Run]:
    """Walk the calendar: the dates of a span, each with the first and last of its run, cut or not at New Year."""
    runs: list[list[date]] = []
    is_inside = False
    day = date(first.year - 2, 1, 1)
    while day <= date(last.year + 1, 12, 31):
        if is_bound(span.first, day, is_last=False) and not _is_no_day(span, day.year):
            is_inside = True
            runs.append([])
        elif is_inside and cut and (day.month, day.day) == (1, 1):
            runs.append([])
        if is_inside:
            runs[-1].append(day)
        if is_bound(span.last, day, is_last=True):
            is_inside = False
        day += timedelta(days=1)
    return {day: (run[0], run[-1]) for run in runs for day in run if first <= day <= last}


def _is_no_day(span: Span, year: int) -> bool:
    """Return whether a span is 29 February alone, in a year without one."""
    return span == Span(Bound(2, 29), Bound(2, 29)) and not _is_date(year, 2, 29)


class NaiveSchedule:
    """The second evaluator, of the dates of a window."""

    def __init__(self, rows: Rows, school: SchoolCalendar, first: date, last: date) -> None:
        """Walk the calendar once for each row."""
        self.rows, self.school = rows, school
        self.periods = [
            (p, walk(p.span, first, last, cut=not p.span.is_dated)) for p in rows.periods if p.span
        ]
        self.exceptions = [(e, walk(e.span, first, last, cut=False)) for e in rows.exceptions]
        self.closures = [
            (c.first, None if c.last is None else walk(Span(c.first, c.last), first, last, cut=False))
            for c in rows.closures
        ]

    def on(self, day: date) -> Naive:
        """Long closure > exception > public-holiday decision > period > not confirmed."""
        for first, run in self.closures:
            if (
                (day >= date(first.year or 1, first.month or 1, first.day or 1))
                if run is None
                else (day in run)
            ):
                return Naive("closed")
        below = self._holiday(day) or self._week(day, None)
        exception = self._exception(day)
        return below if exception is None else _changed(exception, below)

    def _exception(self, day: date) -> Exceptional | None:
        found = [
            ((run[day][1] - run[day][0]).days, 0 if row.span.is_dated else 1, -number, row)
            for number, (row, run) in enumerate(self.exceptions)
            if day in run
        ]
        return min(found)[3] if found else None

    def _holiday(self, day: date) -> Naive | None:
        names = [FIXED.get((day.month, day.day)), MOVABLE.get((day - gauss_easter(day.year)).days)]
        rules = [
            next((rule for rule in self.rows.holidays if rule.holiday is name), None)
            for name in names
            if name
        ]
        decisions = [rule.decision if rule else Decision.UNDECIDED for rule in rules]
        if Decision.CLOSED in decisions:
            return Naive("closed")
        if Decision.UNDECIDED in decisions:
            return Naive("unconfirmed")
        for rule in rules:
            if rule and rule.decision is Decision.SPECIAL:
                return _said(rule.slots) if rule.like is None else self._week(day, rule.like)
        return None

    def _week(self, day: date, like: int | None) -> Naive:
        period = self._period(day)
        if period is None:
            return Naive("unconfirmed")
        if like is not None:
            return _said(period.week.days[like])
        same = [date(day.year, day.month, n) for n in range(1, 32) if _is_date(day.year, day.month, n)]
        same = [other for other in same if other.weekday() == day.weekday()]
        for special in period.week.monthly:
            index = special.nth - 1 if special.nth > 0 else -1
            if special.weekday == day.weekday() and index < len(same) and same[index] == day:
                return _said(special.slots)
        return _said(period.week.days[day.weekday()])

    def _period(self, day: date) -> Period | None:
        found = [(period, run[day]) for period, run in self.periods if day in run]
        dated = [
            (run[0], -run[1].toordinal(), n, p)
            for n, (p, run) in enumerate(found)
            if p.span and p.span.is_dated
        ]
        if dated:
            return max(dated)[3]
        of_school = [period for period in self.rows.periods if period.breaks]
        if of_school:
            known = [holiday for holiday in self.school.holidays if holiday.last >= day]
            if not known or day < self.school.holidays[0].first:
                return None
            for period in of_school:
                if any(h.first <= day <= h.last and h.kind in period.breaks for h in known):
                    return period
        inner = [
            period
            for period, run in found
            if all(other[0] <= run[0] and run[1] <= other[1] for _, other in found)
        ]
        assert bool(inner) == bool(found), "periods of each year overlap in part"
        return inner[0] if inner else None


def _is_date(year: int, month: int, number: int) -> bool:
    try:
        date(year, month, number)
    except ValueError:
        return False
    return True


def minutes_of(slots: Day) -> Minutes:
    """Return the minutes of slots, each with whom it is for."""
    found = list(NONE)
    for slot in slots:
        is_said = slot.start is not None and slot.end is not None
        found[KINDS.index(slot.access)] |= _minutes(slot.start or 0, slot.end or 0) if is_said else UNTIMED
    return found[0], found[1], found[2]


@lru_cache
def _minutes(start: int, end: int) -> int:
    return sum(1 << minute for minute in range(start, end))


def _said(slots: Day) -> Naive:
    return _of(minutes_of(slots))


def _of(minutes: Minutes) -> Naive:
    return Naive("open" if minutes[0] else "closed", minutes)


def _changed(exception: Exceptional, below: Naive) -> Naive:
    if exception.effect is Effect.CLOSED:
        return Naive("closed")
    if exception.effect is Effect.HOURS:
        return _said(exception.slots)
    if exception.effect is Effect.EXTRA:
        extra = minutes_of(exception.slots)
        both = _of((below.minutes[0] | extra[0], below.minutes[1] | extra[1], below.minutes[2] | extra[2]))
        if below.state == "unconfirmed" and both.state == "closed":
            return Naive("unconfirmed", both.minutes)
        return both
    if below.state == "unconfirmed":
        return below
    before = (1 << (exception.at or 0)) - 1
    kept = before if exception.effect is Effect.CLOSES_EARLY else (1 << 2999) - 1 - before
    opened, appointment, groups = (minutes & (kept | UNTIMED) for minutes in below.minutes)
    return _of((opened, appointment, groups))
