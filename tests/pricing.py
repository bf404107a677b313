"""Gives museums prices, as their staff publish them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from portal.domain import admission, revisions
from portal.domain.admission import Audience, PriceLine, Rows, snapshots

NOON = datetime(2026, 10, 1, 10, 0, tzinfo=UTC)
FULL = PriceLine(Audience.FULL, 600)
UNDER_12 = PriceLine(Audience.CHILD, 0, age_to=11)


def publish(session: Session, museum_id: int, rows: Rows, *, now: datetime = NOON) -> None:
    """Publish a museum's prices."""
    write(session, museum_id, snapshots.snapshot_of(rows), now=now)


def write(session: Session, museum_id: int, block: dict[str, Any], *, now: datetime = NOON) -> None:
    """Publish a block of prices, checked as any is."""
    by, key = revisions.Author(None, "test"), admission.key(museum_id)
    seen = revisions.head(session, key).version
    kept = revisions.save_draft(session, key, admission.checked(block), seen=seen, by=by, now=now)
    if kept is not None:
        revisions.publish(session, kept, by=by, now=now)
    session.flush()
