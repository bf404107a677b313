"""What a text is made of, in the one shape that HTML and the notation are read into and written from."""

from dataclasses import dataclass, replace
from typing import Literal

HEADINGS = (3, 4)
DEEPEST = 3
"""How far lists may stand inside one another."""


@dataclass(frozen=True)
class Run:
    """Some signs of a line that look alike and lead to the same place."""

    text: str
    strong: bool = False
    em: bool = False
    href: str | None = None

    def saying(self, text: str) -> "Run":
        """Return the same look on another text."""
        return replace(self, text=text)

    def looks_like(self, other: "Run") -> bool:
        """Return whether both look alike and lead to the same place."""
        return self.saying("") == other.saying("")


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Line:
    """A piece of text that stands by itself, before lines make lists and quotes."""

    kind: Literal["p", "h", "q", "li"]
    runs: Runs
    depth: int = 1
    """Of a heading, 3 or 4; of an item, how many lists it stands in."""
    ordered: bool = False
    group: int = 0
    """Which quote a quoted line belongs to."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True)
class Heading:
    """A heading, of level 3 or 4."""

    level: int
    runs: Runs


@dataclass(frozen=True)
class Quote:
    """Somebody else's words, in paragraphs."""

    paragraphs: tuple[Runs, ...]


@dataclass(frozen=True)
class Item:
    """One item, and the lists inside it."""

    runs: Runs
    lists: tuple["Listing", ...] = ()


@dataclass(frozen=True)
class Listing:
    """A list."""

    ordered: bool
    items: tuple[Item, ...]


Block = Paragraph | Heading | Quote | Listing
Document = tuple[Block, ...]


def said(runs: Runs) -> str:
    """Return the signs of a line."""
    return "".join(run.text for run in runs)
