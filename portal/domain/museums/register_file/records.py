"""From text to records: the cells of each museum, still as written, with the line they begin on."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from portal.domain.museums.register_file.decoding import MAX_BYTES
from portal.domain.museums.register_file.facts import NotARegister, Reason, Shape
from portal.domain.museums.register_file.headers import Columns, recognise

MAX_ROWS = 100_000
_SEPARATORS = ";,"
# Ways in which the open-data platforms wrap a list of records, with the count they announce.
_WRAPPERS = (("results", "total_count", Shape.JSON_RESULTS), ("records", "nhits", Shape.JSON_RECORDS))


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one record; `cells` is None when its quotes do not close, `raw` is what was swallowed."""

    line: int
    cells: Sequence[str] | None
    raw: str


@dataclass(frozen=True, slots=True)
class Table:
    """A whole file, cut into records."""

    shape: Shape
    columns: Columns
    records: tuple[Record, ...]
    complete: bool = True


def table(text: str) -> Table:
    """Cut the file, CSV or JSON, into records, once its columns are recognised."""
    cut = _json_table(text) if text.lstrip()[0] in "[{" else _csv_table(text)
    if not cut.records:
        raise NotARegister(Reason.NO_ROWS)
    if len(cut.records) > MAX_ROWS:
        raise NotARegister(Reason.TOO_MANY_ROWS, limit=MAX_ROWS)
    return cut


def _csv_table(text: str) -> Table:
    # Raising the module's limit once is harmless; the reader measures every cell itself.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))
    lines = io.StringIO(text, newline="").readlines()
    first_headers: list[str] = []
    for separator in _SEPARATORS:
        records = _csv_records(lines, separator)
        first = next(records, None)
        headers = (first.cells if first else None) or ()
        first_headers = first_headers or [cell[:40] for cell in headers[:8]]
        columns = recognise(headers)
        if columns is not None:
            kept = (record for record, _ in zip(records, range(MAX_ROWS + 1), strict=False))
            return Table(Shape.CSV, columns, tuple(kept))
    raise NotARegister(Reason.UNKNOWN_HEADERS, headers=" | ".join(first_headers))


def _csv_records(lines: list[str], separator: str) -> Iterator[Record]:
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        begins = reader.line_num
        cells: list[str] | None
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = None
        if cells is None or any(cells):
            yield Record(begins + 1, cells, "".join(lines[begins : reader.line_num]))


def _json_table(text: str) -> Table:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise NotARegister(Reason.BROKEN_JSON) from None
    listed, shape, announced = _unwrapped(document)
    if not listed:
        raise NotARegister(Reason.NO_ROWS)
    objects = [_fields(item) for item in listed]
    names = list(dict.fromkeys(name for one in objects for name in one))
    columns = recognise(names)
    if columns is None:
        raise NotARegister(Reason.UNKNOWN_HEADERS, headers=" | ".join(name[:40] for name in names[:8]))
    records = (
        Record(rank, [_cell(one.get(name)) for name in names], "") for rank, one in enumerate(objects, 1)
    )
    return Table(shape, columns, tuple(records), complete=announced <= len(objects))


def _unwrapped(document: Any) -> tuple[list[Any], Shape, int]:
    if isinstance(document, list):
        return document, Shape.JSON_RECORDS, len(document)
    for key, total, shape in _WRAPPERS:
        listed = document.get(key)
        if isinstance(listed, list):
            announced = document.get(total)
            return listed, shape, announced if isinstance(announced, int) else len(listed)
    raise NotARegister(
        Reason.UNKNOWN_HEADERS, headers=" | ".join(str(name)[:40] for name in list(document)[:8])
    )


def _fields(item: Any) -> dict[str, Any]:
    if not isinstance(item, dict):
        return {}
    inner = item.get("fields")
    fields = dict(inner) if isinstance(inner, dict) else dict(item)
    geometry = item.get("geometry")
    point = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if "geolocalisation" not in fields and isinstance(point, list) and len(point) == 2:
        # A GeoJSON point is written longitude first.
        fields["geolocalisation"] = point[::-1]
    return fields


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return _cell([value.get("lat"), value.get("lon")])
    if isinstance(value, list):
        separator = ";" if any(isinstance(part, str) for part in value) else ","
        return separator.join(str(part) for part in value if part is not None)
    return str(value)
