"""The association keeps the school calendar of zone C: what is refused of it, and what a change of it moves."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.domain.errors import DomainError
from portal.domain.hours import derived
from portal.domain.hours.models import SchoolHolidayRow
from portal.domain.hours.school import SchoolBreak

LONGEST = {SchoolBreak.SUMMER: timedelta(days=70)}
LONGEST_BREAK = timedelta(days=21)
"""Of the four others, which last two weeks."""
A_SCHOOL_YEAR = timedelta(days=200)
"""Two holidays of one name lie farther apart."""
SPAN = timedelta(days=366 * 4)
"""How far from today a holiday may lie."""


class SchoolInvertedError(DomainError):
    """It ends before it begins."""


class SchoolTooLongError(DomainError):
    """It lasts longer than any such holiday."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        """In days."""


class SchoolFarError(DomainError):
    """It lies years away: a year was mistyped."""


class SchoolOverlapError(DomainError):
    """It overlaps another."""

    def __init__(self, other: "Asked") -> None:
        super().__init__()
        self.other = other


class SchoolTwiceError(SchoolOverlapError):
    """The school year already has this holiday."""


@dataclass(frozen=True)
class Asked:
    """A school holiday somebody enters: its first and last days without class, both included."""

    kind: SchoolBreak
    first: date
    last: date


def every(session: Session) -> list[SchoolHolidayRow]:
    """Return every holiday that is kept, in order."""
    return list(session.scalars(select(SchoolHolidayRow).order_by(SchoolHolidayRow.first)))


def add(session: Session, asked: Asked, today: date) -> int:
    """Keep a holiday more; return how many museums' days it moved."""
    _check(session, asked, today)
    session.add(SchoolHolidayRow(kind=asked.kind, first=asked.first, last=asked.last))
    return _settle(session, today)


def change(session: Session, row: SchoolHolidayRow, asked: Asked, today: date) -> int:
    """Correct a holiday; return how many museums' days it moved."""
    _check(session, asked, today, but=row)
    row.kind, row.first, row.last = asked.kind, asked.first, asked.last
    return _settle(session, today)


def remove(session: Session, row: SchoolHolidayRow, today: date) -> int:
    """Take a holiday out; return how many museums' days it moved."""
    session.delete(row)
    return _settle(session, today)


def _settle(session: Session, today: date) -> int:
    """Work out the days of the museums that the calendar decides, in the same transaction."""
    session.flush()
    return derived.rebuild(session, today, only_school=True)


def _check(session: Session, asked: Asked, today: date, *, but: SchoolHolidayRow | None = None) -> None:
    if asked.last < asked.first:
        raise SchoolInvertedError
    if abs(asked.first - today) > SPAN:
        raise SchoolFarError
    most = LONGEST.get(asked.kind, LONGEST_BREAK)
    if asked.last - asked.first >= most:
        raise SchoolTooLongError(most.days)
    for other in every(session):
        if but is not None and other.id == but.id:
            continue
        found = Asked(other.kind, other.first, other.last)
        if other.first <= asked.last and asked.first <= other.last:
            raise SchoolOverlapError(found)
        if other.kind is asked.kind and abs(other.first - asked.first) < A_SCHOOL_YEAR:
            raise SchoolTwiceError(found)
