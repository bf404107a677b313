"""What is true now of museums, kept in memory until it may change: closed for a season, the next opening is far to seek."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from portal.db import Remembered
from portal.domain import hours
from portal.domain.hours import Kept, Present


def _empty() -> dict[int, tuple[datetime, Present]]:
    return {}


_known: Remembered[dict[int, tuple[datetime, Present]]] = Remembered(_empty)
"""For each museum, since when its present is known; a new state of the public content begins anew."""


def of_many(museum_ids: Iterable[int], now: datetime) -> Mapping[int, tuple[Kept, Present]]:
    """Return the hours of museums and what is true of each at an instant."""
    known = _known()
    found = {}
    for id_, kept in hours.of_many(museum_ids).items():
        since, present = known.get(id_, (None, None))
        if since is None or present is None or not _holds(since, present, now):
            present = hours.present(kept.schedule, now)
            known[id_] = (now, present)
        found[id_] = kept, present
    return found


def _holds(since: datetime, present: Present, now: datetime) -> bool:
    return since <= now and (present.changes_at is None or now < present.changes_at)
