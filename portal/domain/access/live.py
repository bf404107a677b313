"""Reads what is live of museums' access: from memory for as long as the public content stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from portal.db import Remembered, db, preview_of, refuse_others, scope_of
from portal.domain.access import snapshots
from portal.domain.access.models import MuseumAccess
from portal.domain.access.rows import Access, Practical


@dataclass(frozen=True)
class Kept:
    """A museum's access and practical facts as the public reads them."""

    access: Access
    practical: Practical
    access_confirmed_at: datetime | None = None
    access_confirmed_by_id: int | None = None
    practical_confirmed_at: datetime | None = None
    practical_confirmed_by_id: int | None = None


NOTHING = Kept(Access(), Practical())
"""Of a museum that never entered anything."""


def of(museum_id: int) -> Kept:
    """Return the access of a museum; of one that never entered any, nothing known."""
    return of_many([museum_id])[museum_id]


def of_many(museum_ids: Iterable[int]) -> Mapping[int, Kept]:
    """Return the access of museums, by their numbers: at most two statements however many."""
    asked = list(dict.fromkeys(museum_ids))
    refuse_others(db.session(), asked)
    found = _read() if scope_of(db.session()).is_confined else everybody.published()
    return {id_: _previewed(id_, found.get(id_, NOTHING)) for id_ in asked}


def _previewed(museum_id: int, kept: Kept) -> Kept:
    """Return a museum's access with what the session previews of it."""
    preview = preview_of(db.session(), museum_id)
    if preview is None:
        return kept
    access, outages, practical = (preview.texts.get(kind) for kind in ("access", "outages", "practical"))
    if access is not None:
        answers = snapshots.access_of(access)
        is_said = not answers.is_empty
        answers = replace(answers, outages=kept.access.outages)
        kept = replace(kept, access=answers, access_confirmed_at=preview.at if is_said else None)
    if outages is not None:
        kept = replace(kept, access=replace(kept.access, outages=snapshots.outages_of(outages)))
    if practical is not None:
        known = snapshots.practical_of(practical)
        kept = replace(kept, practical=known, practical_confirmed_at=None if known.is_empty else preview.at)
    return kept


def _read() -> Mapping[int, Kept]:
    """Return all that the session sees: every museum's, or that of the one museum in scope."""
    columns = select(
        MuseumAccess.museum_id,
        MuseumAccess.access,
        MuseumAccess.outages,
        MuseumAccess.practical,
        MuseumAccess.access_confirmed_at,
        MuseumAccess.access_confirmed_by_id,
        MuseumAccess.practical_confirmed_at,
        MuseumAccess.practical_confirmed_by_id,
    )
    return {
        id_: Kept(snapshots.access_of(access, outages), snapshots.practical_of(practical), *confirmed)
        for id_, access, outages, practical, *confirmed in db.session.execute(columns)
    }


everybody = Remembered(_read)
"""Return the access of every museum that entered any, in a scope that sees them all."""
