"""The parts of the two blocks of hours in words, for those who compare two texts of them."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from portal.domain import revisions
from portal.domain.hours import snapshots
from portal.domain.revisions import Span
from portal.web.kit import opening
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
    old, new = words(part, before).splitlines(), words(part, after).splitlines()
    spans: list[Span] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            spans += [Span("same", f"{line}\n") for line in old[a:b]]
        elif what == "replace" and b - a == d - c:
            for one, other in zip(old[a:b], new[c:d], strict=True):
                spans += [*revisions.words_difference(one, other), Span("same", "\n")]
        else:
            spans += [Span("del", f"{line}\n") for line in old[a:b]]
            spans += [Span("ins", f"{line}\n") for line in new[c:d]]
    return spans
