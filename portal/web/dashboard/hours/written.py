"""Writes rows as people would type them, so that the screen shows what it would read back."""

from portal.domain.hours import entry
from portal.domain.hours.bounds import Bound
from portal.domain.hours.rows import Day, HolidayRule, Reopening

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
QUARTERS = {"spring": "printemps", "summer": "été", "autumn": "automne", "winter": "hiver"}


def bound_text(bound: Bound | None, *, is_last: bool = False) -> str:
    """Write a day, or nothing."""
    return entry.bound_text(bound, is_last=is_last) if bound else ""


def day_text(day: Day) -> str:
    """Write the hours of a day; nothing where it is closed, which an empty field says."""
    return entry.times_text(day) if day else ""


def like_text(rule: HolidayRule) -> str:
    """Write the hours of a holiday, or `comme un dimanche`."""
    return day_text(rule.slots) if rule.like is None else f"comme un {WEEKDAYS[rule.like]}"


def reopening_text(hoped: Reopening | None) -> str:
    """Write `printemps 2027`, `juin 2027`, `2027`."""
    if hoped is None:
        return ""
    if hoped.quarter is not None:
        return f"{QUARTERS[hoped.quarter.value]} {hoped.year}"
    return f"{MONTHS[hoped.month - 1]} {hoped.year}" if hoped.month else str(hoped.year)
