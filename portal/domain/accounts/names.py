"""What somebody, or somebody's key, may be called: letters of any script, and the marks that names are written with."""

import unicodedata

from portal.domain.accounts.errors import NameRefusedError

LONGEST = 120
MARKS = frozenset("-‐‑’ʼ'.,()/&·+#°")
"""Beside letters, figures and spaces."""


def tidy(typed: str, longest: int = LONGEST) -> str:
    """Return a name composed and with single spaces; raises `NameRefusedError`."""
    name = " ".join(part for part in unicodedata.normalize("NFC", typed).split(" ") if part)
    if not name or len(name) > longest or not all(_may_stand(sign) for sign in name):
        raise NameRefusedError
    return name


def _may_stand(sign: str) -> bool:
    return sign in MARKS or unicodedata.category(sign)[0] in "LMN" or unicodedata.category(sign) == "Zs"
