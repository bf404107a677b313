"""A date of one year as people type it: `1er janvier 2026`, `1/1/2026`."""

from datetime import date

from portal.domain.admission.entry.errors import NotADateError
from portal.domain.errors import DomainError
from portal.domain.hours import bounds, entry

LONGEST = 100


def day(text: str, *, is_last: bool = False) -> date | None:
    """Read a date with its year; nothing where nothing is typed. Raise `NotADateError`."""
    if not text.strip():
        return None
    try:
        bound = entry.bound(text, is_last=is_last)
    except DomainError as error:
        raise NotADateError(text.strip()[:LONGEST]) from error
    if not bound.is_dated:
        raise NotADateError(text.strip()[:LONGEST])
    return bound.in_year(bound.year or 0, is_last=is_last)


def day_text(value: date | None) -> str:
    """Write a date as a form shows it, or nothing."""
    return "" if value is None else entry.bound_text(bounds.dated(value))
