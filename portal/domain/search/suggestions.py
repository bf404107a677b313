"""What to propose while somebody types: museums, towns and themes, from memory."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select

from portal.db import Remembered, Translated, db
from portal.db.translated import Language, TextLanguage
from portal.domain.search.models import Kind, SearchEntry
from portal.domain.search.normaliser import LONGEST_QUERY, MOST_QUERY_WORDS, SAME_WORD, significant, words

KINDS = (Kind.TOWN, Kind.THEME, Kind.MUSEUM)  # in this order among equals


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A page to go to at once."""

    kind: Kind
    object_id: int
    slug: str
    title: str
    title_language: TextLanguage
    detail: Translated | None
    """A museum's town, a town's département."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What may be proposed, and its words: its titles, the reader's first, and all."""

    suggestion: Suggestion
    titles: tuple[str, ...]
    said: str
    place: tuple[int, str, int]


def suggest(prefix: str, language: Language, limit: int = 8) -> list[Suggestion]:
    """Return the pages whose words begin as what was typed so far, titles first."""
    typed = [word.plain for word in words(prefix[:LONGEST_QUERY])][:MOST_QUERY_WORDS]
    if not typed:
        return []
    # The last word is being typed, so it is never one to leave out.
    kept = [*significant(typed[:-1]), typed[-1]]
    asked = [(f" {word}", f" {SAME_WORD.get(word, word)}") for word in kept]
    whole = f" {' '.join(typed)}"
    found = [(rank, one) for one in _known()[language] if (rank := _rank(whole, asked, one)) is not None]
    found.sort(key=lambda pair: (pair[0], pair[1].place))
    return [one.suggestion for _, one in found[:limit]]


def _rank(whole: str, asked: Sequence[tuple[str, str]], one: _Known) -> int | None:
    """Return how well a page answers, 0 the best, or nothing where a word begins none of its own.

    A title that begins so goes before one with words that do, the reader's language before the other, and
    titles before the rest.
    """
    if not _says(one.said, asked):
        return None
    for rank, title in enumerate(one.titles):
        if title.startswith(whole):
            return rank
    return next((2 + rank for rank, title in enumerate(one.titles) if _says(title, asked)), 4)


def _says(text: str, asked: Sequence[tuple[str, str]]) -> bool:
    return all(word in text or same in text for word, same in asked)


class _Row(NamedTuple):
    """What is read of an entry; plain tuples, because there are many."""

    language: TextLanguage
    title: str
    slug: str
    detail: Translated | None
    sort_key: str
    title_words: str
    title_stems: str
    body_words: str
    body_stems: str


def _read() -> Mapping[Language, Sequence[_Known]]:
    """Read what may be proposed in each language: the title in it, else in French."""
    columns = [getattr(SearchEntry, name) for name in _Row._fields]
    rows = select(SearchEntry.kind, SearchEntry.object_id, *columns).where(SearchEntry.kind.in_(KINDS))
    of_object: dict[tuple[Kind, int], list[_Row]] = defaultdict(list)
    for kind, object_id, *read in db.session.execute(rows.order_by(SearchEntry.id)):
        of_object[kind, object_id].append(_Row(*read))
    french, occitan = [], []
    for (kind, object_id), own in of_object.items():
        own.sort(key=lambda row: row.language != "fr")
        known = _known_of(kind, object_id, own)
        french.append(known)
        occitan.append(known if len(own) == 1 else _known_of(kind, object_id, own[::-1]))
    return {"fr": french, "oc": occitan}


def _known_of(kind: Kind, object_id: int, rows: Sequence[_Row]) -> _Known:
    """Return what may be proposed of one object, the row to show first."""
    shown = rows[0]
    titles = tuple(row.title_words + row.title_stems for row in rows)
    said = "".join((*titles, *(row.body_words + row.body_stems for row in rows)))
    suggestion = Suggestion(kind, object_id, shown.slug, shown.title, shown.language, shown.detail)
    return _Known(suggestion, titles, said, (KINDS.index(kind), shown.sort_key, object_id))


_known = Remembered(_read)
