"""The parts of the two blocks of hours in words, for those who compare two texts of them."""

from collections.abc import Mapping
from typing import Any

from portal.domain.hours import snapshots
from portal.domain.revisions import Span
from portal.web.kit import opening, row_difference
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _l

PARTS: Mapping[str, LazyString] = {
    "periods": _l("Périodes"),
    "holidays": _l("Jours fériés"),
    "services": _l("Services"),
    "exceptions": _l("Dates exceptionnelles"),
    "closures": _l("Longues fermetures"),
}


def words(part: str, value: Any) -> str:
    """Return a part of a block in words, a line a row, as the public would read it."""
    block = {part: value}
    return opening.whole_text(snapshots.rows_of(block, block), page_language())


def difference(part: str, before: Any, after: Any) -> list[Span]:
    """Return a part's later text with what it took from the earlier: rows that went, rows that came."""
    return row_difference.difference(words(part, before).splitlines(), words(part, after).splitlines())
