"""Keeps what can be found in step with what there is, in the transaction of the change itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import delete, select

from portal.db import Translated, db, full_text
from portal.domain.folding import fold
from portal.domain.search.models import Kind, SearchEntry
from portal.domain.search.normaliser import Word, words

MOST_WORDS = 20_000  # of one text
NOTHING_MORE = Translated("")
AT_ONCE = 5_000  # objects, below every database's count of parameters


@dataclass(frozen=True)
class Entry:
    """All that is to be known of one public object for it to be found, in both its languages."""

    kind: Kind
    object_id: int
    slug: str
    title: Translated
    body: Translated = NOTHING_MORE
    """Other words it is found by, which nobody is shown."""
    detail: Translated | None = None
    weight: int = 0
    sort_key: str | None = None
    """Its place in the lists of its kind; the folded French title unless given."""


def index(*entries: Entry) -> int:
    """Make these objects found as they now are; return how many rows changed, none where nothing did."""
    changed = 0
    remaining = iter(entries)
    while chunk := list(islice(remaining, AT_ONCE)):
        changed += _index(chunk)
    return changed


def forget(kind: Kind, *object_ids: int) -> int:
    """Let these objects be found no more; return how many rows went."""
    found = select(SearchEntry.id).where(SearchEntry.kind == kind, SearchEntry.object_id.in_(object_ids))
    return _erase(list(db.session.scalars(found))) if object_ids else 0


def replace(kind: Kind, entries: Iterable[Entry]) -> int:
    """Make these objects, and no other of their kind, found; return how many rows changed."""
    given = list(entries)
    known = set(db.session.scalars(select(SearchEntry.object_id).where(SearchEntry.kind == kind)))
    gone = known - {entry.object_id for entry in given}
    return forget(kind, *sorted(gone)) + index(*given)


def _index(entries: list[Entry]) -> int:
    known = {(row.kind, row.object_id, row.language): row for row in _rows_of(entries)}
    written = []
    for entry in entries:
        for values in _rows(entry):
            row = known.pop((values["kind"], values["object_id"], values["language"]), None)
            if row is None:
                row = SearchEntry(**values)
                db.session.add(row)
            elif not _take(row, values):
                continue
            written.append(row)
    db.session.flush()
    full_text.write(db.session(), ((row.id, _held(row)) for row in written))
    return len(written) + _erase([row.id for row in known.values()])  # languages no longer spoken


def _rows_of(entries: list[Entry]) -> Iterator[SearchEntry]:
    for kind in {entry.kind for entry in entries}:
        ids = [entry.object_id for entry in entries if entry.kind == kind]
        yield from db.session.scalars(
            select(SearchEntry).where(SearchEntry.kind == kind, SearchEntry.object_id.in_(ids)),
        )


def _erase(numbers: list[int]) -> int:
    if numbers:
        full_text.erase(db.session(), numbers)
        db.session.execute(delete(SearchEntry).where(SearchEntry.id.in_(numbers)))
    return len(numbers)


def _take(row: SearchEntry, values: dict[str, Any]) -> bool:
    """Give a row these values; return whether any was new."""
    new = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in new.items():
        setattr(row, name, value)
    return bool(new)


def _rows(entry: Entry) -> Iterator[dict[str, Any]]:
    """Yield what is stored of an object: a row in French, and one in its other language if it has any text there."""
    yield _row(entry, "fr")
    if entry.title.oc or entry.body.oc:
        yield _row(entry, "oc")


def _row(entry: Entry, language: Any) -> dict[str, Any]:
    title, body = entry.title.text(language), entry.body.text(language)
    written_in = entry.title.lang(language) if entry.title.oc else language
    title_words, body_words = words(title, written_in), words(body, written_in)[:MOST_WORDS]
    return {
        "kind": entry.kind,
        "object_id": entry.object_id,
        "language": written_in,
        "slug": entry.slug,
        "title": title,
        "detail": entry.detail,
        "weight": entry.weight,
        "sort_key": fold(entry.title.fr) if entry.sort_key is None else entry.sort_key,
        "title_words": _padded(word.plain for word in title_words),
        "title_stems": _padded(_stems(title_words)),
        "body_words": _padded(word.plain for word in body_words),
        "body_stems": _padded(_stems(body_words)),
    }


def _stems(of: Iterable[Word]) -> Iterator[str]:
    return (word.stem for word in of if word.stem != word.plain)


def _padded(of: Iterable[str]) -> str:
    """Return the words, each once, between two spaces: a word is then found by its spaces, its beginning by one."""
    return f" {' '.join(dict.fromkeys(of))} "


def _held(row: SearchEntry) -> list[str]:
    return f"{row.title_words}{row.title_stems}{row.body_words}{row.body_stems}".split()
