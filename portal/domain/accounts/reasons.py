"""Why an admin did something, in their own words: kept in the journal, which nothing erases."""

import re

from portal.domain.accounts.models import User
from portal.domain.errors import DomainError
from portal.domain.folding import fold

LONGEST = 500
_ADDRESS = re.compile(r"\S@\S")


class ReasonMissingError(DomainError):
    """An act that asks for a reason, done without one."""


class ReasonNamesSomebodyError(DomainError):
    """A reason that writes a name or an address where erasing a person could not empty it."""


def checked(reason: str, person: User, *, required: bool = True) -> str:
    """Return the reason as it may be kept for ever: not empty, short, naming nobody (security.md 23)."""
    kept = " ".join(reason.split())[:LONGEST]
    if required and not kept:
        raise ReasonMissingError
    names = [fold(word) for word in person.name.split()]
    said = set(fold(kept).split())
    is_named = bool(names) and all(name in said for name in names if name)
    if _ADDRESS.search(kept) or is_named:
        raise ReasonNamesSomebodyError
    return kept
