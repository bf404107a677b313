"""The address of an event: words from its title, and a short id that stays whatever the title becomes."""

import re
import secrets

from portal.domain.folding import slugify

# No vowel, so that no word comes out by chance; no digit that reads as a letter. The first is a letter: no address of
# an event is ever a date.
_LETTERS = "bcdfghjkmnpqrstvwxz"
_SIGNS = f"{_LETTERS}23456789"
LENGTH = 7
_SHORT_ID = re.compile(rf"(?:.*-)?([{_LETTERS}][{_SIGNS}]{{{LENGTH - 1}}})")


def new_short_id() -> str:
    """Return a short id nobody can guess the next of."""
    return secrets.choice(_LETTERS) + "".join(secrets.choice(_SIGNS) for _ in range(LENGTH - 1))


def words(title: str | None) -> str:
    """Return the words of an address, of a title."""
    return slugify(title or "")[:80].strip("-") or "evenement"


def short_id_of(slug: str) -> str | None:
    """Return the short id that an address part ends in, if it ends in one."""
    match = _SHORT_ID.fullmatch(slug)
    return match[1] if match else None
