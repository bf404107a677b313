"""Puts runs and lines in their one spelling: single spaces, no empty line, neighbours that look alike made one."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from portal.domain.rich_text.nodes import (
    DEEPEST,
    Block,
    Document,
    Heading,
    Item,
    Line,
    Listing,
    Paragraph,
    Quote,
    Run,
    Runs,
    said,
)

NO_BREAK = "\u00a0\u202f"
_PARTS = re.compile(r"(\s+)")
# What nobody types on purpose: commands to the reading direction, signs without width, breaks inside words.
_UNSEEN = re.compile(
    "[\u0001-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_BULLET = re.compile(r"[•·▪◦‣]\s+(?=\S)")


def tidy(runs: Iterable[Run]) -> Runs:
    """Return a line's runs in their one spelling; none where nothing is said."""
    kept: list[Run] = []
    gap, last = "", None
    for run in runs:
        text = unicodedata.normalize("NFC", _UNSEEN.sub("", run.text))
        for part in _PARTS.split(text):
            if not part:
                continue
            if part.isspace():
                gap += part
                continue
            if last is not None and gap:
                kept.append(_between(last, run, _space(gap, last.text[-1], part[0])))
            last, gap = run.saying(part), ""
            kept.append(last)
    return tuple(_merged(kept))


def document(lines: Iterable[Line]) -> Document:
    """Return the document that lines make: neighbouring items are a list, lines of one quote a quote."""
    blocks: list[Block] = []
    for (kind, _group), together in groupby(map(_itemised, lines), key=lambda line: (line.kind, line.group)):
        own = [line for line in together if line.runs]
        if kind == "li":
            blocks += _lists(own, 1)
        elif kind == "q" and own:
            blocks.append(Quote(tuple(line.runs for line in own)))
        elif kind == "h":
            blocks += [Heading(line.depth, _plain_weight(line.runs)) for line in own]
        else:
            blocks += [Paragraph(line.runs) for line in own]
    return tuple(blocks)


def _space(gap: str, before: str, after: str) -> str:
    """Return the one space that a gap is: no-break where it was one sign, or where typography asks for it."""
    if len(gap) == 1 and gap in NO_BREAK:
        return gap
    kept = next((sign for sign in gap if sign in NO_BREAK), None)
    return kept if kept and (after in ":;!?»%€" or before == "«") else " "


def _between(before: Run, after: Run, space: str) -> Run:
    """Return a space that looks like what both its neighbours share."""
    href = before.href if before.href == after.href else None
    return Run(space, before.strong and after.strong, before.em and after.em, href)


def _merged(runs: list[Run]) -> Iterator[Run]:
    for _look, together in groupby(runs, key=lambda run: run.saying("")):
        own = list(together)
        yield own[0].saying(unicodedata.normalize("NFC", "".join(run.text for run in own)))


def _itemised(line: Line) -> Line:
    """Return a paragraph that begins with a drawn bullet as the item it was meant to be."""
    bullet = _BULLET.match(said(line.runs)) if line.kind == "p" else None
    return line if bullet is None else Line("li", without(line.runs, bullet.end()))


def without(runs: Runs, count: int) -> Runs:
    """Return a line without its first signs."""
    rest = []
    for run in runs:
        rest.append(run.saying(run.text[count:]))
        count = max(0, count - len(run.text))
    return tidy(rest)


def _plain_weight(runs: Runs) -> Runs:
    """Return a heading's runs: all of it is bold already."""
    return tuple(_merged([Run(run.text, strong=False, em=run.em, href=run.href) for run in runs]))


def _lists(lines: list[Line], depth: int) -> list[Listing]:
    """Return the lists that items make, a deeper item inside the one before it."""
    items = list(_items(lines, depth))
    return [
        Listing(ordered, tuple(item for _ordered, item in together))
        for ordered, together in groupby(items, key=lambda pair: pair[0])
    ]


def _items(lines: list[Line], depth: int) -> Iterator[tuple[bool, Item]]:
    at = 0
    while at < len(lines):
        line, end = lines[at], at + 1
        while end < len(lines) and lines[end].depth > line.depth:
            end += 1
        inside = lines[at + 1 : end]
        if depth < DEEPEST:
            yield line.ordered, Item(line.runs, tuple(_lists(inside, depth + 1)))
        else:  # deeper ones stand beside it
            yield from ((line.ordered, Item(each.runs)) for each in (line, *inside))
        at = end
