"""Which hours hold on a day: a pure evaluator over rows.

Precedence: long closure > exception > public-holiday decision > period > not confirmed. A dated period beats one of
each year, of two dated the later start wins, of two of each year the inner one; one across New Year counts as two.
Three states: never open or closed where nothing covers the date, a holiday is undecided, or the school calendar that
decides is not known yet.
"""

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from portal.domain.hours import holidays
from portal.domain.hours.bounds import Span, parts_of
from portal.domain.hours.rows import (
    CLOSED,
    Access,
    Closure,
    Day,
    Decision,
    Effect,
    Exceptional,
    HolidayRule,
    Period,
    Rows,
    ServiceKind,
    Slot,
)
from portal.domain.hours.school import SchoolCalendar

Interval = tuple[int, int]
"""Minutes from the start of the day it begins on; the end may run past 1440."""
ONE_DAY = timedelta(days=1)
THINKABLE = range(1900, 2200)
"""The years that schedules answer for: the ends of the calendar have no year before or after, and no Easter."""


class State(enum.Enum):
    """What is known of a day."""

    OPEN = "open"
    CLOSED = "closed"
    UNCONFIRMED = "unconfirmed"


class RuleKind(enum.Enum):
    """What decided of a day."""

    CLOSURE = "closure"
    EXCEPTION = "exception"
    HOLIDAY = "holiday"
    PERIOD = "period"
    SCHOOL = "school"
    """The school calendar is not known so far ahead."""
    NONE = "none"
    """Nothing covers the date."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The row that decided, or would have if no stronger one had."""

    kind: RuleKind
    row: Closure | Exceptional | HolidayRule | Period | None = None


NOTHING = Rule(RuleKind.NONE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What holds on a date, and why."""

    date: date
    state: State
    intervals: tuple[Interval, ...]
    """When anybody may come; non-empty exactly when open."""
    restricted: Day
    """When only some may: by appointment, groups; whatever the state."""
    rule: Rule
    last_admission: int | None = None
    """Minutes before closing."""

    @property
    def is_open(self) -> bool:
        """Whether it is open at some time."""
        return self.state is State.OPEN


@dataclass(frozen=True)
class Schedule:
    """A museum's rows and the school calendar, asked of any date."""

    rows: Rows
    school: SchoolCalendar = field(default_factory=SchoolCalendar)

    def on(self, day: date) -> Answer:
        """Return what holds on a date; nothing is confirmed of another century than ours and its neighbours."""
        if day.year not in THINKABLE:
            return _unconfirmed(day, NOTHING)
        return self._decide(day, self.rows.periods)

    def service_on(self, kind: ServiceKind, day: date) -> Answer | None:
        """Return what holds for a service on a date; `None` where the museum has no such service.

        A service with periods of its own keeps them under the museum's closures, exceptions and holidays, except
        that an exception with hours, and a holiday with its own, say the museum's hours and not the service's.
        """
        service = next((service for service in self.rows.services if service.kind is kind), None)
        if service is None:
            return None
        return (
            self.on(day)
            if service.inherits or day.year not in THINKABLE
            else self._decide(day, service.periods, is_service=True)
        )

    def days(self, first: date, last: date) -> Iterator[Answer]:
        """Return what holds on each date, both included."""
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            yield self.on(date.fromordinal(ordinal))

    def chain(self, day: date) -> tuple[tuple[Rule, Answer], ...]:
        """Return every rule that speaks of a date, strongest first, each with what it alone would answer."""
        if day.year not in THINKABLE:
            return (_of(self.on(day)),)
        found: list[tuple[Rule, Answer]] = []
        own = self._usual(day, self.rows.periods)
        closure = self.closure_on(day)
        if closure is not None:
            found.append(_of(_closed(day, Rule(RuleKind.CLOSURE, closure))))
        exception = self.exception_on(day)
        if exception is not None:
            found.append(_of(_excepted(day, exception, self._below(day, self.rows.periods))))
        found.extend(_of(ruled) for ruled in self._holidays(day, self.rows.periods))
        found.append(_of(own))
        return tuple(found)

    def closure_on(self, day: date) -> Closure | None:
        """Return the long closure of a date."""
        return next((closure for closure in self.rows.closures if _is_closed(closure, day)), None)

    def exception_on(self, day: date) -> Exceptional | None:
        """Return the exception of a date: of several, the shortest, then a dated one, then the last entered."""
        covering = [row for row in self.rows.exceptions if row.span.covers(day)]
        if len(covering) < 2:
            return covering[0] if covering else None
        return min(reversed(covering), key=lambda row: (_length(row.span, day), not row.span.is_dated))

    def period_on(self, day: date, periods: Sequence[Period] | None = None) -> Period | None:
        """Return the period of a date, of the museum's or of those given."""
        given = self.rows.periods if periods is None else periods
        return _dated_on(day, given) or self._of_school_on(day, given) or _yearly_on(day, given)

    def _of_school_on(self, day: date, periods: Sequence[Period]) -> Period | None:
        of_school = (period for period in periods if period.span is None)
        return next((period for period in of_school if self.school.on(day) in period.breaks), None)

    def _decide(self, day: date, periods: Sequence[Period], *, is_service: bool = False) -> Answer:
        closure = self.closure_on(day) if self.rows.closures else None
        if closure is not None:
            return _closed(day, Rule(RuleKind.CLOSURE, closure))
        exception = self.exception_on(day) if self.rows.exceptions else None
        if exception is None or (is_service and exception.effect in {Effect.HOURS, Effect.EXTRA}):
            return self._below(day, periods, is_service=is_service)
        return _excepted(day, exception, self._below(day, periods, is_service=is_service))

    def _below(self, day: date, periods: Sequence[Period], *, is_service: bool = False) -> Answer:
        """Return what holds where no closure and no exception speaks."""
        if day in holidays.of_year(day.year):
            for ruled in self._holidays(day, periods, is_service=is_service):
                return ruled
        return self._usual(day, periods)

    def _holidays(
        self, day: date, periods: Sequence[Period], *, is_service: bool = False
    ) -> Iterator[Answer]:
        """Return what the holidays of a date decide, the strongest first; `USUAL` decides nothing."""
        decided = {rule.holiday: rule for rule in self.rows.holidays}
        rules = [decided.get(holiday) or HolidayRule(holiday) for holiday in holidays.on(day)]
        for rule in sorted(rules, key=lambda rule: _STRENGTH[rule.decision]):
            deciding = Rule(RuleKind.HOLIDAY, rule)
            if rule.decision is Decision.CLOSED:
                yield _closed(day, deciding)
            elif rule.decision is Decision.UNDECIDED:
                yield _unconfirmed(day, deciding)
            elif rule.decision is Decision.SPECIAL and not is_service:
                yield self._special(day, rule, deciding, periods)

    def _special(self, day: date, rule: HolidayRule, deciding: Rule, periods: Sequence[Period]) -> Answer:
        if rule.like is None:
            return _from_slots(day, rule.slots, deciding)
        if self._is_school_unknown(day, periods):
            return _unconfirmed(day, Rule(RuleKind.SCHOOL))
        period = self.period_on(day, periods)
        if period is None:
            return _unconfirmed(day, NOTHING)
        return _from_slots(day, period.week.days[rule.like], deciding, period.last_admission)

    def _usual(self, day: date, periods: Sequence[Period]) -> Answer:
        if self._is_school_unknown(day, periods):
            return _unconfirmed(day, Rule(RuleKind.SCHOOL))
        period = self.period_on(day, periods)
        if period is None:
            return _unconfirmed(day, NOTHING)
        return _from_slots(day, period.week.on(day), Rule(RuleKind.PERIOD, period), period.last_admission)

    def _is_school_unknown(self, day: date, periods: Sequence[Period]) -> bool:
        """Return whether a period of school holidays might hold that day, for all the calendar says."""
        if not any(period.span is None for period in periods) or self.school.knows(day):
            return False
        return not any(
            period.span is not None and period.span.is_dated and period.span.covers(day) for period in periods
        )


_STRENGTH = {Decision.CLOSED: 0, Decision.UNDECIDED: 1, Decision.SPECIAL: 2, Decision.USUAL: 3}
"""Where two holidays fall on one day, the most prudent decision is the stronger."""


def _dated_on(day: date, periods: Sequence[Period]) -> Period | None:
    """Return the dated period of a date: the later start wins, then the earlier end, then the last entered."""
    best: tuple[int, int] | None = None
    found: Period | None = None
    for period in periods:
        if period.span is None or not period.span.is_dated:
            continue
        first, last = period.span.begun_in(day.year)
        if first <= day <= last:
            rank = first.toordinal(), -last.toordinal()
            if best is None or rank >= best:
                best, found = rank, period
    return found


def _yearly_on(day: date, periods: Sequence[Period]) -> Period | None:
    """Return the period of each year that holds a date: the inner, which is the shorter, wins."""
    best: timedelta | None = None
    found: Period | None = None
    for period in periods:
        if period.span is None or period.span.is_dated:
            continue
        for first, last in parts_of(period.span, day.year):
            if first <= day <= last and (best is None or last - first <= best):
                best, found = last - first, period
    return found


def _is_closed(closure: Closure, day: date) -> bool:
    if closure.last is not None:
        return Span(closure.first, closure.last).covers(day)
    return closure.first.in_year(day.year) <= day


def _length(span: Span, day: date) -> int:
    """Return how long the exception of a date is, over New Year too."""
    begins = map(span.begun_in, (day.year,) if span.is_dated else (day.year - 1, day.year))
    return min((last - first).days for first, last in begins if first <= day <= last)


def _of(answer: Answer) -> tuple[Rule, Answer]:
    return answer.rule, answer


def _closed(day: date, rule: Rule, restricted: Day = CLOSED) -> Answer:
    return Answer(day, State.CLOSED, (), restricted, rule)


def _unconfirmed(day: date, rule: Rule) -> Answer:
    return Answer(day, State.UNCONFIRMED, (), CLOSED, rule)


def _from_slots(day: date, slots: Day, rule: Rule, last_admission: int | None = None) -> Answer:
    if not slots:
        return _closed(day, rule)
    intervals = tuple(
        (slot.start, slot.end)
        for slot in slots
        if slot.access is Access.OPEN and slot.start is not None and slot.end is not None
    )
    restricted = tuple(slot for slot in slots if slot.access is not Access.OPEN)
    if not intervals:
        return _closed(day, rule, restricted)
    return Answer(day, State.OPEN, intervals, restricted, rule, last_admission)


def _excepted(day: date, exception: Exceptional, below: Answer) -> Answer:
    """Return what an exception makes of its day."""
    rule = Rule(RuleKind.EXCEPTION, exception)
    if exception.effect is Effect.CLOSED:
        return _closed(day, rule)
    if exception.effect is Effect.HOURS:
        return _from_slots(day, exception.slots, rule, below.last_admission)
    if exception.effect is Effect.EXTRA:
        own = tuple(Slot(start, end) for start, end in below.intervals)
        extra = _from_slots(
            day, _merged(own + exception.slots) + below.restricted, rule, below.last_admission
        )
        if below.state is State.UNCONFIRMED and not extra.is_open:
            return Answer(day, State.UNCONFIRMED, (), extra.restricted, below.rule)
        return extra
    if below.state is State.UNCONFIRMED:
        return _unconfirmed(day, below.rule)  # "closes at 17:00" does not say when it opens
    slots = tuple(Slot(start, end) for start, end in below.intervals) + below.restricted
    kept = _within(slots, exception)
    return _from_slots(day, kept, rule, below.last_admission)


def _within(slots: Day, exception: Exceptional) -> Day:
    """Return what is left of slots; one whose times are not said is left whole."""
    return tuple(kept for slot in slots if (kept := _cut(slot, exception)) is not None)


def _cut(slot: Slot, exception: Exceptional) -> Slot | None:
    if slot.start is None or slot.end is None or exception.at is None:
        return slot
    start, end = slot.start, slot.end
    if exception.effect is Effect.CLOSES_EARLY:
        end = min(end, exception.at)
    else:
        start = max(start, exception.at)
    return Slot(start, end, slot.access) if start < end else None


def _merged(slots: Day) -> Day:
    """Return slots that anybody may use, in order, those that touch made one; the others as they are."""
    merged: list[Slot] = []
    timed = sorted(
        (slot for slot in slots if slot.is_timed and slot.access is Access.OPEN),
        key=lambda slot: (slot.start or 0, slot.end or 0),
    )
    for slot in timed:
        before = merged[-1] if merged else None
        if before and before.end is not None and slot.start is not None and slot.start <= before.end:
            merged[-1] = Slot(before.start, max(before.end, slot.end or 0))
        else:
            merged.append(slot)
    return (*merged, *(slot for slot in slots if slot.access is not Access.OPEN))
