"""The block of revisions that prices are written in, and what publishing it does."""

from datetime import datetime

from sqlalchemy.orm import Session

from portal.domain import museums, revisions
from portal.domain.admission.checking import LONGEST_NAME, LONGEST_WORDS
from portal.domain.admission.models import MuseumPrices
from portal.domain.revisions import Snapshot

KIND = "prices"
BLANK: Snapshot = {
    "lines": [],
    "free_days": [],
    "always_free": None,
    "passes": [],
    "payment": [],
    "valid_from": None,
    "valid_to": None,
}


def key(museum_id: int) -> revisions.Key:
    """Return the key of a museum's prices."""
    return revisions.Key(museum_id, KIND)


def confirm(session: Session, museum_id: int, *, by_id: int | None, now: datetime) -> bool:
    """Keep that somebody of the museum says its prices are right as they stand; return whether there are any."""
    row = session.get(MuseumPrices, museum_id)
    if row is None:
        return False
    row.confirmed_at, row.confirmed_by_id = now, by_id
    session.flush()
    return True


def _read(session: Session, museum_id: int, _subject_id: int) -> Snapshot | None:
    row = session.get(MuseumPrices, museum_id)
    return None if row is None else row.prices


def _project(session: Session, museum_id: int, _subject_id: int, snapshot: Snapshot, now: datetime) -> None:
    row = session.get(MuseumPrices, museum_id)
    if row is None:
        row = MuseumPrices(museum_id=museum_id)
        session.add(row)
    row.prices = snapshot
    row.confirmed_at, row.confirmed_by_id = now if snapshot != BLANK else None, None
    session.get_one(museums.Museum, museum_id).updated_at = now
    session.flush()


PRICES = revisions.register(
    revisions.Block(
        kind=KIND,
        fields=tuple(BLANK),
        project=_project,
        read=_read,
        blank=BLANK,
        prose=(
            revisions.Prose("lines.*.name", LONGEST_NAME),
            revisions.Prose("lines.*.condition", LONGEST_WORDS),
            revisions.Prose("lines.*.proof", LONGEST_WORDS),
        ),
    )
)
