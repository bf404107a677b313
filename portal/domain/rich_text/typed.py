"""Reads the notation, kindly: whatever is typed is a text."""

import re

from portal.domain.rich_text.nodes import DEEPEST, Document, Line
from portal.domain.rich_text.stars import inline
from portal.domain.rich_text.tidying import document

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_ITEM = re.compile(r"(\s*)(?:[-–*•·▪◦‣]|(\d{1,3})[.)])\s+(\S.*)")
_QUOTED = re.compile(r"\s?>\s?(.*)")
_BREAK = re.compile(r"\r\n|[\r\x85\v\f\u2028]")
_PARAGRAPH = Line("p", ())


def read(text: str) -> Document:
    """Return what somebody typed."""
    reader = _Reader()
    for row in _BREAK.sub("\n", text).replace("\u2029", "\n\n").expandtabs(4).split("\n"):
        reader.take(row)
    reader.end()
    return document(reader.found)


class _Reader:
    """Takes the rows of a typed text, and makes lines of them."""

    def __init__(self) -> None:
        self.found: list[Line] = []
        self._held: list[str] = []
        self._now = _PARAGRAPH
        self._indents: list[int] = []
        """Of the list that is being read, how far each of its depths is indented."""
        self._quotes = 0
        self._is_quoting = False

    def take(self, row: str) -> None:
        """Take one row."""
        if quoted := _QUOTED.fullmatch(row):
            self._take_quoted(quoted[1])
            return
        self._is_quoting = False
        if not row.strip():
            self.end()
        elif heading := _HEADING.fullmatch(row.strip()):
            self._begin(Line("h", (), min(len(heading[1]) + 2, 4)), heading[2])
            self.end()
        elif (item := _ITEM.fullmatch(row)) and self._goes_on_a_list(item[2]):
            self._begin(Line("li", (), self._depth(len(item[1])), item[2] is not None), item[3])
        elif self._held and self._now.kind != "q":
            self._held.append(row)
        else:
            self._begin(_PARAGRAPH, row)

    def end(self) -> None:
        """Make a line of the rows held so far."""
        if self._held:
            now = self._now
            runs = inline(" ".join(self._held))
            self.found.append(Line(now.kind, runs, now.depth, now.ordered, now.group))
        self._held = []

    def _begin(self, line: Line, text: str) -> None:
        self.end()
        if line.kind != "li":
            self._indents = []
        self._now, self._held = line, [text]

    def _take_quoted(self, text: str) -> None:
        if not self._is_quoting:
            self._quotes += 1
            self._is_quoting = True
            self.end()
        if not text.strip():
            self.end()
        elif self._held:
            self._held.append(text)
        else:
            self._begin(Line("q", (), group=self._quotes), text)

    def _goes_on_a_list(self, number: str | None) -> bool:
        """Return whether a number makes an item: the first one, or one more of the list being read."""
        is_in_one = bool(self._indents) and bool(self.found or self._held) and self._now.kind == "li"
        return number is None or int(number) == 1 or is_in_one

    def _depth(self, indent: int) -> int:
        while self._indents and indent < self._indents[-1]:
            self._indents.pop()
        if not self._indents or indent > self._indents[-1]:
            self._indents.append(indent)
        return min(len(self._indents), DEEPEST)
