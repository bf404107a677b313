"""Changes to what does not work, each a function of a content: they apply to what is live and to what waits."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from portal.domain.access import snapshots
from portal.domain.access.errors import TooManyOutagesError
from portal.domain.access.rows import Outage
from portal.domain.revisions import Snapshot

MOST = 40
KEPT = timedelta(days=400)
"""How long after its end an outage stays in the block; the history keeps it for ever."""
ONE_DAY = timedelta(days=1)

Change = Callable[[Snapshot], Snapshot]


def announcing(outage: Outage, today: date) -> Change:
    """Return the change that adds an outage; raise `TooManyOutagesError` when it is applied to too many."""

    def change(snapshot: Snapshot) -> Snapshot:
        others = tuple(one for one in _recent(snapshot, today) if one.id != outage.id)
        if len(others) >= MOST:
            raise TooManyOutagesError(MOST)
        return snapshots.outages_json((*others, outage))

    return change


def mending(id_: str, today: date) -> Change:
    """Return the change that ends an outage: it has no effect from today on, and is not asked about again."""

    def change(snapshot: Snapshot) -> Snapshot:
        yesterday = today - ONE_DAY
        mended = (
            replace(one, last=min(one.last, yesterday), is_settled=True) if one.id == id_ else one
            for one in _recent(snapshot, today)
        )
        return snapshots.outages_json(tuple(one for one in mended if one.first <= one.last))

    return change


def prolonging(id_: str, last: date, today: date) -> Change:
    """Return the change that gives an outage another last day, one that had ended included."""

    def change(snapshot: Snapshot) -> Snapshot:
        return snapshots.outages_json(
            tuple(
                replace(one, last=last, is_settled=False) if one.id == id_ else one
                for one in _recent(snapshot, today)
            )
        )

    return change


def _recent(snapshot: Snapshot, today: date) -> tuple[Outage, ...]:
    return tuple(one for one in snapshots.outages_of(snapshot) if one.last >= today - KEPT)
