"""Reads sentences about hours back into rows.

Two kinds: the whole text that we write ourselves, a line a row, in French and in Occitan; and what museums publish,
mostly in French. What is not understood is refused with its part, never guessed.
"""

from portal.db.translated import Language
from portal.domain import texts
from portal.domain.hours.rows import Closure, Exceptional, Period, Rows, Service
from portal.domain.hours.sentences import loose, own
from portal.domain.hours.sentences.errors import AmbiguousError, ContradictionError, NotUnderstoodError

LONGEST = 50_000
"""The most signs of a text."""

__all__ = ["AmbiguousError", "ContradictionError", "NotUnderstoodError", "read"]


def read(text: str, language: Language) -> Rows:
    """Return the rows of a text; raise an `EntryError` with the part that is not understood.

    A text whose every line is one of ours is read line by line; any other as one sentence.
    """
    text = texts.lines(text, LONGEST) or ""
    rows = [own.row(line, language) for line in text.split("\n") if line.strip()]
    if not rows or None in rows:
        return loose.read(". ".join(line.strip(" .") for line in text.split("\n")))
    periods = [row for row in rows if isinstance(row, Period)]
    holidays = [rule for row in rows if isinstance(row, tuple) for rule in row]
    services = _services([row for row in rows if isinstance(row, Service)])
    exceptions = [row for row in rows if isinstance(row, Exceptional)]
    closures = [row for row in rows if isinstance(row, Closure)]
    return Rows(tuple(periods), tuple(holidays), services, tuple(exceptions), tuple(closures))


def _services(lines: list[Service]) -> tuple[Service, ...]:
    """Return services, the seasons of one together."""
    found: dict[object, Service] = {}
    for line in lines:
        before = found.get(line.kind)
        found[line.kind] = Service(line.kind, (before.periods if before else ()) + line.periods)
    return tuple(found.values())
