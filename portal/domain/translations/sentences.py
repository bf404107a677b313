"""Cuts French into sentences, and says which of them changed between two texts (pure)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from portal.domain import rich_text
from portal.domain.revisions import Span, words_difference

MOST_COMPARED = 400
"""Sentences; beyond, the parts that differ are paired in their order."""

_BEFORE_NAMES = r"MM?|Mmes?|Mlles?|Mgr|Mes?|Drs?|Pr|Prof|Sts?|Stes?|av|apr|cf|ex|éd|coll|dir|trad|bd|bld|boul|fbg|chem|rte|imp"
# Words that may end a sentence as well (« l’amour de l’art. »): they go on before a number alone.
_BEFORE_NUMBERS = r"p|pp|n|no|nos|num|tél|vol|art|chap|fig|ill|pl|inv|ms|env|ca|ch|hab|min|max|vv?"
_STARTS = r"(?:^|[\s(«“’'/-])"
_GOES_ON = re.compile(rf"{_STARTS}(?:{_BEFORE_NAMES}|[A-ZÀ-ÖØ-Þ]|c\.-à-d)\.$|^\d{{1,3}}\.$")
_GOES_ON_BEFORE_NUMBERS = re.compile(rf"{_STARTS}(?:{_BEFORE_NUMBERS})\.$")
_ENDS_ANYWAY = re.compile(r"J\.-C\.$")
_END = re.compile(r"[.!?…]+[\u00a0\u202f ]?[»”\")\]]*(?=\s|$)")
_BEGINS = re.compile(r"[\s«“\"(\[–—-]*[A-ZÀ-ÖØ-Þ0-9Œ]")
_LINES = re.compile(r"\n+")
_APOSTROPHES = str.maketrans({"'": "’", "ʼ": "’"})


@dataclass(frozen=True)
class Changed:
    """A sentence that is not the one it was; `before` is empty where it was added, `after` where it went."""

    before: str
    after: str
    spans: Sequence[Span]
    """The later sentence with what it took from the earlier one, word by word."""


def split(text: str) -> list[str]:
    """Return the sentences of a text, each with the spaces that follow it: together they are the text."""
    found: list[str] = []
    for line in _kept_lines(text):
        start = 0
        for match in _END.finditer(line):
            end = match.end()
            if _is_end(line[start:end], line[end:]):
                spaces = len(line[end:]) - len(line[end:].lstrip())
                found.append(line[start : end + spaces])
                start = end + spaces
        if line[start:]:
            found.append(line[start:])
    return found


def changes(before: str, after: str) -> list[Changed]:
    """Return the sentences that changed, came or went, in the order of the later text."""
    old = [sentence.strip() for sentence in split(before) if sentence.strip()]
    new = [sentence.strip() for sentence in split(after) if sentence.strip()]
    matcher = SequenceMatcher(None, list(map(normal, old)), list(map(normal, new)), autojunk=False)
    found: list[Changed] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what != "equal":
            found += [_changed(one, other) for one, other in _pairs(old[a:b], new[c:d])]
    return found


def plain(text: str, *, is_rich: bool = False) -> str:
    """Return the words of a text: of HTML, without its markup, a line for each of its parts."""
    return rich_text.plain(text) if is_rich else text


def normal(text: str) -> str:
    """Return a text as it is compared: one kind of space and of apostrophe, letters composed."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_APOSTROPHES).split())


def _kept_lines(text: str) -> list[str]:
    """Return the lines of a text with their ends: a sentence never runs over one."""
    lines, start = [], 0
    for match in _LINES.finditer(text):
        lines.append(text[start : match.end()])
        start = match.end()
    return [line for line in (*lines, text[start:]) if line]


def _is_end(sentence: str, rest: str) -> bool:
    if not rest.strip():
        return True
    if not _BEGINS.match(rest):
        return False
    if rest.lstrip()[:1].isdigit() and _GOES_ON_BEFORE_NUMBERS.search(sentence):
        return False
    return bool(_ENDS_ANYWAY.search(sentence)) or not _GOES_ON.search(sentence)


def _pairs(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """Return which sentence became which: one for one where there are as many, else the likest."""
    if len(old) == len(new) or max(len(old), len(new)) > MOST_COMPARED:
        longest = max(len(old), len(new))
        return list(zip(_filled(old, longest), _filled(new, longest), strict=True))
    fewer, more, is_turned = (old, new, False) if len(old) < len(new) else (new, old, True)
    places = _likest(fewer, more)
    pairs = [(fewer[places.index(at)] if at in places else "", one) for at, one in enumerate(more)]
    return [(more_, few) for few, more_ in pairs] if is_turned else pairs


def _filled(sentences: list[str], length: int) -> list[str]:
    return [*sentences, *[""] * (length - len(sentences))]


def _likest(fewer: list[str], more: list[str]) -> list[int]:
    """Return for each sentence the place of the likest, in the same order."""
    places: list[int] = []
    first = 0
    for at, sentence in enumerate(fewer):
        last = len(more) - (len(fewer) - at) + 1
        best = max(range(first, last), key=lambda place: _likeness(sentence, more[place]))
        places.append(best)
        first = best + 1
    return places


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _changed(before: str, after: str) -> Changed:
    return Changed(before, after, words_difference(before, after))
