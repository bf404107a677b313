"""A month as a table: each day that has something is a link that says how much."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from portal.domain.events import finding
from portal.domain.events.finding import Asked
from portal.web.kit import dates, formats
from portal.web.kit.languages import Language
from portal.web.kit.when import Days

MONDAY = 0


@dataclass(frozen=True)
class Cell:
    """A day of the table."""

    day: date
    count: int
    address: str
    is_chosen: bool


@dataclass(frozen=True)
class Month:
    """A month of the agenda."""

    title: str
    weekdays: tuple[tuple[str, str], ...]
    """The names of the columns: short, and whole."""
    weeks: tuple[tuple[Cell | None, ...], ...]
    before: tuple[str, str]
    """The month before: its name and its address."""
    after: tuple[str, str]


def month_of(
    span: Days,
    asked: Callable[[date, date], Asked],
    address: Callable[[str], str],
    language: Language,
    *,
    is_asked: bool,
) -> Month:
    """Return the month that days begin in, those asked for marked: one statement."""
    first = span.first.replace(day=1)
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    counted = finding.by_day(asked(first, last))
    weeks = calendar.Calendar(MONDAY).monthdatescalendar(first.year, first.month)

    def cell(one: date) -> Cell | None:
        if one.month != first.month:
            return None
        is_chosen = is_asked and span.first <= one <= span.last
        return Cell(one, counted.get(one, 0), address(one.isoformat()), is_chosen)

    monday = date(2024, 1, 1)
    columns = [monday + timedelta(days=number) for number in range(7)]
    return Month(
        title=formats.sentence_case(dates.month_title(first, language)),
        weekdays=tuple(
            (dates.weekday_short(one, language), dates.weekday_name(one, language)) for one in columns
        ),
        weeks=tuple(tuple(map(cell, week)) for week in weeks),
        before=_link(first - timedelta(days=1), address, language),
        after=_link(last + timedelta(days=1), address, language),
    )


def _link(day: date, address: Callable[[str], str], language: Language) -> tuple[str, str]:
    first = day.replace(day=1)
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return formats.sentence_case(dates.month_title(first, language)), address(f"{first}..{last}")


def strip_of(
    first: date, asked: Callable[[date, date], Asked], address: Callable[[str], str], chosen: Days | None
) -> list[Cell]:
    """Return the seven days from one on: one statement."""
    days = [first + timedelta(days=number) for number in range(7)]
    counted = finding.by_day(asked(days[0], days[-1]))
    return [
        Cell(
            one,
            counted.get(one, 0),
            address(one.isoformat()),
            chosen is not None and chosen.first <= one <= chosen.last,
        )
        for one in days
    ]
