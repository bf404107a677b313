"""The eleven French public holidays (Code du travail, article L. 3133-1); Alsace-Moselle's two others are not ours."""

import enum
from datetime import date
from functools import lru_cache

from portal.domain.hours.bounds import Bound


class Holiday(enum.Enum):
    """A public holiday."""

    NEW_YEAR = "new_year"
    EASTER_MONDAY = "easter_monday"
    LABOUR_DAY = "labour_day"
    VICTORY_DAY = "victory_day"
    ASCENSION = "ascension"
    WHIT_MONDAY = "whit_monday"
    BASTILLE_DAY = "bastille_day"
    ASSUMPTION = "assumption"
    ALL_SAINTS = "all_saints"
    ARMISTICE = "armistice"
    CHRISTMAS = "christmas"


BOUNDS = {
    Holiday.NEW_YEAR: Bound(month=1, day=1),
    Holiday.EASTER_MONDAY: Bound(easter=1),
    Holiday.LABOUR_DAY: Bound(month=5, day=1),
    Holiday.VICTORY_DAY: Bound(month=5, day=8),
    Holiday.ASCENSION: Bound(easter=39),
    Holiday.WHIT_MONDAY: Bound(easter=50),
    Holiday.BASTILLE_DAY: Bound(month=7, day=14),
    Holiday.ASSUMPTION: Bound(month=8, day=15),
    Holiday.ALL_SAINTS: Bound(month=11, day=1),
    Holiday.ARMISTICE: Bound(month=11, day=11),
    Holiday.CHRISTMAS: Bound(month=12, day=25),
}
"""The day of each, in the order of an ordinary year."""


def date_of(holiday: Holiday, year: int) -> date:
    """Return the date of a holiday in a year."""
    return BOUNDS[holiday].in_year(year)


@lru_cache(maxsize=64)
def of_year(year: int) -> dict[date, tuple[Holiday, ...]]:
    """Return the holidays of a year by date; Ascension has fallen on 1 May (2008) and on 8 May (2157)."""
    found: dict[date, tuple[Holiday, ...]] = {}
    for holiday in Holiday:
        day = date_of(holiday, year)
        found[day] = (*found.get(day, ()), holiday)
    return found


def on(day: date) -> tuple[Holiday, ...]:
    """Return the holidays of a date."""
    return of_year(day.year).get(day, ())
