"""Cleans what people type: one spelling of every letter, no invisible command, no text beyond its length."""

import re
import unicodedata

from portal.domain.errors import DomainError

# Commands to the terminal or to the reading direction, which nobody types on purpose.
_COMMANDS = re.compile(
    "[\u0001-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_FORBIDDEN = re.compile("[\u0000\ud800-\udfff]")
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")


class ForbiddenCharacterError(DomainError):
    """A character that no text holds and no database takes: NUL, or half of one."""


class TooLongError(DomainError):
    """A text longer than it may be."""

    def __init__(self, length: int, most: int) -> None:
        super().__init__()
        self.length, self.most = length, most


def line(text: str | None, most: int) -> str | None:
    """Return a text on one line, or nothing where there is none."""
    cleaned = _cleaned(text).replace("\n", " ").replace("\t", " ")
    return _within(_BLANKS.sub(" ", cleaned).strip(), most)


def lines(text: str | None, most: int) -> str | None:
    """Return a text of several lines, with one empty line at most between two, or nothing where there is none."""
    rows = (_BLANKS.sub(" ", row).strip() for row in _cleaned(text).split("\n"))
    return _within(re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip(), most)


def refuse_forbidden(text: str) -> None:
    """Raise `ForbiddenCharacterError` where a text holds a character that no database takes."""
    if _FORBIDDEN.search(text):
        raise ForbiddenCharacterError


def _cleaned(text: str | None) -> str:
    if text is None:
        return ""
    refuse_forbidden(text)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _COMMANDS.sub("", plain))


def _within(text: str, most: int) -> str | None:
    if len(text) > most:
        raise TooLongError(len(text), most)
    return text or None
