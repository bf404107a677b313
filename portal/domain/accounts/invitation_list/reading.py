"""From bytes to lines: limits first, then letters, then columns by their headers (RFC 4180, parted by ; , or tab)."""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from portal.domain.accounts.invitation_list.facts import (
    Encoding,
    Fault,
    Field,
    Line,
    NotAListError,
    Problem,
    Sheet,
)
from portal.domain.folding import fold

MAX_BYTES = 1024 * 1024
MAX_ROWS, MAX_COLUMNS, MAX_CELL = 2000, 20, 300
DELIMITERS = (";", ",", "\t")

HEADERS: Mapping[Field, tuple[str, ...]] = {
    Field.MUSEUM: (
        "musee",
        "slug",
        "museofile",
        "identifiant",
        "identifiant museofile",
        "id museofile",
        "nom du musee",
        "etablissement",
    ),
    Field.EMAIL: (
        "courriel",
        "email",
        "e mail",
        "mail",
        "adresse",
        "adresse electronique",
        "adresse e mail",
        "adresse mail",
        "adresse de courriel",
    ),
    Field.NAME: ("nom", "personne", "contact", "nom et prenom", "prenom et nom", "nom prenom", "prenom nom"),
    Field.FIRST_NAME: ("prenom",),
    Field.ROLE: ("role",),
    Field.LANGUAGE: ("langue",),
}
_MEANINGS = {header: field for field, headers in HEADERS.items() for header in headers}


def read(data: bytes) -> Sheet:
    """Read a file; raises `NotAListError` for what is no list of invitations."""
    text, encoding = _decode(data)
    records = list(_records(text))
    if not records:
        raise NotAListError(Fault.EMPTY)
    columns, count = _columns(records[0][1])
    if len(records) - 1 > MAX_ROWS:
        raise NotAListError(Fault.TOO_MANY_ROWS)
    lines, problems = [], []
    for number, cells in records[1:]:
        found = _line(number, cells, columns, count)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            lines.append(found)
    return Sheet(encoding, tuple(lines), tuple(problems))


def _decode(data: bytes) -> tuple[str, Encoding]:
    if len(data) > MAX_BYTES:
        raise NotAListError(Fault.TOO_BIG)
    if b"\0" in data or data.startswith((b"%PDF", b"PK\x03\x04")):
        raise NotAListError(Fault.NOT_TEXT)
    encoding = Encoding.UTF_8_BOM if data.startswith(codecs.BOM_UTF8) else Encoding.UTF_8
    for candidate in (encoding, Encoding.WINDOWS_1252):
        try:
            return data.decode(candidate.value), candidate
        except UnicodeDecodeError:
            continue
    raise NotAListError(Fault.NOT_TEXT)


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each line that holds something, with the number it begins at; no more than the limit and one."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before, kept = 0, 0
    try:
        for cells in reader:
            number, before = before + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                kept += 1
                yield number, cells
            if kept > MAX_ROWS + 1:
                return
    except csv.Error as error:
        raise NotAListError(Fault.BROKEN_QUOTES, str(before + 1)) from error


def _columns(headers: Sequence[str]) -> tuple[dict[Field, int], int]:
    """Return where each field stands, and how many columns there are."""
    count = len(headers)
    if count > MAX_COLUMNS:
        raise NotAListError(Fault.TOO_MANY_COLUMNS)
    columns: dict[Field, int] = {}
    for position, header in enumerate(headers):
        meaning = _MEANINGS.get(fold(header[:MAX_CELL]))
        if meaning is None:
            continue
        if meaning in columns:
            raise NotAListError(Fault.HEADER_TWICE, header[:MAX_CELL])
        columns[meaning] = position
    if Field.MUSEUM not in columns or Field.EMAIL not in columns:
        raise NotAListError(Fault.NO_HEADER)
    return columns, count


def _line(number: int, cells: Sequence[str], columns: Mapping[Field, int], count: int) -> Line | Problem:
    """Return a line's fields as plain text; missing cells at the end of a line are empty ones."""
    if any(cell.strip() for cell in cells[count:]):
        return Problem(number, None, Fault.SHIFTED)
    found = {}
    for field, position in columns.items():
        cell = cells[position] if position < len(cells) else ""
        if len(cell) > MAX_CELL:
            return Problem(number, field, Fault.CELL_TOO_LONG)
        found[field] = _tidy(cell)
    name = f"{found.get(Field.FIRST_NAME, '')} {found.get(Field.NAME, '')}".strip()
    return Line(
        number,
        museum=found[Field.MUSEUM],
        email=found[Field.EMAIL],
        name=name,
        role=found.get(Field.ROLE, ""),
        language=found.get(Field.LANGUAGE, ""),
    )


def _tidy(cell: str) -> str:
    """Return a cell's text on one line, without signs that no page can show."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in cell).split())
