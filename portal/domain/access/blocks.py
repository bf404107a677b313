"""The three blocks of revisions that access is written in, and what publishing them does.

What does not work is a block of its own, so that an outage announced from a phone appears at once whatever waits of
the answers, and takes nobody's draft by surprise.
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from portal.domain import museums, revisions
from portal.domain.access import snapshots
from portal.domain.access.checking import LONGEST_MESSAGE, LONGEST_WORDS
from portal.domain.access.models import MuseumAccess
from portal.domain.access.rows import Access, Practical
from portal.domain.revisions import Snapshot

ACCESS_KIND, OUTAGES_KIND, PRACTICAL_KIND = "access", "outages", "practical"
KINDS = (ACCESS_KIND, OUTAGES_KIND, PRACTICAL_KIND)


def key(museum_id: int) -> revisions.Key:
    """Return the key of a museum's answers about access."""
    return revisions.Key(museum_id, ACCESS_KIND)


def outages_key(museum_id: int) -> revisions.Key:
    """Return the key of what does not work in a museum."""
    return revisions.Key(museum_id, OUTAGES_KIND)


def practical_key(museum_id: int) -> revisions.Key:
    """Return the key of a museum's practical facts."""
    return revisions.Key(museum_id, PRACTICAL_KIND)


def confirm(
    session: Session, museum_id: int, *, by_id: int | None, now: datetime, kind: str = ACCESS_KIND
) -> None:
    """Keep that somebody of the museum says its access, or its practical facts, are right as they stand."""
    row = session.get(MuseumAccess, museum_id)
    if row is not None and getattr(row, kind) is not None:
        setattr(row, f"{kind}_confirmed_at", now)
        setattr(row, f"{kind}_confirmed_by_id", by_id)
        session.flush()


def _read(column: str, session: Session, museum_id: int, _subject_id: int) -> Snapshot | None:
    row = session.get(MuseumAccess, museum_id)
    found: Snapshot | None = None if row is None else getattr(row, column)
    return found


def _project(
    column: str, session: Session, museum_id: int, _subject_id: int, snapshot: Snapshot, now: datetime
) -> None:
    row = session.get(MuseumAccess, museum_id)
    if row is None:
        row = MuseumAccess(museum_id=museum_id)
        session.add(row)
    setattr(row, column, snapshot)
    if column != OUTAGES_KIND:
        is_said = snapshot != revisions.block_of(column).blank
        setattr(row, f"{column}_confirmed_at", now if is_said else None)
        setattr(row, f"{column}_confirmed_by_id", None)
    museum = session.get_one(museums.Museum, museum_id)
    museum.updated_at = now
    session.flush()


def _is_over(outage: Mapping[str, Any], today: date) -> bool:
    return "to" in outage and date.fromisoformat(outage["to"]) < today


def _block(kind: str, blank: Snapshot, *prose: revisions.Prose) -> revisions.Block:
    return revisions.register(
        revisions.Block(
            kind=kind,
            fields=tuple(blank),
            project=partial(_project, kind),
            read=partial(_read, kind),
            blank=blank,
            prose=prose,
            is_urgent=kind == OUTAGES_KIND,
        )
    )


_WORDS = revisions.Prose("facts.*.words", LONGEST_WORDS)
_MESSAGE = revisions.Prose("outages.*.words", LONGEST_MESSAGE, is_over=_is_over)

ACCESS = _block(ACCESS_KIND, snapshots.access_json(Access()), _WORDS)
OUTAGES = _block(OUTAGES_KIND, snapshots.outages_json(()), _MESSAGE)
PRACTICAL = _block(PRACTICAL_KIND, snapshots.practical_json(Practical()), _WORDS)
