"""On which days a rule lets everybody in free."""

from datetime import date, timedelta

from portal.domain.admission.rows import FreeKind, FreeRule
from portal.domain.hours import bounds
from portal.domain.hours.rows import is_nth

MUSEUM_NIGHTS = (date(2024, 5, 18), date(2025, 5, 17), date(2026, 5, 23))
"""The European Nights of Museums, as the ministry of Culture announces them, one year at a time; no rule gives them."""
SEPTEMBER, SATURDAY = 9, 5
ONE_DAY = timedelta(days=1)


def is_free_on(rule: FreeRule, day: date) -> bool:
    """Return whether a rule is about a day."""
    return _is_in_months(rule, day) and _DAYS[rule.kind](rule, day)


def next_day(rule: FreeRule, today: date, *, within: int = 366) -> date | None:
    """Return the next day a rule is about, today included; none where no date is announced so far ahead."""
    days = (today + timedelta(days=ahead) for ahead in range(within + 1))
    return next((day for day in days if is_free_on(rule, day)), None)


def _is_in_months(rule: FreeRule, day: date) -> bool:
    first, last = rule.month_from, rule.month_to
    if first is None or last is None:
        return True
    return first <= day.month <= last if first <= last else day.month >= first or day.month <= last


def _is_weekday(rule: FreeRule, day: date) -> bool:
    return day.weekday() == rule.weekday and (rule.nth is None or is_nth(day, rule.nth))


def _is_museum_night(_rule: FreeRule, day: date) -> bool:
    return day in MUSEUM_NIGHTS


def _is_heritage_day(_rule: FreeRule, day: date) -> bool:
    saturday = bounds.nth_weekday(day.year, SEPTEMBER, SATURDAY, 3)
    return day in {saturday, saturday + ONE_DAY}


def _is_day(rule: FreeRule, day: date) -> bool:
    return (
        rule.day is not None and (rule.day.year or day.year) == day.year and rule.day.in_year(day.year) == day
    )


_DAYS = {
    FreeKind.WEEKDAY: _is_weekday,
    FreeKind.MUSEUM_NIGHT: _is_museum_night,
    FreeKind.HERITAGE_DAYS: _is_heritage_day,
    FreeKind.DAY: _is_day,
}
