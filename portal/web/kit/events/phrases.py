"""Writes the dates of an event as one sentence that `portal.domain.events.phrases` reads back to the same dates."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby

from portal.domain.events.rows import Occurrence
from portal.web.kit import dates, formats
from portal.web.kit.languages import Language

Hours = tuple[time, time | None]


def phrase(occurrences: Sequence[Occurrence], language: Language) -> str:
    """Return `le 15 juillet 2026 de 20 h à 23 h ; les 5 et 19 août 2026, toute la journée`: every date, said once."""
    by_hours: dict[Hours | None, list[date]] = {}
    for one in sorted(occurrences, key=lambda each: each.start):
        by_hours.setdefault(_hours(one), []).append(one.start.date())
    joiner = "\u00a0; "
    return joiner.join(f"{_days(days, language)}{_when(hours, language)}" for hours, days in by_hours.items())


def _hours(one: Occurrence) -> Hours | None:
    return None if one.is_all_day else (one.start.time(), one.end.time() if one.end else None)


def _days(days: Sequence[date], language: Language) -> str:
    """Return days by month and year: `les 15 et 22 juillet 2026, les 5 et 19 janvier 2027`."""
    told = []
    for _month, group in groupby(days, key=lambda day: (day.year, day.month)):
        same = list(dict.fromkeys(group))
        article = _article(len(same), language)
        last = dates.full_date(same[-1], language)
        first = [_number(day, language) for day in same[:-1]]
        told.append(f"{article} {formats.sentence_list([*first, last], language)}")
    return ", ".join(told)


def _article(number: int, language: Language) -> str:
    one, many = ("le", "les") if language == "fr" else ("lo", "los")
    return one if number == 1 else many


def _number(day: date, language: Language) -> str:
    return dates.FIRST[language] if day.day == 1 else str(day.day)


def _when(hours: Hours | None, language: Language) -> str:
    if hours is None:
        return ""
    starts, ends = hours
    if ends is None:
        at = "à" if language == "fr" else "a"
        return f" {at} {dates.clock_time(starts, language)}"
    return f" {dates.time_range_words(starts, ends, language)}"


def all_day(day: date) -> Occurrence:
    """Return a date that lasts all day."""
    start = datetime.combine(day, time(0))
    return Occurrence(start, start + timedelta(days=1), is_all_day=True)
