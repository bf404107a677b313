"""Gives museums access and practical facts, as their staff publish them."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from portal.domain import access, revisions

NOON = datetime(2026, 10, 1, 10, 0, tzinfo=UTC)
TODAY = date(2026, 10, 1)


def told(answer: str | None = "yes", fr: str | None = None, oc: str | None = None) -> dict[str, Any]:
    """Return a fact as snapshots keep it."""
    return {"answer": answer, "words": {"fr": fr, "oc": oc}}


def answers(**facts: Any) -> dict[str, Any]:
    """Return a block of access from its facts: `yes`, `no`, or what `told` returns."""
    marks, origins, door = (facts.pop(name, None) for name in ("marks", "origins", "door_cm"))
    found = {name: told(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
    return access.checked_access(
        {"facts": found, "marks": marks or {}, "origins": origins or {}, "door_cm": door}, TODAY
    )


WHEELCHAIR = answers(entrance="yes", rooms="yes", lift="yes", toilets="yes")


def outage(what: str, first: str, last: str, fr: str | None = None, id_: str = "a1") -> dict[str, Any]:
    """Return an outage as snapshots keep it."""
    return {
        "id": id_,
        "what": what,
        "from": first,
        "to": last,
        "words": {"fr": fr, "oc": None},
        "settled": False,
    }


def practical(**said: Any) -> dict[str, Any]:
    """Return a block of practical facts: its numbers by their names, its facts by `yes` or `no`."""
    numbers = {
        name: said.pop(name) for name in ("visit_minutes", "indoor_percent", "station_metres") if name in said
    }
    facts = {name: told(fact) if isinstance(fact, str) else fact for name, fact in said.items()}
    return access.checked_practical({"facts": facts, "measures": numbers})


def publish(
    session: Session,
    museum_id: int,
    answered: dict[str, Any] | None = None,
    *outages: dict[str, Any],
    comfort: dict[str, Any] | None = None,
    now: datetime = NOON,
) -> None:
    """Publish a museum's answers, its outages, its practical facts, or several of them."""
    by = revisions.Author(None, "test")
    blocks = (
        (access.key(museum_id), answered),
        (access.outages_key(museum_id), {"outages": list(outages)} if outages else None),
        (access.practical_key(museum_id), comfort),
    )
    for key, block in blocks:
        if block is None:
            continue
        seen = revisions.head(session, key).version
        kept = revisions.save_draft(session, key, block, seen=seen, by=by, now=now)
        if kept is not None:
            revisions.publish(session, kept, by=by, now=now)
    session.flush()
