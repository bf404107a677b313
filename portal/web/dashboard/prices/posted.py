"""Reads the screen of prices from what a browser sent: unknown names fall away, lists have an end."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields
from typing import TypeVar

from portal.web.dashboard.prices.sheet import MOST_FREE_DAYS, MOST_LINES, FreeDayTyped, LineTyped, Sheet
from portal.web.kit.forms import readable

Row = TypeVar("Row", LineTyped, FreeDayTyped)
LONGEST = 2_000
"""Signs of a field that are shown again: nobody typed more."""

_ROW = re.compile(r"(lines|free_days)\.([0-9]{1,4})\.([a-z_]{1,20})", re.ASCII)
_ALONE = {"always_free", "passes", "first", "last"}


def sheet_of_posted(pairs: Iterable[tuple[str, str]]) -> Sheet:
    """Return the screen as it was sent."""
    sheet, rows = Sheet(), defaultdict[tuple[str, int], dict[str, str]](dict)
    for name, value in pairs:
        text = readable(value).strip()[:LONGEST]
        if match := _ROW.fullmatch(name):
            rows[match[1], int(match[2])].setdefault(match[3], text)
        elif name == "payment":
            sheet.payment.append(text)
        elif name in _ALONE:
            setattr(sheet, name, text)
    sheet.lines = _rows(sheet, rows, "lines", LineTyped, MOST_LINES)
    sheet.free_days = _rows(sheet, rows, "free_days", FreeDayTyped, MOST_FREE_DAYS)
    return sheet


def _rows(
    sheet: Sheet, sent: dict[tuple[str, int], dict[str, str]], kind: str, make: type[Row], most: int
) -> list[Row]:
    places = sorted(number for name, number in sent if name == kind)
    if len(places) > most:
        sheet.too_many.append(kind)
    known = {each.name for each in fields(make)}
    return [
        make(**{name: text for name, text in sent[kind, number].items() if name in known})
        for number in places[:most]
    ]
