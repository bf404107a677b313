"""Folds a text for comparison: no case, no accents, no ligatures, no punctuation."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'", "ʼ": "'", "·": ""})
_NOT_WORD = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """Return the text in small plain letters and digits, words parted by one space.

    Sorting keys and comparisons use this one form, so that neither database's own collation matters.
    """
    lowered = text.lower().translate(_LIGATURES)
    plain = unicodedata.normalize("NFD", lowered).encode("ascii", "ignore").decode("ascii")
    return _NOT_WORD.sub(" ", plain).strip()


def slugify(text: str) -> str:
    """Return the folded text as an address part: `Musée d’Art` becomes `musee-d-art`."""
    return fold(text).replace(" ", "-")
