"""Takes the secret of a link out of a letter: once it has left, the link is its reader's and nobody else's."""

import re

SECRET = re.compile(r"[A-Za-z0-9_-]{40,}")
"""Secrets of links are 43 signs long (`tokens.make`); nothing else in a letter is one word of forty."""
VEIL = "…"


def veiled(written: str) -> str:
    """Return a letter's part without its secrets."""
    return SECRET.sub(VEIL, written)


def is_veiled(written: str) -> bool:
    """Return whether a link has lost its secret: sent again, it would open nothing."""
    return f"/{VEIL}" in written
