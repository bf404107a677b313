"""What answers a query."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from portal.db import Remembered, db, full_text
from portal.db.translated import TextLanguage
from portal.domain.recent import Recent
from portal.domain.search import correction
from portal.domain.search.models import Kind, SearchEntry
from portal.domain.search.normaliser import QueryWord, query_words
from portal.domain.search.ranking import Said, score

MOST_CANDIDATES = 2_000
MOST_KEPT = 64

_Question = tuple[tuple[QueryWord, ...], frozenset[Kind] | None, TextLanguage | None]


@dataclass(frozen=True, slots=True)
class Hit:
    """An object that answers; hits are in the order to show, and the score says nothing beyond its own query."""

    kind: Kind
    object_id: int
    score: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, and the spelling it was found by where what was typed finds nothing."""

    hits: tuple[Hit, ...]
    meant: str | None = None


def answer(query: str, kinds: Collection[Kind] | None = None, language: TextLanguage | None = None) -> Answer:
    """Return what answers a query as typed, else as it was probably meant.

    With a language, only texts in it answer. Answers are kept while the public content stands: the list, its
    map and its next page are one question.
    """
    asked = query_words(query)
    key = (asked, None if kinds is None else frozenset(kinds), language)
    return _kept().get(key, lambda: _answer(asked, kinds, language))


def find(
    query: str,
    kinds: Collection[Kind] | None = None,
    language: TextLanguage | None = None,
    limit: int | None = None,
) -> list[Hit]:
    """Return the best answers to a query, one typo forgiven."""
    return list(answer(query, kinds, language).hits[:limit])


def museum_ids(query: str) -> tuple[int, ...]:
    """Return the museums that answer a query, best first."""
    return tuple(hit.object_id for hit in answer(query, {Kind.MUSEUM}).hits)


def did_you_mean(query: str, kinds: Collection[Kind] | None = None) -> str | None:
    """Return the spelling that finds something where what was typed finds nothing."""
    return answer(query, kinds).meant


def _answer(
    asked: Sequence[QueryWord],
    kinds: Collection[Kind] | None,
    language: TextLanguage | None,
) -> Answer:
    hits = _hits(asked, kinds, language)
    if hits or not asked:
        return Answer(hits)
    for meant in correction.readings(asked):
        if hits := _hits(meant, kinds, language):
            return Answer(hits, correction.spelled(meant))
    return Answer(())


def _hits(
    asked: Sequence[QueryWord],
    kinds: Collection[Kind] | None,
    language: TextLanguage | None,
) -> tuple[Hit, ...]:
    if not asked:
        return ()
    best: dict[tuple[Kind, int], tuple[int, int, str]] = {}
    for kind, object_id, weight, sort_key, *said in db.session.execute(_candidates(asked, kinds, language)):
        key, value = (kind, object_id), (-score(asked, Said(*said)), -weight, sort_key)
        if key not in best or value < best[key]:
            best[key] = value
    ranked = sorted((value, key) for key, value in best.items())
    return tuple(Hit(kind, object_id, -value[0]) for value, (kind, object_id) in ranked)


def _candidates(
    asked: Sequence[QueryWord],
    kinds: Collection[Kind] | None,
    language: TextLanguage | None,
) -> Select[*tuple[Any, ...]]:
    """Return the statement for what holds every word; the same first rows of too many on both databases."""
    wanted = [full_text.Wanted(word.forms, word.plain if word.is_last else None) for word in asked]
    statement = select(
        SearchEntry.kind,
        SearchEntry.object_id,
        SearchEntry.weight,
        SearchEntry.sort_key,
        SearchEntry.title_words,
        SearchEntry.title_stems,
        SearchEntry.body_words,
        SearchEntry.body_stems,
    ).where(SearchEntry.id.in_(full_text.holding(db.session(), wanted)))
    if kinds is not None:
        statement = statement.where(SearchEntry.kind.in_(kinds))
    if language is not None:
        statement = statement.where(SearchEntry.language == language)
    order = (SearchEntry.weight.desc(), SearchEntry.object_id, SearchEntry.kind, SearchEntry.language)
    return statement.order_by(*order).limit(MOST_CANDIDATES)


def _nothing_yet() -> Recent[_Question, Answer]:
    return Recent(MOST_KEPT)


_kept = Remembered(_nothing_yet)
