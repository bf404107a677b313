"""When two writings are one fact, so that a file in capitals does not degrade what we hold."""

import re
from urllib.parse import unquote

from portal.domain.museums.register_file.facts import Facts
from portal.domain.museums.register_file.normalise import fold, metres_between

# Below this, two surveys of one door disagree; above it, a museum has moved.
NEAR_METRES = 50
_SCHEME = re.compile(r"https?://(?:www\.)?|www\.", re.IGNORECASE)

Value = str | float | tuple[str, ...] | None


def same_fact(one: Value, other: Value) -> bool:
    """Whether two values differ at most by case, accents, spacing, punctuation or, in lists, order."""
    return _bare(one) == _bare(other)


def same_website(one: str, other: str) -> bool:
    """Whether two addresses differ at most by scheme, www, escapes or a trailing slash."""
    return _page(one) == _page(other)


def same_spot(one: Facts, other: Facts) -> bool:
    """Whether two rows put the museum at the same door."""
    if None in {one.latitude, one.longitude, other.latitude, other.longitude}:
        return False
    here, there = ((float(facts.latitude or 0), float(facts.longitude or 0)) for facts in (one, other))
    return metres_between(here, there) < NEAR_METRES


def says_nothing(value: Value) -> bool:
    """Whether a value is absent, empty or a mere dash: then the file leaves the fact to us."""
    if isinstance(value, float):
        return False
    return not _bare(value)


def _bare(value: Value) -> str | float | frozenset[str]:
    if isinstance(value, tuple):
        return frozenset(filter(None, map(fold, value)))
    return value if isinstance(value, float) else fold(value or "")


def _page(address: str) -> str:
    return unquote(_SCHEME.sub("", address.strip(), count=1)).rstrip("/#").casefold()
