r"""The notation: how a text with headings, lists and links is typed in a plain text area, and read back unchanged.

    # Un titre            - un élément          > une citation
    ## Un sous-titre      1. un élément         **gras**, *italique*, [des mots](https://…)

A blank line separates paragraphs; `\` before a sign takes its meaning away.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from portal.domain.rich_text.nodes import Block, Document, Heading, Listing, Paragraph, Quote, Run, Runs

_LITERAL = re.compile(r"([\\*]|\](?=\())")
_IN_A_LINK = re.compile(r"([\\*\[\]])")
_MARKER = re.compile(r"(?:(#{1,6}|[-–])(?=\s)|(>)|(\d{1,3})(?=[.)]\s))")


def write(blocks: Document) -> str:
    """Return a document in the notation."""
    return "\n\n".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Paragraph(runs):
            return (
                _MARKER.sub(_unmarked, _inline(runs), count=1)
                if _begins_like_a_block(runs)
                else _inline(runs)
            )
        case Heading(level, runs):
            return f"{'#' * (level - 2)} {_inline(runs)}"
        case Quote(paragraphs):
            return "\n>\n".join(f"> {_inline(runs)}" for runs in paragraphs)
        case Listing():
            return "\n".join(_items(block, 0))


def _begins_like_a_block(runs: Runs) -> bool:
    return bool(_MARKER.match(_inline(runs)))


def _unmarked(marker: re.Match[str]) -> str:
    return f"{marker[3]}\\" if marker[3] else f"\\{marker[0]}"


def _items(listing: Listing, depth: int) -> Iterator[str]:
    for number, item in enumerate(listing.items, 1):
        yield f"{'  ' * depth}{f'{number}.' if listing.ordered else '-'} {_inline(item.runs)}"
        for inside in item.lists:
            yield from _items(inside, depth + 1)


def _inline(runs: Runs) -> str:
    pieces = []
    for href, together in groupby(runs, key=lambda run: run.href):
        if href is None:
            pieces.append(_marked(together, _LITERAL))
        else:
            pieces.append(f"[{_marked(together, _IN_A_LINK)}]({href})")
    return "".join(pieces)


def _marked(runs: Iterable[Run], special: re.Pattern[str]) -> str:
    """Return runs with the stars that turn bold (two) and italic (one) on and off."""
    said, strong, em = "", False, False
    for run in (*runs, Run("")):
        said += "*" * (2 * (run.strong != strong) + (run.em != em)) + special.sub(r"\\\1", run.text)
        strong, em = run.strong, run.em
    return said
