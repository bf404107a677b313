"""Answers as spreadsheets: French office software opens them as they are, and no cell is a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from flask import Response

FORMULA = ("=", "+", "-", "@", "\t", "\r", "=", "+", "-", "@")
"""What a spreadsheet would run (OWASP CSV injection), full-width forms included."""


def harmless(cell: str) -> str:
    """Return the cell as text: an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def csv_answer(name: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Response:
    """Return a file of comma-separated values (RFC 4180), parted by semicolons as French spreadsheets expect."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    response = Response(text.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
