"""Gives museums hours, as their staff publish them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from portal.domain import hours, revisions

NOON = datetime(2026, 10, 1, 10, 0, tzinfo=UTC)
TUESDAY_TO_SUNDAY = [[], *[["10:00-12:00", "14:00-18:00"]] * 6]
AFTERNOONS = [[], *[["14:00-17:00"]] * 6]


def season(first: str, last: str, week: list[list[str]] | None = None, **more: Any) -> dict[str, Any]:
    """Return a period as snapshots keep it."""
    return {
        "label": "",
        "name": None,
        "from": first,
        "to": last,
        "breaks": [],
        "week": week or TUESDAY_TO_SUNDAY,
        "monthly": [],
        "last_admission": None,
        **more,
    }


SUMMER = season("04-01", "10-31", label="summer")
WINTER = season("11-01", "03-31", AFTERNOONS, label="winter")
CLOSED = {"decision": "closed", "slots": [], "like": None}
USUAL = {"decision": "usual", "slots": [], "like": None}


def whole(*periods: dict[str, Any], holidays: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a block of hours: summer and winter unless other periods are given."""
    return {"periods": list(periods or (SUMMER, WINTER)), "holidays": holidays or {}, "services": []}


def day_off(first: str, last: str | None = None, **more: Any) -> dict[str, Any]:
    """Return an exception as snapshots keep it: closed for an inventory unless said otherwise."""
    row = {"effect": "closed", "slots": [], "at": None, "reason": "inventory", "words": None}
    return {"from": first, "to": last or first, **row, **more}


def publish(
    session: Session,
    museum_id: int,
    written: dict[str, Any] | None = None,
    exceptions: dict[str, Any] | None = None,
    *,
    now: datetime = NOON,
) -> None:
    """Publish a museum's hours, its exceptions, or both."""
    by = revisions.Author(None, "test")
    for key, block in ((hours.key(museum_id), written), (hours.exceptions_key(museum_id), exceptions)):
        if block is None:
            continue
        seen = revisions.head(session, key).version
        kept = revisions.save_draft(session, key, block, seen=seen, by=by, now=now)
        if kept is not None:
            revisions.publish(session, kept, by=by, now=now)
    session.flush()
