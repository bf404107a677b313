"""Where the dates of one year fall in another: on the same weekday, with Easter, with the school, or where they were."""

import enum
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from portal.domain.hours.bounds import LAST, easter_sunday, nth_weekday
from portal.domain.hours.school import SchoolCalendar, SchoolHoliday

EASTER_WEEKEND = range(-2, 2)
"""Good Friday to Easter Monday, in days from Easter Sunday."""
AFTER_EASTER = (range(39, 43), range(48, 51))
"""Ascension to its Sunday, and the weekend of Pentecost."""
OPENS_AT_EASTER = (-2, 0, 1)
"""The days a season is said to open on at Easter; the Saturday may as well be the first of April."""
SHORT = timedelta(days=13)
"""Up to here, days out of the ordinary keep their length; beyond, each end moves by itself."""
NEAR_SCHOOL = 3
"""How many days from a school holiday's ends a span may begin and end, and still be of that holiday."""
YEAR_END = ((12, 20), (1, 6))

Dates = tuple[date, date]


class Why(enum.Enum):
    """What a proposal rests on."""

    EACH_YEAR = "each_year"
    """It holds each year: there is nothing to do."""
    RUNNING = "running"
    """It still runs through the year to come."""
    ALREADY = "already"
    """The year to come already has it."""
    SAME_DATES = "same_dates"
    """It begins and ends with a month, or with the year."""
    WEEKDAY = "weekday"
    """The same weekday of the same month."""
    NEAR_EASTER = "near_easter"
    """The same weekday of the month, though it was Easter's Saturday."""
    EASTER = "easter"
    SCHOOL = "school"
    """The school holiday of that name."""
    SCHOOL_UNKNOWN = "school_unknown"
    """It was a school holiday; next year's is not known yet, so the weekday decides."""
    PROPER = "proper"
    """It belongs to its own year."""
    BRIDGE = "bridge"
    """It bridged a public holiday that now falls on another weekday."""
    HOLDS = "holds"
    """A public holiday was decided once for all."""
    OTHER_SEASON = "other_season"
    OTHER_WEEKDAY = "other_weekday"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Shift:
    """Dates as they fall in another year, and why there."""

    first: date
    last: date
    why: Why


@dataclass(frozen=True)
class Shifter:
    """Carries dates from one year to another."""

    years: int
    school: SchoolCalendar

    def season(self, first: date, last: date, weekdays: frozenset[int] = frozenset(range(7))) -> Shift:
        """Return where a season falls; `weekdays` are those it opens on.

        The first and the last of a month stay: unless it opens on one weekday only, and this is one.
        """
        return self._with_school(first, last) or self._season(first, last, weekdays)

    def days(self, first: date, last: date, *, is_year_end: bool = False) -> Shift:
        """Return where days out of the ordinary fall; a few keep their number."""
        if is_year_end and _is_year_end(first) and _is_year_end(last):
            return self._moved(first, last, Why.SAME_DATES)
        found = self._with_school(first, last) if first != last else None
        if found is not None:
            return found
        offset, end = _from_easter(first), _from_easter(last)
        if any(offset in days and end in days for days in (EASTER_WEEKEND, *AFTER_EASTER)):
            easter = easter_sunday(first.year + self.years)
            return Shift(easter + timedelta(days=offset), easter + timedelta(days=end), Why.EASTER)
        if last - first > SHORT:
            return self._season(first, last, frozenset(range(7)))
        begun = self.same_weekday(first)
        return Shift(begun, begun + (last - first), Why.WEEKDAY)

    def same_weekday(self, day: date) -> date:
        """Return the same weekday of the same month: a first Saturday stays one, a fifth is the last."""
        nth = (day.day - 1) // 7 + 1
        return nth_weekday(day.year + self.years, day.month, day.weekday(), LAST if nth > 4 else nth)

    def same_date(self, day: date) -> date:
        """Return the same day of the same month; the end of February stays its end."""
        year = day.year + self.years
        is_end = day.day == monthrange(day.year, day.month)[1]
        length = monthrange(year, day.month)[1]
        return date(year, day.month, length if is_end and day.month == 2 else min(day.day, length))

    def _season(self, first: date, last: date, weekdays: frozenset[int]) -> Shift:
        begun, why = self._bound(first, weekdays)
        ended, why_ended = self._bound(last, weekdays)
        if ended < begun:
            ended = begun + (last - first)
        return Shift(begun, ended, why if why is not Why.SAME_DATES else why_ended)

    def _bound(self, day: date, weekdays: frozenset[int]) -> tuple[date, Why]:
        offset = _from_easter(day)
        if offset in OPENS_AT_EASTER and not _is_month_end(day):
            return easter_sunday(day.year + self.years) + timedelta(days=offset), Why.EASTER
        if _is_month_end(day) and weekdays != {day.weekday()}:
            return self.same_date(day), Why.SAME_DATES
        return self.same_weekday(day), Why.NEAR_EASTER if offset == -1 else Why.WEEKDAY

    def _moved(self, first: date, last: date, why: Why) -> Shift:
        return Shift(self.same_date(first), self.same_date(last), why)

    def _with_school(self, first: date, last: date) -> Shift | None:
        holiday = _school_holiday(self.school, first, last)
        if holiday is None:
            return None
        then = next(
            (
                each
                for each in self.school.spans(holiday.kind)
                if each.first.year == holiday.first.year + self.years
            ),
            None,
        )
        if then is not None:
            return Shift(then.first + (first - holiday.first), then.last + (last - holiday.last), Why.SCHOOL)
        return Shift(self.same_weekday(first), self.same_weekday(last), Why.SCHOOL_UNKNOWN)


def _school_holiday(school: SchoolCalendar, first: date, last: date) -> SchoolHoliday | None:
    """Return the school holiday that these dates are; whole months are not, though the summer's are near."""
    if _is_month_end(first) and _is_month_end(last):
        return None
    for holiday in school.holidays:
        if (
            abs((holiday.first - first).days) <= NEAR_SCHOOL
            and abs((holiday.last - last).days) <= NEAR_SCHOOL
        ):
            return holiday
    return None


def _from_easter(day: date) -> int:
    return (day - easter_sunday(day.year)).days


def _is_month_end(day: date) -> bool:
    """Return whether a day is the first or the last of its month."""
    return day.day in {1, monthrange(day.year, day.month)[1]}


def _is_year_end(day: date) -> bool:
    return (day.month, day.day) >= YEAR_END[0] or (day.month, day.day) <= YEAR_END[1]
