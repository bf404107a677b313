"""The words of the register reader: what a file holds, what was refused, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum


class Generation(StrEnum):
    """A published set of columns; each new one renamed nearly everything."""

    MUSEOFILE_2019 = "museofile-2019"
    MUSEOFILE_2021 = "museofile-2021"
    MUSEOFILE_2024 = "museofile-2024"
    LIST_2021 = "list-2021"
    LIST_2022 = "list-2022"


class Shape(StrEnum):
    """The way the records are written down."""

    CSV = "csv"
    JSON_RECORDS = "json-records"
    JSON_RESULTS = "json-results"


class Encoding(StrEnum):
    """The character encoding in which the file was written."""

    UTF_8 = "utf-8"
    UTF_8_BOM = "utf-8-sig"
    WINDOWS_1252 = "windows-1252"


class Reason(StrEnum):
    """A cause of refusal; the sentence a person reads is written by whoever shows it."""

    # The whole file.
    AMBIGUOUS_HEADERS = "ambiguous-headers"
    BROKEN_JSON = "broken-json"
    EMPTY = "empty"
    MARKUP = "markup"
    NOT_TEXT = "not-text"
    NO_ROWS = "no-rows"
    PDF = "pdf"
    TOO_BIG = "too-big"
    TOO_MANY_ROWS = "too-many-rows"
    UNKNOWN_HEADERS = "unknown-headers"
    ZIP = "zip"
    # One row.
    BAD_COORDINATES = "bad-coordinates"
    BAD_DATE = "bad-date"
    BAD_ID = "bad-id"
    BAD_POSTCODE = "bad-postcode"
    BROKEN_QUOTES = "broken-quotes"
    CELL_TOO_LONG = "cell-too-long"
    DUPLICATE_ID = "duplicate-id"
    MISSING_ID = "missing-id"
    MISSING_NAME = "missing-name"
    OUTSIDE_FRANCE = "outside-france"
    SHIFTED_CELLS = "shifted-cells"
    UNKNOWN_PLACE = "unknown-place"


Detail = Mapping[str, str | int]


class NotARegister(ValueError):  # noqa: N818 - reads as the sentence it is
    """The file is something else than a register, and nothing of it was read."""

    def __init__(self, reason: Reason, **detail: str | int) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.detail: Detail = detail


class RowRefused(ValueError):  # noqa: N818 - reads as the sentence it is
    """One row cannot be trusted; its neighbours can."""

    def __init__(self, reason: Reason, **detail: str | int) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.detail: Detail = detail


@dataclass(frozen=True, slots=True)
class Facts:
    """What one row says of one museum.

    None means that the generation has no such column, an empty text or tuple that the cell is empty.
    Coordinates and dates have no empty value: None serves for both.
    """

    official_name: str | None = None
    street: str | None = None
    place: str | None = None
    postcode: str | None = None
    town: str | None = None
    departement: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    phone: str | None = None
    website: str | None = None
    domains: tuple[str, ...] | None = None
    withdrawn_on: date | None = None


FACT_NAMES = tuple(fact.name for fact in fields(Facts))


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A row that was read in full.

    `line` is the physical line of the file where the record begins; in JSON, where a file is often a single
    line, it is the rank of the record, from 1.
    """

    line: int
    museofile_id: str | None
    former_ref: str | None
    facts: Facts


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not read, with the values a person needs in order to find and mend it.

    `named` holds every museum the row may have been about: none of them may be called gone.
    """

    line: int
    museofile_id: str | None
    reason: Reason
    detail: Detail = field(default_factory=dict)
    region: str | None = None
    named: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A published register, read: the rows kept and the rows refused, in the file's order."""

    generation: Generation
    shape: Shape
    encoding: Encoding
    carries: frozenset[str]
    rows: tuple[RegisterRow, ...]
    refused: tuple[Refusal, ...]
    # False for one page of an API answer: museums it leaves out are not gone.
    complete: bool = True
