"""Adds what was counted, and forgets what is very old."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from portal.config import PARIS
from portal.db import rows_changed
from portal.domain.measures.models import Kind, Measure
from portal.domain.museums import Museum

KEPT = timedelta(days=5 * 365)
"""How long a day's numbers are kept."""

Cell = tuple[int, date, Kind, str]
"""Which number: a museum, a day, a kind, a language."""


def add(session: Session, counted: Mapping[Cell, int]) -> None:
    """Add counts to the numbers kept, in one statement however many; those of a museum that is gone are dropped."""
    known = set(session.scalars(select(Museum.id).where(Museum.id.in_({cell[0] for cell in counted}))))
    # In one order everywhere, so that two workers who write at once wait for each other instead of blocking both.
    cells = sorted(
        (cell for cell in counted if cell[0] in known), key=lambda c: (c[0], c[1], c[2].value, c[3])
    )
    if not cells:
        return
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(Measure).values(
        [
            {"museum_id": id_, "day": day, "kind": kind, "language": language, "count": counted[cell]}
            for cell in cells
            for id_, day, kind, language in [cell]
        ]
    )
    session.execute(
        statement.on_conflict_do_update(
            index_elements=[Measure.museum_id, Measure.day, Measure.kind, Measure.language],
            set_={"count": Measure.count + statement.excluded.count},
        )
    )


def forget_old(session: Session, now: datetime) -> int:
    """Forget the numbers of days long past, and return how many there were."""
    first = now.astimezone(PARIS).date() - KEPT
    return rows_changed(session, delete(Measure).where(Measure.day < first))
