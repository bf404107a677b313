"""What an answer says, as one text to look things up in: a page as it is read, data as its values."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

INLINE = frozenset({"a", "abbr", "b", "del", "em", "i", "ins", "small", "span", "strong", "sup", "time"})
UNREAD = frozenset({"script", "style", "title"})
_LINKED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def plain(text: str) -> str:
    """Return a text with every kind of space as one."""
    return " ".join(text.split())


def page(body: str) -> str:
    """Return what a page says, and the addresses of its pictures."""
    reader = _Reader()
    reader.feed(body)
    return plain("".join(reader.pieces))


def values(body: str) -> str:
    """Return the values of a JSON answer, one after the other."""
    return plain(" ".join(scalars(json.loads(body))))


def linked_data(body: str) -> str:
    """Return the values of what a page tells search engines."""
    found = _LINKED_DATA.search(body)
    return values(found.group(1)) if found else ""


def card(body: str, address: str) -> str:
    """Return what a list says of the museum at this address: its card alone."""
    cards = re.split(r"(?=<article\b)", body)
    return page(next((one for one in cards[1:] if f'href="{address}"' in one), ""))


def scalars(value: Any) -> Iterator[str]:
    """Yield every value inside a piece of JSON, as text."""
    if isinstance(value, dict):
        value = value.values()
    if isinstance(value, str) or not hasattr(value, "__iter__"):
        yield str(value)
        return
    for inner in value:
        yield from scalars(inner)


class _Reader(HTMLParser):
    """Collects the text of a page; inside a line, no space is added."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Part blocks, and keep where pictures are."""
        self._unread += tag in UNREAD
        if tag not in INLINE:
            self.pieces.append(" ")
        if tag == "img":
            self.pieces.append(f" {dict(attrs).get('src')} ")

    def handle_endtag(self, tag: str) -> None:
        """Part blocks."""
        self._unread -= tag in UNREAD
        if tag not in INLINE:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        if self._unread <= 0:
            self.pieces.append(data)
