"""Criteria whose facts no museum has given yet: prices, shelter, access.

They are understood, and answered honestly: nothing is known to satisfy them, and everything may.
"""

import re

from werkzeug.datastructures import MultiDict

WORDS = {
    "gratuit_pour": {"tous"},
    "abri": {"1"},
    "acces": {"auditif", "mental", "moteur", "visuel"},
}
OLDEST = 120
_AGE = re.compile(r"\d{1,3}", re.ASCII)

Pending = tuple[tuple[str, str], ...]


def read(arguments: MultiDict[str, str]) -> tuple[Pending, list[str]]:
    """Return what was asked, and the names of the parameters whose values make no sense."""
    kept, refused = [], []
    for name, words in WORDS.items():
        for value in dict.fromkeys(arguments.getlist(name)):
            if value in words or _is_age(name, value):
                kept.append((name, value))
            elif value.strip():
                refused.append(name)
    return tuple(kept), refused


def _is_age(name: str, value: str) -> bool:
    return name == "gratuit_pour" and _AGE.fullmatch(value) is not None and int(value) <= OLDEST
