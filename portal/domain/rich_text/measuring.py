"""How long a text is, and which of its sentences a reader loses breath in; French and Occitan."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONG_SENTENCE = 30
"""Words, beyond which a sentence is hard to follow (the use of plain French)."""
NAMED_BY = 6
"""Words that name a sentence."""

# A point after these ends no sentence; single letters are initials, `J.-C.`, `s.`
_ABBREVIATED = (
    "M MM Mme Mmes Mlle Mgr Dr Pr St Ste Sts av apr env cf fig ill vol éd éds coll dir n° no p pp pl t art chap "
    "bd inv Sr Sra Sta ab abt sègl nº pag"
)
_NOT_AN_END = re.compile(rf"(?:\b(?:{'|'.join(_ABBREVIATED.split())}|[^\W\d_])|\bJ\.-C)\.$")
_END = re.compile(r"[.!?…]+[»”\")]*(?=\s+[«“\"(]?\s?[A-ZÀ-ÖØ-ÞŒ0-9])|[\n]")
_LONGEST_ABBREVIATION = 8


@dataclass(frozen=True)
class LongSentence:
    """A sentence that is long, named by its first words."""

    beginning: str
    words: int


@dataclass(frozen=True)
class Measure:
    """How long a text is."""

    words: int
    signs: int
    sentences: int
    long: tuple[LongSentence, ...]


def measure(lines: Iterable[str]) -> Measure:
    """Return the measure of a text given in paragraphs."""
    own = list(lines)
    spoken = [_words(sentence) for line in own for sentence in sentences(line)]
    long = tuple(
        LongSentence(" ".join(words[:NAMED_BY]), len(words)) for words in spoken if len(words) > LONG_SENTENCE
    )
    return Measure(sum(map(len, spoken)), sum(map(len, own)), len(spoken), long)


def sentences(line: str) -> Iterator[str]:
    """Yield the sentences of a paragraph."""
    begun = 0
    for end in _END.finditer(line):
        if not _NOT_AN_END.search(line[max(begun, end.end() - _LONGEST_ABBREVIATION) : end.end()]):
            yield line[begun : end.end()].strip()
            begun = end.end()
    if rest := line[begun:].strip():
        yield rest


def _words(sentence: str) -> list[str]:
    """Return the words of a sentence; a sign that stands alone, as before a colon, is none."""
    return [word for word in sentence.split() if any(sign.isalnum() for sign in word)]
