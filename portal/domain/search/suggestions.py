"""What to propose while somebody types: museums, towns and themes, from memory."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from portal.db import Remembered, Translated, db
from portal.db.translated import Language, TextLanguage
from portal.domain.search.models import Kind, SearchEntry
from portal.domain.search.normaliser import LONGEST_QUERY, significant, words

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
    suggestion: Suggestion
    title_words: str
    all_words: str
    place: tuple[int, str, int]


def suggest(prefix: str, language: Language, limit: int = 8) -> list[Suggestion]:
    """Return the pages whose words begin as what was typed so far, titles first."""
    asked = _typed(prefix)
    if not asked:
        return []
    known = _known()[language]
    found = [(rank, one) for one in known if (rank := _rank(asked, one)) is not None]
    found.sort(key=lambda pair: (pair[0], pair[1].place))
    return [one.suggestion for _, one in found[:limit]]


def _typed(prefix: str) -> list[str]:
    """Return the words typed so far; the last one is being typed, so it is never a word to leave out."""
    plain = [word.plain for word in words(prefix[:LONGEST_QUERY])]
    return [*significant(plain[:-1]), plain[-1]] if len(plain) > 1 else plain


def _rank(asked: Sequence[str], one: _Known) -> int | None:
    """Return 0 where the title begins so, 1 where words of it do, 2 where others do, nothing where none do."""
    beginnings = [f" {word}" for word in asked]
    if not all(beginning in one.all_words for beginning in beginnings):
        return None
    if one.title_words.startswith(f" {' '.join(asked)}"):
        return 0
    return 1 if all(beginning in one.title_words for beginning in beginnings) else 2


def _read() -> Mapping[Language, Sequence[_Known]]:
    """Read what may be proposed in each language: the title in it, else in French."""
    chosen: dict[Language, dict[tuple[Kind, int], _Known]] = {"fr": {}, "oc": {}}
    is_french: Callable[[Any], bool] = lambda row: row.language == "fr"  # noqa: E731
    columns = (
        SearchEntry.kind,
        SearchEntry.object_id,
        SearchEntry.language,
        SearchEntry.slug,
        SearchEntry.title,
        SearchEntry.detail,
        SearchEntry.sort_key,
        SearchEntry.title_words,
        SearchEntry.body_words,
    )
    rows = db.session.execute(select(*columns).where(SearchEntry.kind.in_(KINDS))).all()
    for row in sorted(rows, key=is_french, reverse=True):
        known = _entry(row)
        key = (row.kind, row.object_id)
        if is_french(row):
            chosen["fr"][key] = known
        chosen["oc"][key] = known
    return {language: tuple(found.values()) for language, found in chosen.items()}


def _entry(row: Any) -> _Known:
    suggestion = Suggestion(row.kind, row.object_id, row.slug, row.title, row.language, row.detail)
    place = (KINDS.index(row.kind), row.sort_key, row.object_id)
    return _Known(suggestion, row.title_words, f"{row.title_words}{row.body_words}", place)


_known = Remembered(_read)
