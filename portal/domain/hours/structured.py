"""Opening hours as schema.org has them, for search engines: pure data, and nothing at all of what is not confirmed.

https://schema.org/OpeningHoursSpecification: `opens` and `closes` of days of the week between two dates; a special day
takes the place of the others. What `opens` and `closes` at 00:00 is closed; a night closes at an earlier time than it
opens; open day and night is 00:00 to 23:59, as search engines want it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.domain.hours.rows import MIDNIGHT, Period
from portal.domain.hours.schedule import ONE_DAY, Answer, Interval, RuleKind, Schedule, State

Json = dict[str, Any]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CLOSED: tuple[Interval, ...] = ((0, 0),)
DAY_AND_NIGHT = (0, MIDNIGHT)
NOON = MIDNIGHT // 2


@dataclass(slots=True)
class _Stretch:
    """Dates between which each weekday has the same hours, but for special days."""

    period: Period
    first: date
    last: date
    week: dict[int, tuple[Interval, ...]]


def specifications(schedule: Schedule, first: date, last: date) -> list[Json]:
    """Return `openingHoursSpecification` of some dates: seasons, to be read with the special days of the same dates."""
    found: list[Json] = []
    for stretch in _stretches(schedule, first, last):
        by_interval: dict[Interval, list[int]] = {}
        for weekday, intervals in sorted(stretch.week.items()):
            for interval in intervals:
                by_interval.setdefault(interval, []).append(weekday)
        for interval, weekdays in sorted(by_interval.items()):
            found.append(_specification(interval, stretch.first, stretch.last, weekdays))
    return found


def special_specifications(schedule: Schedule, first: date, last: date) -> list[Json]:
    """Return `specialOpeningHoursSpecification`: exceptions, holidays, closures, and the nth weekdays of a month."""
    return [
        _specification(interval, begins, ends)
        for begins, ends, intervals in _special_runs(schedule, first, last)
        for interval in intervals
    ]


def _specification(interval: Interval, first: date, last: date, weekdays: list[int] | None = None) -> Json:
    data: Json = {
        "@type": "OpeningHoursSpecification",
        "opens": _clock(interval[0]),
        "closes": "23:59" if interval == DAY_AND_NIGHT else _clock(interval[1] % MIDNIGHT),
        "validFrom": first.isoformat(),
        "validThrough": last.isoformat(),
    }
    if weekdays is not None:
        data["dayOfWeek"] = [f"https://schema.org/{WEEKDAYS[weekday]}" for weekday in weekdays]
    return data


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _intervals(answer: Answer) -> tuple[Interval, ...]:
    """Return when it is open as two times of day can say it: one longer than a day is cut at noon."""
    return (
        tuple(
            part
            for start, end in answer.intervals
            for part in (((start, NOON), (NOON, end)) if end - start > MIDNIGHT else ((start, end),))
        )
        or CLOSED
    )


def _is_special(answer: Answer) -> bool:
    """Return whether a day is another than its season's week says."""
    period = answer.rule.row
    if not isinstance(period, Period):
        return answer.rule.kind in {RuleKind.EXCEPTION, RuleKind.HOLIDAY, RuleKind.CLOSURE}
    return period.week.on(answer.date) != period.week.days[answer.date.weekday()]


def _special_runs(
    schedule: Schedule, first: date, last: date
) -> Iterator[tuple[date, date, tuple[Interval, ...]]]:
    """Yield special days, those alike that follow each other as one."""
    run: tuple[date, date, tuple[Interval, ...]] | None = None
    for answer in schedule.days(first, last):
        intervals = _intervals(answer)
        is_one = answer.state is not State.UNCONFIRMED and _is_special(answer)
        if run and is_one and run[1:] == (answer.date - ONE_DAY, intervals):
            run = (run[0], answer.date, intervals)
            continue
        if run:
            yield run
        run = (answer.date, answer.date, intervals) if is_one else None
    if run:
        yield run


def _stretches(schedule: Schedule, first: date, last: date) -> Iterator[_Stretch]:
    """Yield the usual days of each season; a day that is not confirmed ends a stretch, special ones may lie in it."""
    stretch: _Stretch | None = None
    for answer in schedule.days(first, last):
        period, weekday, intervals = answer.rule.row, answer.date.weekday(), _intervals(answer)
        if answer.state is not State.UNCONFIRMED and _is_special(answer):
            continue
        if answer.state is State.UNCONFIRMED or not isinstance(period, Period):
            if stretch:
                yield stretch
            stretch = None
        elif stretch and stretch.period is period:
            stretch.last = answer.date
            stretch.week[weekday] = intervals
        else:
            if stretch:
                yield stretch
            stretch = _Stretch(period, answer.date, answer.date, {weekday: intervals})
    if stretch:
        yield stretch
