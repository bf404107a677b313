"""Reads what is live of museums' prices: from memory for as long as the public content stands."""

import weakref
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine, select

from portal.db import TenancyError, content_version, db, has_unpublished_changes, scope_of
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


@dataclass
class _Shelf:
    """What has been read of one state of the public content."""

    number: int
    kept: dict[int, Kept] = field(default_factory=dict)


_shelves: weakref.WeakKeyDictionary[Engine, _Shelf] = weakref.WeakKeyDictionary()


def of(museum_id: int) -> Kept:
    """Return the prices of a museum; of one that never entered any, empty ones."""
    return of_many([museum_id])[museum_id]


def of_many(museum_ids: Iterable[int]) -> Mapping[int, Kept]:
    """Return the prices of museums, by their numbers: one statement at most, however many."""
    asked = list(dict.fromkeys(museum_ids))
    museum = scope_of(db.session()).museum_id
    if museum is not None and any(id_ != museum for id_ in asked):
        raise TenancyError("the prices of another museum than the one in scope")
    shelf = _shelf()
    missing = [id_ for id_ in asked if id_ not in shelf.kept]
    if missing:
        found = _read(missing)
        shelf.kept.update({id_: found.get(id_, NOTHING) for id_ in missing})
    return {id_: shelf.kept[id_] for id_ in asked}


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


def _shelf() -> _Shelf:
    session = db.session()
    number = content_version(session).number
    if has_unpublished_changes(session):  # what may yet be undone is nobody else's truth
        return _Shelf(number)
    shelf = _shelves.get(db.engine)
    if shelf is None or shelf.number != number:
        shelf = _shelves[db.engine] = _Shelf(number)
    return shelf
