"""What is worth a look: nothing here blocks, each piece of advice names its field."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from portal.domain.hours import holidays
from portal.domain.hours.bounds import Span
from portal.domain.hours.moments import horizon
from portal.domain.hours.rows import Access, Decision, Effect, Period, Rows
from portal.domain.hours.schedule import ONE_DAY, RuleKind, Schedule, State
from portal.domain.hours.school import SchoolCalendar

ENDS_SOON_DAYS, HOLIDAY_DAYS, LOOKED_AHEAD = 60, 45, 400


class AdviceKind(enum.Enum):
    """What may be wrong."""

    NOTHING_NOW = "nothing_now"
    """Nothing covers today."""
    GAP = "gap"
    """Days between two seasons that nothing covers."""
    ENDS_SOON = "ends_soon"
    """Nothing is known after a day fewer than 60 days ahead."""
    NOTHING_AFTER = "nothing_after"
    """Nothing is known after a day farther away."""
    PAST_PERIOD = "past_period"
    LAST_ADMISSION = "last_admission"
    """The last admission falls before the opening."""
    HOLIDAY_UNDECIDED = "holiday_undecided"
    """A public holiday fewer than 45 days ahead."""
    HIDDEN_EXCEPTION = "hidden_exception"
    """An exceptional opening that a long closure hides."""
    SCHOOL_UNKNOWN = "school_unknown"
    """Hours depend on school holidays that are not known so far ahead."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing worth a look."""

    kind: AdviceKind
    path: str
    day: date | None = None
    """The day it is about: the first uncovered one, the last known one, the holiday."""


def advice(rows: Rows, school: SchoolCalendar, today: date) -> list[Advice]:
    """Return what is worth a look, the most harmful to visitors first."""
    if rows.is_empty:
        return []
    schedule = Schedule(rows, school)
    return [
        *_coverage(schedule, today),
        *_undecided(schedule, today),
        *_hidden(schedule, today),
        *_periods("periods", rows.periods, today),
        *(
            found
            for at, service in enumerate(rows.services)
            for found in _periods(f"services.{at}.periods", service.periods, today)
        ),
    ]


def undecided(
    schedule: Schedule, today: date, *, days: int = LOOKED_AHEAD
) -> list[tuple[date, holidays.Holiday]]:
    """Return the holidays of the coming days that nobody has decided, and that no closure or exception settles."""
    found: list[tuple[date, holidays.Holiday]] = []
    for ahead in range(days + 1):
        day = today + timedelta(days=ahead)
        if not holidays.on(day):
            continue
        answer = schedule.on(day)
        if answer.state is State.UNCONFIRMED and answer.rule.kind is RuleKind.HOLIDAY:
            decided = {
                rule.holiday for rule in schedule.rows.holidays if rule.decision is not Decision.UNDECIDED
            }
            found.extend((day, holiday) for holiday in holidays.on(day) if holiday not in decided)
    return found


def _coverage(schedule: Schedule, today: date) -> Iterator[Advice]:
    last = horizon(schedule, today)
    if last is None:
        return
    after = schedule.on(last + ONE_DAY)
    if after.rule.kind is RuleKind.SCHOOL:
        yield Advice(AdviceKind.SCHOOL_UNKNOWN, "periods", last)
        return
    if last < today:
        yield Advice(AdviceKind.NOTHING_NOW, "periods", today)
        return
    if _resumes(schedule, last + ONE_DAY, today):
        yield Advice(AdviceKind.GAP, "periods", last + ONE_DAY)
        return
    is_near = (last - today).days < ENDS_SOON_DAYS
    yield Advice(AdviceKind.ENDS_SOON if is_near else AdviceKind.NOTHING_AFTER, "periods", last)


def _resumes(schedule: Schedule, day: date, today: date) -> bool:
    """Return whether a season begins again after a day that none covers."""
    ahead = (today + timedelta(days=LOOKED_AHEAD) - day).days
    days = (schedule.on(day + timedelta(days=more)) for more in range(1, max(ahead, 1)))
    return any(answer.rule.kind is RuleKind.PERIOD for answer in days)


def _undecided(schedule: Schedule, today: date) -> Iterator[Advice]:
    if not schedule.rows.periods:
        return
    for day, holiday in undecided(schedule, today, days=HOLIDAY_DAYS):
        yield Advice(AdviceKind.HOLIDAY_UNDECIDED, f"holidays.{holiday.value}", day)


def _hidden(schedule: Schedule, today: date) -> Iterator[Advice]:
    for at, exception in enumerate(schedule.rows.exceptions):
        if exception.effect is Effect.CLOSED:
            continue
        first = exception.span.begun_in(today.year)[0]
        if first >= today and schedule.closure_on(first) is not None:
            yield Advice(AdviceKind.HIDDEN_EXCEPTION, f"exceptions.{at}.from", first)


def _periods(path: str, periods: tuple[Period, ...], today: date) -> Iterator[Advice]:
    for at, period in enumerate(periods):
        if period.span is not None and _is_past(period.span, today):
            yield Advice(AdviceKind.PAST_PERIOD, f"{path}.{at}.to", period.span.begun_in(today.year)[1])
        shortest = min(_lengths(period), default=None)
        if period.last_admission and shortest is not None and period.last_admission >= shortest:
            yield Advice(AdviceKind.LAST_ADMISSION, f"{path}.{at}.last_admission")


def _is_past(span: Span, today: date) -> bool:
    return span.is_dated and span.begun_in(today.year)[1] < today


def _lengths(period: Period) -> Iterator[int]:
    days = (*period.week.days, *(own.slots for own in period.week.monthly))
    for slot in (slot for day in days for slot in day):
        if slot.access is Access.OPEN and slot.start is not None and slot.end is not None:
            yield slot.end - slot.start
