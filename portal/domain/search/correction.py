"""What somebody probably meant, when what they typed is nowhere: the nearest words that are somewhere."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from sqlalchemy import select

from portal.db import Remembered, db
from portal.domain.folding import fold
from portal.domain.search.models import SearchEntry
from portal.domain.search.normaliser import QueryWord, query_words

SHORTEST = 4  # letters; nearer than that, everything resembles everything
LEAST_LIKENESS = 0.7
NEAREST = 4  # words tried for each that is nowhere
MOST_READINGS = 8


_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Vocabulary:
    """The words that are somewhere."""

    forms: frozenset[str]
    """Every word and every stem."""
    guessable: tuple[str, ...]
    """The words long enough to be guessed."""
    spellings: Mapping[str, str]
    """How the words of titles that have accents are written."""


def readings(asked: Sequence[QueryWord]) -> Iterator[tuple[QueryWord, ...]]:
    """Yield what may have been meant, likeliest first: each word that is nowhere becomes one that is near it."""
    known = vocabulary()
    choices = [_choices(word, known) for word in asked]
    if choices == [[word.plain] for word in asked]:
        return
    for chosen in islice(product(*choices), MOST_READINGS):
        yield query_words(" ".join(chosen))


def spelled(asked: Sequence[QueryWord]) -> str:
    """Return a reading as one would write it, with its accents where they are known."""
    spellings = vocabulary().spellings
    return " ".join(spellings.get(word.plain, word.plain) for word in asked)


def _choices(word: QueryWord, known: Vocabulary) -> list[str]:
    """Return the words that one typed word may stand for; none where nothing resembles it."""
    if _is_somewhere(word, known) or not word.plain.isalpha():
        return [word.plain]
    near = process.extract(
        word.plain,
        known.guessable,
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=LEAST_LIKENESS,
        limit=NEAREST,
    )
    return [
        *_parted(word, known),
        *(found for found, _, _ in sorted(near, key=lambda item: (-item[1], item[0]))),
    ]


def _parted(word: QueryWord, known: Vocabulary) -> Iterator[str]:
    """Yield the two words that were typed as one, where both are somewhere: `beauxarts`."""
    for cut in range(SHORTEST - 1, len(word.plain) - SHORTEST + 2):
        begun, ended = word.plain[:cut], word.plain[cut:]
        if begun in known.forms and ended in known.forms:
            yield f"{begun} {ended}"


def _is_somewhere(word: QueryWord, known: Vocabulary) -> bool:
    if not known.forms.isdisjoint(word.forms):
        return True
    return word.is_last and any(form.startswith(word.plain) for form in known.forms)


def _read() -> Vocabulary:
    words: set[str] = set()
    stems: set[str] = set()
    spellings: dict[str, str] = {}
    columns = (
        SearchEntry.title_words,
        SearchEntry.body_words,
        SearchEntry.title_stems,
        SearchEntry.body_stems,
    )
    for title, title_words, body_words, title_stems, body_stems in db.session.execute(
        select(SearchEntry.title, *columns).order_by(SearchEntry.id),
    ):
        words.update(title_words.split(), body_words.split())
        stems.update(title_stems.split(), body_stems.split())
        if not title.isascii():
            spellings |= {fold(word): word.lower() for word in _LETTERS.findall(title) if not word.isascii()}
    guessable = sorted(word for word in words if len(word) >= SHORTEST and word.isalpha())
    return Vocabulary(frozenset(words | stems), tuple(guessable), spellings)


vocabulary = Remembered(_read)
