"""The dates that a rule gives, and what becomes of edited dates when the rule changes (pure)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from dateutil import rrule

from portal.domain.events import times
from portal.domain.events.rows import Occurrence, Rule
from portal.domain.events.vocabulary import Frequency, SchoolDays

AHEAD = timedelta(days=548)
"""How far ahead a rule without an end is written out: eighteen months."""
MOST = 1_000
"""How many dates one event may have."""

_FREQUENCIES = {
    Frequency.DAILY: rrule.DAILY,
    Frequency.WEEKLY: rrule.WEEKLY,
    Frequency.MONTHLY: rrule.MONTHLY,
}
IsHoliday = Callable[[date], bool | None]
"""Tells of a day whether it is a school holiday; nothing where no calendar says."""


def dates(rule: Rule, today: date, is_holiday: IsHoliday) -> list[date]:
    """Return the dates of a rule in order: those it produces and those picked, without those excluded.

    A day of which no calendar says whether it is a school holiday is not given to a rule that depends on it.
    """
    until = min(rule.last or date.max, max(today, rule.first) + AHEAD)
    days = {day for day in _produced(rule, until) if _suits(rule.school, is_holiday(day))}
    return sorted((days | set(rule.picked)) - set(rule.excluded))[:MOST]


def _produced(rule: Rule, until: date) -> Iterable[date]:
    weekdays: list[rrule.weekday | int] = list(rule.weekdays)
    if rule.frequency is Frequency.MONTHLY:
        weekdays = [rrule.weekday(day, rule.nth or 1) for day in rule.weekdays or (rule.first.weekday(),)]
    found = rrule.rrule(
        _FREQUENCIES[rule.frequency],
        dtstart=datetime.combine(rule.first, rule.starts),
        until=datetime.combine(until, rule.starts),
        interval=max(1, rule.interval),
        byweekday=weekdays or None,
    )
    for number, moment in enumerate(found):
        if number >= MOST:
            return
        yield moment.date()


def _suits(school: SchoolDays | None, is_holiday: bool | None) -> bool:
    if school is None:
        return True
    return is_holiday is (school is SchoolDays.ONLY)


def occurrence(rule: Rule, day: date) -> Occurrence:
    """Return the date a rule gives on a day, as nobody has edited it: an end before its start is of the next day."""
    start = datetime.combine(day, rule.starts)
    end = None if rule.ends is None else datetime.combine(day, rule.ends)
    if end is not None and end <= start:
        end += timedelta(days=1)
    return Occurrence(start, end, key=day.isoformat(), rule_date=day)


def written_out(
    rule: Rule,
    before: Sequence[Occurrence],
    today: date,
    is_holiday: IsHoliday,
    *,
    given_by: Rule | None = None,
) -> tuple[Occurrence, ...]:
    """Return an event's dates after its rule was set or changed; `given_by` is the rule that gave them.

    Dates that somebody edited and dates typed by hand stay as they are; a date gone by stays whatever the rule
    says now; an edited date that the rule no longer gives stays too, as one typed by hand, since somebody may come.
    """
    wanted = set(dates(rule, today, is_holiday))
    kept: list[Occurrence] = []
    for one in before:
        if one.rule_date is None or one.start.date() < today:
            kept.append(one)
        elif is_edited(one, given_by):
            kept.append(one if one.rule_date in wanted else replace(one, rule_date=None))
    known = {one.rule_date for one in kept if one.rule_date} | set(rule.excluded)
    typed = {one.start for one in kept}
    fresh = (occurrence(rule, day) for day in wanted - known)
    return in_order([*kept, *(one for one in fresh if one.start not in typed and times.exists(one.start))])


def is_edited(one: Occurrence, given_by: Rule | None) -> bool:
    """Return whether somebody changed anything about a date since its rule gave it."""
    if one.rule_date is None or given_by is None:
        return True
    return one != replace(occurrence(given_by, one.rule_date), key=one.key)


def in_order(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """Return dates in the order of time, each with a key of its own."""
    ordered = sorted(occurrences, key=lambda one: (one.start, one.end or one.start))
    taken: set[str] = {one.key for one in ordered if one.key}
    named: list[Occurrence] = []
    seen: set[str] = set()
    for one in ordered:
        is_named = one.key and one.key not in seen
        key = one.key if is_named else _free(f"{one.start:%Y-%m-%dT%H:%M}", taken)
        seen.add(key)
        taken.add(key)
        named.append(one if one.key == key else replace(one, key=key))
    return tuple(named)


def _free(wanted: str, taken: set[str]) -> str:
    number, key = 2, wanted
    while key in taken:
        number, key = number + 1, f"{wanted}~{number}"
    return key
