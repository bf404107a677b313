"""Days of a phrase that may name no year, and the year that is meant (pure)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from portal.domain.events.phrases import spelling as S  # noqa: N812 - a vocabulary, read as one


@dataclass(frozen=True)
class Bare:
    """A day as written: its year perhaps unsaid."""

    day: int
    month: int
    year: int | None = None

    def on(self, year: int) -> date | None:
        """Return the day in a year, or in its own; nothing of a 30 February."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True)
class Year:
    """The year a day without one is first looked for in, and the day it must not come before."""

    number: int
    after: date | None = None


def bare(text: str) -> Bare:
    """Read one day: `24 juillet 2026`, `24/07`, `1 d agost`."""
    numeric = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{2,4}))?", text.strip())
    if numeric:
        year = int(numeric[3]) if numeric[3] else None
        return Bare(
            int(numeric[1]), int(numeric[2]), year + 2000 if year is not None and year < 100 else year
        )
    match = re.fullmatch(rf"({S.DAY})(?: de| d)? ({S.MONTH})(?: de)?(?: ({S.YEAR}))?", text.strip())
    if match is None:
        raise ValueError(text)
    return Bare(int(match[1]), S.month_of(match[2]), int(match[3]) if match[3] else None)


def bare_days(text: str) -> list[Bare]:
    """Read days that share a month: `15 et 22 juillet, 5 et 19 août 2026`."""
    found = [bare(numeric) for numeric in re.findall(rf"{S.NUMERIC}", text)]
    without = re.sub(rf"{S.NUMERIC}", " ", text)
    waiting: list[int] = []
    for token in re.findall(rf"{S.MONTH}\b|{S.YEAR}|[0-9]{{1,2}}", without):
        if token in S.MONTHS:
            found += [Bare(day, S.month_of(token)) for day in waiting]
            waiting = []
        elif len(token) == 4:
            found = [each if each.year else replace(each, year=int(token)) for each in found]
        else:
            waiting.append(int(token))
    return found


def with_years(days: Sequence[Bare]) -> list[Bare]:
    """Return days where one year said holds for those before it that say none."""
    said = next((each.year for each in reversed(days) if each.year), None)
    return [each if each.year or said is None else replace(each, year=said) for each in days]


def of_text(text: str, year: Year) -> date | None:
    """Read one day, in the year that is meant."""
    return _on(bare(text), year)


def in_order(days: Iterable[Bare], year: Year) -> list[date]:
    """Return days in the year that is meant: each after the first day, in the next year where it must."""
    return [found for each in days if (found := _on(each, year)) is not None]


def between(first: Bare | None, last: Bare, today: date) -> tuple[date | None, date]:
    """Return the days of a period: the next one to end where no year is said."""
    until = _on(last, Year(today.year, after=today if last.year is None else None)) or today
    if first is None:
        return None, until
    begin = first.on(until.year)
    if begin is not None and begin > until and first.year is None:
        begin = first.on(until.year - 1)
    return begin, until


def fitting(days: Sequence[Bare], weekdays: Sequence[int], today: date) -> tuple[list[date], bool]:
    """Return listed days, in the year in which they fall on the weekdays named; and whether they do."""
    years = [today.year, today.year + 1, today.year - 1]
    candidates = [list(_following(days, year)) for year in years]
    for found in candidates:
        if found and all(not weekdays or day.weekday() in weekdays for day in found):
            if not weekdays and found[-1] < today and days[0].year is None:
                continue
            return found, True
    return candidates[0], not weekdays


def _following(days: Sequence[Bare], year: int) -> Iterator[date]:
    """Yield days of one list: months only go on, into the next year after December."""
    before: date | None = None
    for each in days:
        found = each.on(year)
        goes_back = found is not None and before is not None and found < before and each.year is None
        if goes_back and found and before and before.month - found.month >= 6:
            found = each.on(before.year + 1)
        if found is not None:
            before = found
            yield found


def _on(each: Bare, year: Year) -> date | None:
    found = each.on(year.number)
    if found is not None and each.year is None and year.after is not None and found < year.after:
        return each.on(year.number + 1)
    return found
