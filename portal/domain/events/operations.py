"""The national operations that museums take part in, and when they are each year."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from portal.db import Translated

SATURDAY = 5


@dataclass(frozen=True)
class Operation:
    """A national operation: known by its name, held on days that a rule gives or that the ministry announces."""

    slug: str
    name: Translated
    days: Callable[[int], tuple[date, date] | None]
    """Return its first and last days of a year; nothing where they are not fixed by a rule."""


def _heritage_days(year: int) -> tuple[date, date]:
    """Return the third Saturday of September and the Sunday after it."""
    first = date(year, 9, 1)
    saturday = first + timedelta(days=(SATURDAY - first.weekday()) % 7 + 14)
    return saturday, saturday + timedelta(days=1)


def _gardens(year: int) -> tuple[date, date]:
    """Return the first weekend of June, from its Friday on."""
    first = date(year, 6, 1)
    saturday = first + timedelta(days=(SATURDAY - first.weekday()) % 7)
    return saturday - timedelta(days=1), saturday + timedelta(days=1)


def _archaeology(year: int) -> tuple[date, date]:
    """Return the weekend after the first of June's: the second Saturday of June, from its Friday on."""
    first = date(year, 6, 1)
    saturday = first + timedelta(days=(SATURDAY - first.weekday()) % 7 + 7)
    return saturday - timedelta(days=1), saturday + timedelta(days=1)


def _announced(_year: int) -> None:
    """Return nothing: the Night of Museums is announced year by year."""


OPERATIONS = (
    Operation(
        "nuit-des-musees", Translated("Nuit européenne des musées", "Nuèit europèa dels musèus"), _announced
    ),
    Operation(
        "rendez-vous-aux-jardins",
        Translated("Rendez-vous aux jardins", "Rendètz-vos als jardins"),
        _gardens,
    ),
    Operation(
        "journees-de-l-archeologie",
        Translated("Journées européennes de l’archéologie", "Jornadas europèas de l’arqueologia"),
        _archaeology,
    ),
    Operation(
        "journees-du-patrimoine",
        Translated("Journées européennes du patrimoine", "Jornadas europèas del patrimòni"),
        _heritage_days,
    ),
)


def operation(slug: str) -> Operation | None:
    """Return an operation by its address part."""
    return next((one for one in OPERATIONS if one.slug == slug), None)
