"""In what order answers come: one formula on stored words, so that both databases give the same order."""

from collections.abc import Sequence
from typing import NamedTuple

from portal.domain.search.normaliser import QueryWord, significant

WHOLE_TITLE = 100
TITLE, TITLE_BEGINNING = 8, 4
BODY, BODY_BEGINNING = 2, 1


class Said(NamedTuple):
    """The words of an entry, as `SearchEntry` keeps them."""

    title_words: str
    title_stems: str
    body_words: str
    body_stems: str


def score(asked: Sequence[QueryWord], said: Said) -> int:
    """Return how well an entry that holds every word answers.

    The title goes before the rest, a whole word before the beginning of one, and before everything a title that
    is what was typed.
    """
    points = 0
    for word in asked:
        points += _points(word, said)
    if points == TITLE * len(asked) and significant(said[0].split()) == [word.plain for word in asked]:
        points += WHOLE_TITLE
    return points


def _points(word: QueryWord, said: Said) -> int:
    title_words, title_stems, body_words, body_stems = said
    if _says(word, title_words, title_stems):
        return TITLE
    if word.is_last and f" {word.plain}" in title_words:
        return TITLE_BEGINNING
    return BODY if _says(word, body_words, body_stems) else BODY_BEGINNING


def _says(word: QueryWord, words: str, stems: str) -> bool:
    for form in word.forms:
        padded = f" {form} "
        if padded in words or padded in stems:
            return True
    return False
