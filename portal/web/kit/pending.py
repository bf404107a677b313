"""Criteria whose facts no museum has given yet: shelter, access.

They are understood, and answered honestly: nothing is known to satisfy them, and everything may.
"""

from werkzeug.datastructures import MultiDict

WORDS = {
    "abri": {"1"},
    "acces": {"auditif", "mental", "moteur", "visuel"},
}
Pending = tuple[tuple[str, str], ...]


def read(arguments: MultiDict[str, str]) -> tuple[Pending, list[str]]:
    """Return what was asked, and the names of the parameters whose values make no sense."""
    kept, refused = [], []
    for name, words in WORDS.items():
        for value in dict.fromkeys(arguments.getlist(name)):
            if value in words:
                kept.append((name, value))
            elif value.strip():
                refused.append(name)
    return tuple(kept), refused
