"""Passwords: argon2id (RFC 9106), one hash at a time a process; refused when common, never for their composition.

The rules are NIST SP 800-63B's: length, a list of what is guessed first, nothing else.
"""

import os
import re
import secrets
import sys
import threading
import unicodedata
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from portal.domain.accounts.errors import PasswordRefusedError

SHORTEST, LONGEST = 12, 128
FEWEST_GUESSES = 10**9
"""What zxcvbn must think it takes: its score of 3, and a little more for what it knows of English alone."""
LONGEST_JUDGED = 72
"""zxcvbn's time grows with the square of the length, and a longer word is not guessed for its end."""
OWN_WORDS = (
    *("musee", "musees", "museum", "museu", "occitanie", "occitania", "toulouse", "montpellier"),
    *("atelier", "portail", "patrimoine", "motdepasse", "bonjour", "azerty", "azertyuiop"),
)

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
POLITENESS = 10
"""How far hashing gives way to visitors' pages, of the 19 steps that Linux has."""


def _give_way() -> None:
    """Let every other thread go first: only Linux gives each thread a rank of its own."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), POLITENESS)


# One hash at a time, behind everything else: twenty people signing in together leave the processors to the visitors.
_desk = ThreadPoolExecutor(max_workers=1, thread_name_prefix="hashing", initializer=_give_way)
_NOBODY = _hasher.hash(secrets.token_urlsafe(16))


def check(password: str, own_words: Iterable[str] = ()) -> None:
    """Raise `PasswordRefusedError` for a password that would not protect its owner."""
    password = _normal(password)
    if len(password) < SHORTEST:
        raise PasswordRefusedError("short")
    if len(password) > LONGEST:
        raise PasswordRefusedError("long")
    own = [text.lower() for text in own_words if text]
    if password.lower() in own or _guesses(password, own) < FEWEST_GUESSES:
        raise PasswordRefusedError("common")


def digest(password: str) -> str:
    """Return what is kept of a password."""
    return _desk.submit(_hasher.hash, _normal(password)).result()


def is_right(kept: str | None, password: str) -> bool:
    """Return whether this is the password kept; without any, take as long to say no."""
    if len(password) > LONGEST:
        return False
    try:
        _desk.submit(_hasher.verify, kept or _NOBODY, _normal(password)).result()
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """Return whether a password was kept under older costs than today's."""
    return _hasher.check_needs_rehash(kept)


def _guesses(password: str, own: Iterable[str]) -> int:
    from zxcvbn import zxcvbn  # noqa: PLC0415 - lists of common passwords, needed on the day one is chosen

    parts = (part for text in own for part in re.split(r"\W+", text[:LONGEST_JUDGED]) if len(part) > 2)
    return int(zxcvbn(password[:LONGEST_JUDGED], user_inputs=[*OWN_WORDS, *parts])["guesses"])


def _normal(password: str) -> str:
    """Return the password as every keyboard gives it; what no text holds is replaced."""
    readable = password.encode("utf-8", "replace").decode("utf-8", "replace")
    return unicodedata.normalize("NFKC", readable)
