"""The rules of the language: for which days, what holds; and how they are written."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from portal.domain.hours.bounds import Bound, Span
from portal.domain.hours.osm.contents import Content, Kind
from portal.domain.hours.rows import MIDNIGHT

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
WORDS = {Kind.APPOINTMENT: "sur rendez-vous", Kind.GROUPS: "groupes sur réservation"}
"""What is said of hours that only some may use."""
LEAP_DAY = (2, 29)


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds on some days: instead of what rules before it say, or beside it."""

    selector: str
    covers: Callable[[date], bool]
    content: Content
    comment: str = ""
    is_added: bool = False

    def __str__(self) -> str:
        """Write it; hours of another kind are rules beside it."""
        return ", ".join(f"{self.selector} {part}" for part in self._parts())

    def _parts(self) -> Iterable[str]:
        comment = f' "{self.comment}"' if self.comment else ""
        if not self.content:
            yield f"off{comment}"
            return
        background = self._background()
        if background is not None:
            yield f'unknown "{WORDS[background]}"' if background in WORDS else f"unknown{comment}"
        for kind in (Kind.OPEN, Kind.GROUPS, Kind.APPOINTMENT):
            times = ",".join(f"{clock(a)}-{clock(b)}" for a, b, other in self.content if other is kind)
            if not times or kind is background:
                continue
            if kind in WORDS:
                yield f'{times} unknown "{WORDS[kind]}"'
            elif self.is_added or background is not None or comment:
                yield f"{times} open{comment}"
            else:
                yield times

    def _background(self) -> Kind | None:
        """Return what fills the day around its hours, where nothing of it is closed."""
        covered = sum(end - start for start, end, _ in self.content)
        around = {
            kind
            for start, end, kind in self.content
            if kind is not Kind.OPEN and (start == 0 or end == MIDNIGHT)
        }
        return around.pop() if covered == MIDNIGHT and len(around) == 1 else None


def clock(minutes: int) -> str:
    """Write minutes as `09:30`; midnight at the end of a day is `24:00`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def weekdays(days: Sequence[int]) -> str:
    """Write weekdays as `Mo`, `Mo,Tu`, `We-Su`."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(
        f"{WEEKDAYS[run[0]]}-{WEEKDAYS[run[-1]]}" if len(run) > 2 else ",".join(WEEKDAYS[day] for day in run)
        for run in runs
    )


def dates(first: date, last: date) -> str:
    """Write dates of one year or two as `2026 May 24`, `2026 Dec 20-2027 Jan 03`."""
    return _date(first) if first == last else f"{_date(first)}-{_date(last)}"


def span_text(span: Span) -> str | None:
    """Write a span of each year as `Apr-Oct`, `Apr 15-Oct 31`, `easter -2 days-Oct 31`, or nothing for the whole year.

    `None` where the language, or the engines that read it, cannot say it.
    """
    first, last = span.first, span.last
    if first.weekday is not None or last.weekday is not None or (first.month, first.day) == LEAP_DAY:
        return None
    if first.easter is not None or last.easter is not None:
        return _easter_text(span)
    ends = (last.month, last.day)
    whole = first.day == 1 and (
        ends == LEAP_DAY or (ends != (2, 28) and last.day == monthrange(2027, last.month or 1)[1])
    )
    if whole:
        if (first.month, last.month) == (1, 12):
            return ""
        months = (MONTHS[(first.month or 1) - 1], MONTHS[(last.month or 1) - 1])
        return months[0] if first.month == last.month else "-".join(months)
    if ends == LEAP_DAY:
        return _until_march(first)
    return _yearly(first) if first == last else f"{_yearly(first)}-{_yearly(last)}"


def _until_march(first: Bound) -> str | None:
    """Write a season that ends with February, whatever its length, as `Nov 16-Nov 30,Dec-Feb`."""
    month = first.month or 1
    if month < 3:
        return None
    rest = "Jan-Feb" if month == 12 else f"{MONTHS[month]}-Feb"
    return f"{_yearly(first)}-{MONTHS[month - 1]} {monthrange(2027, month)[1]},{rest}"


def _easter_text(span: Span) -> str | None:
    if span.is_single_day:
        return _yearly(span.first)
    if span.last.easter is not None:
        return None  # the reference engine leaves out the last day of a range that ends by Easter
    if (span.last.month, span.last.day) == LEAP_DAY or not _stays_in_its_year(span):
        return None
    return f"{_yearly(span.first)}-{_yearly(span.last)}"


def _stays_in_its_year(span: Span) -> bool:
    """Return whether Easter, wherever it falls from 22 March to 25 April, never has it end before it begins."""
    earliest_and_latest = (2008, 2038)  # 23 March and 25 April
    return all(span.first.in_year(year) < span.last.in_year(year) for year in earliest_and_latest)


def _yearly(bound: Bound) -> str:
    if bound.easter is not None:
        days = f" {bound.easter:+d} day{'s' if abs(bound.easter) > 1 else ''}" if bound.easter else ""
        return f"easter{days}"
    return f"{MONTHS[(bound.month or 1) - 1]} {bound.day:02}"


def _date(day: date) -> str:
    return f"{day.year} {MONTHS[day.month - 1]} {day.day:02}"
