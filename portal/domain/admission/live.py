"""Reads what is live of museums' prices: from memory for as long as the public content stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from portal.db import Remembered, db, preview_of, refuse_others
from portal.domain.admission import snapshots
from portal.domain.admission.models import MuseumPrices
from portal.domain.admission.rows import Rows


@dataclass(frozen=True)
class Kept:
    """A museum's prices as the public reads them."""

    rows: Rows
    confirmed_at: datetime | None = None
    confirmed_by_id: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the museum has never said what entry costs."""
        return self.rows.is_empty


NOTHING = Kept(Rows())


_kept: Remembered[dict[int, Kept]] = Remembered(dict)
"""What has been read of this state of the public content."""


def of(museum_id: int) -> Kept:
    """Return the prices of a museum; of one that never entered any, empty ones."""
    return of_many([museum_id])[museum_id]


def of_many(museum_ids: Iterable[int]) -> Mapping[int, Kept]:
    """Return the prices of museums, by their numbers: one statement at most, however many."""
    asked = list(dict.fromkeys(museum_ids))
    refuse_others(db.session(), asked)
    kept = _kept.published()
    missing = [id_ for id_ in asked if id_ not in kept]
    if missing:
        found = _read(missing)
        kept.update({id_: found.get(id_, NOTHING) for id_ in missing})
    return {id_: _previewed(id_, kept[id_]) for id_ in asked}


def _previewed(museum_id: int, kept: Kept) -> Kept:
    """Return a museum's prices, or those that the session previews."""
    preview = preview_of(db.session(), museum_id)
    text = preview.texts.get("prices") if preview is not None else None
    return kept if preview is None or text is None else Kept(snapshots.rows_of(text), preview.at)


def _read(museum_ids: list[int]) -> dict[int, Kept]:
    columns = select(
        MuseumPrices.museum_id,
        MuseumPrices.prices,
        MuseumPrices.confirmed_at,
        MuseumPrices.confirmed_by_id,
    ).where(MuseumPrices.museum_id.in_(museum_ids))
    return {
        id_: Kept(snapshots.rows_of(prices), confirmed_at, by_id)
        for id_, prices, confirmed_at, by_id in db.session.execute(columns)
    }
