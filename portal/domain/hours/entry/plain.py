"""One spelling for what people type of hours: small letters without accents, one kind of dash, space and apostrophe."""

import unicodedata

_SIGNS = {**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("’ʼ‘`´", "'")}


def tidy(text: str) -> str:
    """Return the text with one plain space between words, as errors give its parts back."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def plain(text: str) -> str:
    """Return a tidied text in its one spelling, letter for letter: a place in one is the same place in the other.

    Digits that are not ours (`１０`) stay as they are, to be refused.
    """
    return "".join(map(_letter, tidy(text)))


def _letter(letter: str) -> str:
    bare = unicodedata.normalize("NFD", letter.lower())[0] if letter.isalpha() else letter
    return _SIGNS.get(bare, bare)
