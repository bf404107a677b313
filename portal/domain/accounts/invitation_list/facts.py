"""What a list of invitations holds, and what may be wrong with it, as plain values."""

import enum
from dataclasses import dataclass

from portal.domain.errors import DomainError


class Encoding(enum.Enum):
    """How the file's letters were written; said to the person, who may have chosen it unknowingly."""

    UTF_8 = "utf-8"
    UTF_8_BOM = "utf-8-sig"
    WINDOWS_1252 = "cp1252"


class Field(enum.Enum):
    """A column that means something here."""

    MUSEUM = "museum"
    EMAIL = "email"
    NAME = "name"
    FIRST_NAME = "first_name"
    ROLE = "role"
    LANGUAGE = "language"


class Fault(enum.Enum):
    """What is wrong with a file, or with one of its lines."""

    TOO_BIG = "too_big"
    NOT_TEXT = "not_text"
    EMPTY = "empty"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    NO_HEADER = "no_header"
    HEADER_TWICE = "header_twice"
    BROKEN_QUOTES = "broken_quotes"

    CELL_TOO_LONG = "cell_too_long"
    SHIFTED = "shifted"
    MISSING = "missing"
    UNKNOWN_MUSEUM = "unknown_museum"
    AMBIGUOUS_MUSEUM = "ambiguous_museum"
    BAD_ADDRESS = "bad_address"
    UNKNOWN_ROLE = "unknown_role"
    UNKNOWN_LANGUAGE = "unknown_language"
    REPEATED = "repeated"
    ALREADY_MEMBER = "already_member"


class NotAListError(DomainError):
    """A file that cannot be read as a list of invitations at all."""

    def __init__(self, fault: Fault, detail: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file, as written: every cell is text, whatever a spreadsheet would make of it."""

    number: int
    """Where the line begins, counting the header."""
    museum: str = ""
    email: str = ""
    name: str = ""
    role: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why one line invites nobody."""

    number: int
    field: Field | None
    fault: Fault
    value: str = ""
    """What stands in the file, or the number of the line that says the same."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file read: its lines, and those that could not be read."""

    encoding: Encoding
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()
