"""A week of slots as rules: alike days together, weekdays of the month, nights into the next day."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from portal.domain.hours.bounds import Span
from portal.domain.hours.osm.contents import Content, Kind, split
from portal.domain.hours.osm.rules import Rule, weekdays
from portal.domain.hours.rows import Monthly, Week, is_nth


def week_rules(week: Week, text: str, span: Span) -> Iterator[Rule]:
    """Yield the rules of a week: alike days together, then nights into the next day, then weekdays of the month."""
    by_content: dict[Content, list[int]] = {}
    for weekday, slots in enumerate(week.days):
        by_content.setdefault(split(slots).own, []).append(weekday)
    for content, days in by_content.items():
        yield Rule(f"{text} {_week_text(days, text, content)}".strip(), _on(span, days), content)
    for monthly in reversed(week.monthly):
        yield Rule(
            f"{text} {weekdays([monthly.weekday])}[{monthly.nth}]".strip(),
            _nth(span, monthly),
            split(monthly.slots).own,
        )
    nights: dict[Content, list[int]] = {}
    for weekday, slots in enumerate(week.days):
        spill = split(slots).spill
        if spill and all(kind is Kind.OPEN for _, _, kind in spill):
            nights.setdefault(spill, []).append((weekday + 1) % 7)
    for content, days in nights.items():
        yield Rule(
            f"{text} {weekdays(sorted(days))}".strip(), _on(span, sorted(days)), content, is_added=True
        )


def _week_text(days: Sequence[int], text: str, content: Content) -> str:
    """Write weekdays; a season that is one thing throughout needs none, if it is closed or unknown."""
    is_plain = not any(kind is Kind.OPEN for _, _, kind in content)
    return "" if len(days) == 7 and text and is_plain else weekdays(days)


def _on(span: Span, days: Sequence[int]) -> Callable[[date], bool]:
    return lambda day: day.weekday() in days and span.covers(day)


def _nth(span: Span, monthly: Monthly) -> Callable[[date], bool]:
    return lambda day: day.weekday() == monthly.weekday and is_nth(day, monthly.nth) and span.covers(day)
