"""What does not work in a museum, as its staff see it: what is announced, what is asked about, what is proposed."""

from dataclasses import dataclass

from portal.db import db
from portal.domain import access, revisions
from portal.domain.access import Outage, snapshots
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Revision, Snapshot
from portal.web.kit import access as words
from portal.web.kit import clock
from portal.web.kit.locale import page_language


@dataclass(frozen=True)
class Shown:
    """One outage in words."""

    outage: Outage
    name: str
    span: str
    is_ended: bool
    """Whether its last day has passed and nobody has said that it is repaired."""


@dataclass(frozen=True)
class Broken:
    """The outages of a museum."""

    announced: list[Shown]
    asked: list[Shown]
    proposed: list[Shown]
    """What a proposal would announce; empty where none waits."""
    pending: Revision | None
    snapshot: Snapshot
    """What the public reads."""


def broken(museum: MuseumEntry) -> Broken:
    """Return the outages of a museum, those announced, those to ask about and those that are proposed."""
    head = revisions.head(db.session(), access.outages_key(museum.id))
    live = head.live.content if head.live else access.OUTAGES.blank
    today, pending = clock.today(), head.pending
    rows = snapshots.access_of(None, live)
    proposed = snapshots.outages_of(pending.content) if pending and pending.is_pending else ()
    return Broken(
        [_shown(one) for one in rows.outages if one.last >= today],
        [_shown(one) for one in access.ended(rows, today)],
        [_shown(one) for one in proposed if one.last >= today],
        pending if pending and pending.is_pending else None,
        live,
    )


def _shown(outage: Outage) -> Shown:
    today, language = clock.today(), page_language()
    return Shown(
        outage,
        words.outage_name(outage.what, language),
        words.outage_span(outage, today, today, language),
        outage.last < today,
    )
