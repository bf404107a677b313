"""In what order answers come: one formula on stored words, so that both databases give the same order."""

from collections.abc import Sequence
from typing import Protocol

from portal.domain.search.normaliser import QueryWord, normalise

WHOLE_TITLE = 100
TITLE, TITLE_BEGINNING = 8, 4
BODY, BODY_BEGINNING = 2, 1


class Candidate(Protocol):
    """What the formula reads of an entry; see `SearchEntry`."""

    title: str
    title_words: str
    title_stems: str
    body_words: str
    body_stems: str


def score(asked: Sequence[QueryWord], candidate: Candidate) -> int:
    """Return how well an entry that holds every word answers.

    The title goes before the rest, a whole word before the beginning of one, and before everything a title that
    is what was typed.
    """
    points = sum(_points(word, candidate) for word in asked)
    may_be_title = points >= TITLE_BEGINNING * len(asked)
    if may_be_title and normalise(candidate.title) == " ".join(word.plain for word in asked):
        points += WHOLE_TITLE
    return points


def _points(word: QueryWord, candidate: Candidate) -> int:
    padded = [f" {form} " for form in word.forms]
    if any(form in candidate.title_words or form in candidate.title_stems for form in padded):
        return TITLE
    if word.is_last and f" {word.plain}" in candidate.title_words:
        return TITLE_BEGINNING
    if any(form in candidate.body_words or form in candidate.body_stems for form in padded):
        return BODY
    return BODY_BEGINNING
