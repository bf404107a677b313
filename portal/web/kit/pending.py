"""Criteria whose facts no museum has given yet: hours, prices, shelter, access.

They are understood, and answered honestly: nothing is known to satisfy them, and everything may.
"""

import re
from datetime import date

from werkzeug.datastructures import MultiDict

WORDS = {
    "date": {"aujourdhui", "demain", "ce-week-end"},
    "ouvert": {"1", "a-confirmer"},
    "gratuit_pour": {"tous"},
    "abri": {"1"},
    "acces": {"auditif", "mental", "moteur", "visuel"},
}
OLDEST = 120
_DAYS = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?", re.ASCII)
_AGE = re.compile(r"\d{1,3}", re.ASCII)

Pending = tuple[tuple[str, str], ...]


def read(arguments: MultiDict[str, str]) -> tuple[Pending, list[str]]:
    """Return what was asked, and the names of the parameters whose values make no sense."""
    kept, refused = [], []
    for name, words in WORDS.items():
        for value in dict.fromkeys(arguments.getlist(name)):
            if value in words or _is_day(name, value) or _is_age(name, value):
                kept.append((name, value))
            elif value.strip():
                refused.append(name)
    return tuple(kept), refused


def narrows(asked: Pending) -> bool:
    """Return whether nothing can be known to satisfy what was asked; a date alone asks nothing."""
    return any(name != "date" and value != "a-confirmer" for name, value in asked)


def _is_day(name: str, value: str) -> bool:
    match = _DAYS.fullmatch(value) if name == "date" else None
    if match is None:
        return False
    try:
        days = [date.fromisoformat(day) for day in match.groups() if day]
    except ValueError:
        return False
    return days == sorted(days)


def _is_age(name: str, value: str) -> bool:
    return name == "gratuit_pour" and _AGE.fullmatch(value) is not None and int(value) <= OLDEST
