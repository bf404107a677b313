"""Reads cleaned HTML into lines, understanding what word processors write: Word's lists, Google's bold spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from portal.domain.rich_text import addresses
from portal.domain.rich_text.nodes import Line, Run, Runs, said
from portal.domain.rich_text.tidying import tidy, without

_BLOCKS = """
p div h1 h2 h3 h4 h5 h6 section article header footer main aside nav pre address figure figcaption table thead
tbody tr td th caption dl dt dd hr center form fieldset legend details summary
"""
BLOCKS = frozenset(_BLOCKS.split())
MARKS = frozenset({"strong", "b", "em", "i"})
_CELLS = frozenset({"td", "th"})

_WORD_LIST = re.compile(r"mso-list:\s*l\d+\s+level(\d)", re.IGNORECASE)
_WORD_MARKER = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_HEAVY = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_UPRIGHT = re.compile(r"font-style:\s*normal", re.IGNORECASE)
_SLANTED = re.compile(r"font-style:\s*italic", re.IGNORECASE)
_WORD_BULLET = re.compile(r"\s*[•·▪◦‣§o\uf0a7\uf0b7\uf0d8]\s{2,}")


@dataclass
class _Open:
    """An element that is open, and what it does to the text inside."""

    tag: str
    strong: bool
    em: bool
    href: str | None = None
    is_marker: bool = False
    """Word's own drawing of a bullet or a number."""


class Reader(HTMLParser):
    """Reads HTML that nh3 has cleaned, which is well formed, into lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[_Open] = [_Open("", strong=False, em=False)]
        self._found: list[Line] = []
        self._runs: list[Run] = []
        self._lists: list[bool] = []
        self._quotes = self._quote = 0
        self._heading = 0
        self._item = 0
        """Of the list item that is open, 0 before its text, 1 after."""
        self._word = 0
        """The level of the Word list that a paragraph is an item of; -1 where it may be one."""
        self._marker = ""

    def lines(self) -> Iterator[Line]:
        """Yield the lines, headings brought to the two levels that a text has."""
        self._end_line()
        top = min((line.depth for line in self._found if line.kind == "h"), default=3)
        for line in self._found:
            if line.kind == "h":
                level = min(line.depth + max(0, 3 - top), 4)
                yield Line("h", line.runs, level, group=line.group)
            else:
                yield line

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        said_of = {name: value or "" for name, value in attrs}
        style = said_of.get("style", "")
        if tag == "br":
            self._end_line(is_break=True)
            return
        if tag in BLOCKS or tag in {"ul", "ol", "li", "blockquote"}:
            self._begin_block(tag, style, said_of.get("class", ""))
        above = self._open[-1]
        opened = _Open(tag, above.strong, above.em, above.href, above.is_marker)
        opened.strong = _looks(opened.strong or tag in {"b", "strong"}, _HEAVY, _LIGHT, style)
        opened.em = _looks(opened.em or tag in {"i", "em"}, _SLANTED, _UPRIGHT, style)
        opened.is_marker = opened.is_marker or bool(_WORD_MARKER.search(style))
        if tag == "a":
            opened.href = addresses.href(said_of.get("href"))
        if tag != "hr":
            self._open.append(opened)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag in BLOCKS or tag in {"ul", "ol", "li", "blockquote"}:
            self._end_block(tag)
        while len(self._open) > 1 and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Take some text."""
        now = self._open[-1]
        if now.is_marker:
            self._marker += data
        else:
            self._runs.append(Run(data, now.strong, now.em, now.href))

    def _begin_block(self, tag: str, style: str, classes: str) -> None:
        if tag in _CELLS:
            self._runs.append(Run(" "))
            return
        self._end_line()
        if tag in {"ul", "ol"}:
            self._lists.append(tag == "ol")
        elif tag == "li":
            self._item = 0
        elif tag == "blockquote":
            self._quotes += 1
            self._quote = self._quotes
        elif tag[0] == "h" and tag[1:].isdigit():
            self._heading = int(tag[1:])
        else:
            self._begin_paragraph(style, classes)

    def _begin_paragraph(self, style: str, classes: str) -> None:
        if level := _WORD_LIST.search(style):
            self._word = int(level[1])
        elif "MsoTitle" in classes:
            self._heading = 1
        elif "MsoListParagraph" in classes:
            self._word = -1

    def _end_block(self, tag: str) -> None:
        if tag in _CELLS:
            return
        self._end_line()
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
            self._item = 2
        elif tag == "li":
            self._item = 0
        elif tag == "blockquote":
            self._quote = 0
        self._heading = self._word = 0

    def _end_line(self, *, is_break: bool = False) -> None:
        """Keep the line that was being read; a break inside a heading or an item is a space."""
        if is_break and (self._heading or self._lists or self._word):
            self._runs.append(Run(" "))
            return
        runs, marker, drawn = tidy(self._runs), self._marker, _WORD_BULLET.match(said(tuple(self._runs)))
        self._runs, self._marker = [], ""
        if not runs:
            return
        if self._lists:
            self._add_item(runs)
        elif self._word:
            self._add_word_item(without(runs, 2) if drawn and not marker else runs, marker, drawn)
        elif self._heading:
            self._found.append(Line("h", runs, self._heading))
        elif self._quote:
            self._found.append(Line("q", runs, group=self._quote))
        else:
            self._found.append(Line("p", runs))

    def _add_item(self, runs: Runs) -> None:
        depth, ordered = len(self._lists), self._lists[-1]
        if self._item == 1 and self._found and self._found[-1].kind == "li":
            joined = tidy([*self._found[-1].runs, Run(" "), *runs])
            self._found[-1] = Line("li", joined, depth, ordered)
        else:
            self._found.append(Line("li", runs, depth, ordered))
        self._item = 1

    def _add_word_item(self, runs: Runs, marker: str, drawn: re.Match[str] | None) -> None:
        if self._word < 0 and not drawn:
            self._found.append(Line("p", runs))
        elif runs:
            self._found.append(Line("li", runs, max(self._word, 1), bool(_NUMBERED.match(marker))))


def _looks(is_on: bool, more: re.Pattern[str], less: re.Pattern[str], style: str) -> bool:
    return (is_on or bool(more.search(style))) and not less.search(style)
