"""The days a visitor asks about, and whether museums must be open on them: `date` and `ouvert` of an address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from werkzeug.datastructures import MultiDict

TODAY, TOMORROW, WEEKEND = "aujourdhui", "demain", "ce-week-end"
WORDS = (TODAY, TOMORROW, WEEKEND)
OPEN, TO_CONFIRM = "1", "a-confirmer"
MOST_DAYS = 62
"""How many days one question may be about, in all: two months of holidays."""
SATURDAY, SUNDAY = 5, 6
_DAYS = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """From a day to a day, both included."""

    first: date
    last: date

    @property
    def is_one(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    @property
    def count(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        """Yield its days in order."""
        return (date.fromordinal(day) for day in range(self.first.toordinal(), self.last.toordinal() + 1))


@dataclass(frozen=True)
class When:
    """What is asked of opening; the days are alternatives, as the values of every parameter are."""

    dates: tuple[str, ...] = ()
    """The days as the address writes them: a word, a date, or two."""
    wanted: frozenset[str] = field(default_factory=frozenset)
    """`OPEN`, `TO_CONFIRM` or both; without it the days ask nothing, and lists say what holds on them."""

    def __bool__(self) -> bool:
        """Return whether anything is said of opening."""
        return bool(self.dates or self.wanted)

    def days(self, today: date) -> tuple[Days, ...]:
        """Return the days asked about, today where none is said."""
        return tuple(meant(value, today) for value in self.dates) or (Days(today, today),)

    def the_day(self, today: date) -> date | None:
        """Return the one day that is asked about, if it is one other than today."""
        days = self.days(today)
        only = days[0].first
        return only if len(days) == 1 and days[0].is_one and only != today else None


NOT_ASKED = When()
"""A question that says nothing of opening."""


def read(arguments: MultiDict[str, str], today: date) -> tuple[When, list[str]]:
    """Return what is asked, and the names of the parameters whose values make no sense or say too many days."""
    refused = []
    values = [value.strip() for value in arguments.getlist("date")]
    dates = [value for value in dict.fromkeys(values) if is_days(value)]
    if len(dates) < len({value for value in values if value}):
        refused.append("date")
    if sum(meant(value, today).count for value in dates) > MOST_DAYS:
        refused.append("date")
        dates = []
    wanted = {value.strip() for value in arguments.getlist("ouvert")} - {""}
    if not wanted <= {OPEN, TO_CONFIRM}:
        refused.append("ouvert")
    return When(tuple(sorted(dates)), frozenset(wanted & {OPEN, TO_CONFIRM})), refused


def is_days(value: str) -> bool:
    """Return whether a value says a day or days that exist."""
    return value in WORDS or _dates(value) is not None


def meant(value: str, today: date) -> Days:
    """Return the days that a value says; on a Sunday what is left of the weekend is that Sunday."""
    if value == TODAY:
        return Days(today, today)
    if value == TOMORROW:
        return Days(today + timedelta(days=1), today + timedelta(days=1))
    if value == WEEKEND:
        ahead = SATURDAY - today.weekday() if today.weekday() < SATURDAY else 0
        return Days(today + timedelta(days=ahead), today + timedelta(days=SUNDAY - today.weekday()))
    days = _dates(value)
    if days is None:
        msg = f"no days: {value!r}"
        raise ValueError(msg)
    return days


def _dates(value: str) -> Days | None:
    match = _DAYS.fullmatch(value)
    if match is None:
        return None
    try:
        first = date.fromisoformat(match[1])
        last = date.fromisoformat(match[2] or match[1])
    except ValueError:
        return None
    return Days(first, last) if first <= last else None
