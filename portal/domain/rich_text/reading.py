"""Texts as they are kept, typed and compared: HTML in one spelling, the notation, plain words."""

import re
from collections.abc import Iterator

from portal.domain import texts
from portal.domain.rich_text import hypertext, typed
from portal.domain.rich_text import notation as marks
from portal.domain.rich_text.nodes import Block, Document, Heading, Item, Listing, Paragraph, Quote, said

_TAGS = re.compile(r"<[^<>]*>")

MARK = "<!--html-->"
"""What a text begins with that an editor wrote as HTML."""
MOST_TYPED, MOST_PASTED = 50_000, 200_000
"""Signs that are looked at, in the notation and as HTML, which word processors write at length."""


def read(value: str | None) -> str | None:
    """Return what somebody typed, in the notation or with an editor, as it is kept; nothing where nothing is said.

    Raise `TooLongError` beyond `MOST_TYPED` or `MOST_PASTED`, `ForbiddenCharacterError`.
    """
    if value is None:
        return None
    is_html = value.startswith(MARK)
    most = MOST_PASTED if is_html else MOST_TYPED
    if len(value) > most:
        raise texts.TooLongError(len(value), most)
    texts.refuse_forbidden(value)
    return hypertext.write(hypertext.read(value.removeprefix(MARK)) if is_html else typed.read(value)) or None


def cleaned(html: str | None, most: int) -> str | None:
    """Return HTML in its one spelling; raise `TooLongError` where its text has more signs than it may."""
    if html is None:
        return None
    clean = read(MARK + html)
    length = len(plain(clean))
    if length > most:
        raise texts.TooLongError(length, most)
    return clean


def shown_again(value: str) -> str:
    """Return what somebody typed as a text area shows it again, whether or not it can be kept."""
    if not value.startswith(MARK):
        return value
    html = value.removeprefix(MARK)
    return notation(html) if len(html) < MOST_PASTED else _TAGS.sub(" ", html)


def notation(html: str | None) -> str:
    """Return kept HTML as a text area shows it; reading that gives the same HTML."""
    return marks.write(hypertext.read(html)) if html else ""


def plain(html: str | None) -> str:
    """Return the words alone, a line a piece."""
    return "\n".join(lines(html))


def lines(html: str | None) -> list[str]:
    """Return the words of each paragraph, heading and item."""
    return list(_lines(hypertext.read(html))) if html else []


def _lines(blocks: Document) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs) | Heading(_, runs):
            yield said(runs)
        case Quote(paragraphs):
            yield from map(said, paragraphs)
        case Listing(_, items):
            for item in items:
                yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    yield said(item.runs)
    for inside in item.lists:
        yield from _block(inside)
