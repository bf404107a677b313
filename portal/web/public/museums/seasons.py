"""What a museum's hours hold for its page and its door sign: what applies now, what comes next, what is announced."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from portal.domain.hours import Answer, Schedule, State, holidays
from portal.domain.hours.bounds import Span, parts_of
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import Closure, Decision, Exceptional, HolidayRule, Period

ANNOUNCED = 42
"""How many days ahead exceptions are announced, today the first."""
LOOKED_AHEAD = 400
A_YEAR = 366
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Season:
    """A period, and the dates it applies for around a day; a far end is left unsaid."""

    period: Period
    first: date
    last: date | None
    is_whole: bool = True
    """Whether these are the dates that the museum gives it; else those between two other seasons."""


@dataclass(frozen=True)
class Announced:
    """An exception or a long closure that comes, and the days it takes."""

    row: Exceptional | Closure
    first: date
    last: date | None


@dataclass(frozen=True)
class HolidayAhead:
    """A public holiday that comes, what was decided of it and what holds on it."""

    date: date
    rule: HolidayRule
    answer: Answer


def season_on(schedule: Schedule, day: date) -> Season | None:
    """Return the season of a date, whatever closes the museum meanwhile."""
    period = schedule.period_on(day)
    if period is None:
        return None
    first, last = _outer(period, day)
    if first is None:
        first = _edge(schedule, period, day, -1) or day
        last = _edge(schedule, period, day, 1)
        return Season(period, first, last, is_whole=False)
    return Season(period, first, last)


def next_season(schedule: Schedule, day: date) -> Season | None:
    """Return the season that comes after that of a date, where one is known."""
    now = schedule.period_on(day)
    for ahead in range(1, LOOKED_AHEAD):
        later = day + timedelta(days=ahead)
        period = schedule.period_on(later)
        if period is not None and period is not now:
            return Season(period, later, _edge(schedule, period, later, 1), is_whole=False)
    return None


def last_season(schedule: Schedule, day: date) -> Season | None:
    """Return the last season before a date that none holds."""
    for back in range(1, LOOKED_AHEAD):
        period = schedule.period_on(day - timedelta(days=back))
        if period is not None:
            return Season(period, day, day - timedelta(days=back), is_whole=False)
    return None


def unknown_since(schedule: Schedule, day: date) -> date | None:
    """Return the first of the days in a row, up to a date, that nothing covers."""
    season = last_season(schedule, day)
    return season.last + ONE_DAY if season and season.last else None


def announced(schedule: Schedule, today: date, *, days: int = ANNOUNCED) -> list[Announced]:
    """Return the exceptions and the beginnings of long closures of the coming days, earliest first."""
    end = today + timedelta(days=days - 1)
    found: list[Announced] = [
        Announced(row, max(first, today), last)
        for row in schedule.rows.exceptions
        for first, last in _between(row.span, today, end)
        if any(schedule.exception_on(day) is row for day in _days(max(first, today), min(last, end)))
    ]
    for closure in schedule.rows.closures:
        found += [
            Announced(closure, first, last)
            for first, last in closure_dates(closure, today)
            if today < first <= end
        ]
    return sorted(found, key=lambda each: (each.first, each.last or date.max))


def closure_dates(closure: Closure, today: date) -> Iterator[tuple[date, date | None]]:
    """Yield the dates of a closure around today; one of each year comes back, one without end has no last day."""
    if closure.last is None:
        yield closure.first.in_year(today.year), None
        return
    span = Span(closure.first, closure.last)
    years = (today.year,) if span.is_dated else (today.year - 1, today.year, today.year + 1)
    for year in years:
        yield span.begun_in(year)


def closed_since(closure: Closure, today: date) -> tuple[date, date | None]:
    """Return the dates of the closure that holds today."""
    for first, last in closure_dates(closure, today):
        if first <= today and (last is None or today <= last):
            return first, last
    return today, None


def holidays_ahead(schedule: Schedule, today: date) -> list[HolidayAhead]:
    """Return the public holidays of the coming twelve months that the museum has decided, in order."""
    decided = {
        rule.holiday: rule for rule in schedule.rows.holidays if rule.decision is not Decision.UNDECIDED
    }
    days = (
        (holidays.date_of(holiday, year), holiday)
        for year in (today.year, today.year + 1)
        for holiday in Holiday
    )
    return [
        HolidayAhead(day, decided[holiday], schedule.on(day))
        for day, holiday in sorted(days, key=lambda each: (each[0], each[1].value))
        if holiday in decided and today <= day < today + timedelta(days=A_YEAR)
    ]


def undecided_ahead(schedule: Schedule, today: date, *, days: int = ANNOUNCED) -> list[HolidayAhead]:
    """Return the public holidays among the announced days of which nothing is decided yet."""
    ahead = (today + timedelta(days=n) for n in range(days))
    answers = (schedule.on(day) for day in ahead if holidays.on(day))
    return [
        HolidayAhead(answer.date, answer.rule.row, answer)
        for answer in answers
        if answer.state is State.UNCONFIRMED and isinstance(answer.rule.row, HolidayRule)
    ]


def _outer(period: Period, day: date) -> tuple[date | None, date | None]:
    """Return the whole dates of a period around a day, as the museum says them; none for school holidays."""
    if period.span is None:
        return None, None
    for year in (day.year, day.year - 1):
        first, last = period.span.begun_in(year)
        if first <= day <= last:
            is_all_year = (last - first).days >= A_YEAR - 2 and not period.span.is_dated
            return first, None if is_all_year else last
    return None, None


def _edge(schedule: Schedule, period: Period, day: date, step: int) -> date | None:
    for away in range(1, LOOKED_AHEAD):
        if schedule.period_on(day + timedelta(days=step * away)) is not period:
            return day + timedelta(days=step * (away - 1))
    return None


def _between(span: Span, first: date, last: date) -> list[tuple[date, date]]:
    """Return the whole dates of a span that meets these days, once each."""
    years = (first.year,) if span.is_dated else (first.year - 1, first.year, last.year)
    begun = dict.fromkeys(span.begun_in(year) for year in years if parts_of(span, year) or not span.is_dated)
    return [(start, end) for start, end in begun if start <= last and end >= first]


def _days(first: date, last: date) -> Iterator[date]:
    return (date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1))
