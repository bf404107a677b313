"""Which words of an Occitan text the dictionary does not know: hints for who writes, since it does not know everything."""

import re
from collections.abc import Collection, Iterator, Sequence

from portal import programs
from portal.domain.recent import Recent
from portal.programs import ProgramError

DICTIONARY = "oc_FR"
SECONDS = 2.0
MOST = 20_000
"""Characters looked at of one text."""
KEPT = 200

# A word of Gascon written with an inner point is left alone: the dictionary is Lengadocian.
_WORD = re.compile(r"(?<![\w·])[^\W\d_]{2,}(?![\w·])")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?…:\n])[\s«“\"(–-]*$")
_ELIDED = frozenset({"qu"})
_answers: Recent[tuple[str, ...], frozenset[str]] = Recent(KEPT)


def is_installed() -> bool:
    """Return whether this machine has the dictionary of Occitan."""
    return _strange(("musèu",)) == frozenset()


def unknown(texts: Sequence[str], accepted: Collection[str]) -> list[list[str]]:
    """Return of each text the words that neither the dictionary nor `accepted`, in small letters, knows.

    Names are left alone: what begins with a capital inside a sentence. Nothing where the dictionary does not answer.
    """
    words = [list(dict.fromkeys(_looked_at(text[:MOST]))) for text in texts]
    asked = {word for found in words for word in found if word.lower() not in accepted}
    strange = _strange(tuple(sorted(asked))) or frozenset()
    return [[word for word in found if word in strange] for found in words]


def names_in(text: str) -> Iterator[str]:
    """Yield the names of a text: what begins with a capital inside a sentence."""
    return (word for word, is_name in _words_of(text) if is_name)


def _looked_at(text: str) -> Iterator[str]:
    return (word for word, is_name in _words_of(text) if not is_name and word.lower() not in _ELIDED)


def _words_of(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the words of a text, and whether each is a name."""
    for match in _WORD.finditer(text):
        word = match[0]
        yield word, word[0].isupper() and not _SENTENCE_BEGINS.search(text[: match.start()])


def _strange(words: tuple[str, ...]) -> frozenset[str] | None:
    """Return those of these words that the dictionary does not know, or nothing where it does not answer."""
    program = programs.find("hunspell")
    if program is None:
        return None
    command = [program, "-d", DICTIONARY, "-i", "UTF-8", "-l"]
    try:
        return _answers.get(
            words, lambda: frozenset(programs.run(command, "\n".join(words), seconds=SECONDS).split())
        )
    except ProgramError:
        return None
