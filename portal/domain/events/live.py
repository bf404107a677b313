"""What the public reads of events: each as its rows say, and its dates with where they stand."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from portal.db import Translated
from portal.domain.events import block, snapshots
from portal.domain.events.models import Event, EventDate
from portal.domain.events.rows import Event as Said
from portal.domain.events.rows import Occurrence
from portal.domain.events.vocabulary import Standing


@dataclass(frozen=True, slots=True)
class Shown:
    """An event as the public reads it, its dates apart."""

    id: int
    museum_id: int
    address: str
    """Its address part: words and the short id."""
    said: Said
    sequence: int
    updated_at: datetime
    departement: str | None

    @property
    def title(self) -> Translated:
        """Its title; what is live always has one."""
        return self.said.title or Translated(self.address)

    @property
    def place_id(self) -> int:
        """The museum that it is at, or that organises it elsewhere."""
        return self.said.place.museum_id or self.museum_id

    def is_running(self, day: date) -> bool:
        """Return whether its run holds a day, whatever the museum's hours."""
        run = self.said.run
        return (
            run is not None
            and (run.first is None or run.first <= day)
            and (run.last is None or day <= run.last)
        )


@dataclass(frozen=True, slots=True)
class Dated:
    """One date of an event as the public reads it."""

    event: Shown
    occurrence: Occurrence
    standing: Standing
    starts_at: datetime
    """In UTC."""
    ends_at: datetime | None
    ends_on: date
    """The last of its days in Europe/Paris."""

    @property
    def message(self) -> Translated | None:
        """What is said of where it stands."""
        return self.event.said.message_of(self.occurrence)

    @property
    def title(self) -> Translated:
        """Its own title, else the event's."""
        return self.occurrence.title or self.event.title


def shown(row: Event) -> Shown:
    """Return a live event's row as the public reads it."""
    return _shown(row.id, row.museum_id, row)


def dated(row: EventDate, event: Shown) -> Dated:
    """Return a live date's row as the public reads it."""
    return Dated(
        event,
        snapshots.occurrence_of(row.content),
        Standing(row.standing),
        row.starts_at,
        row.ends_at,
        row.ends_on,
    )


def _shown(id_: int, museum_id: int, row: Any) -> Shown:
    return Shown(
        id=id_,
        museum_id=museum_id,
        address=f"{row.slug}-{row.short_id}",
        said=snapshots.event_of(block.EVENTS.complete(row.content or {})),
        sequence=row.sequence,
        updated_at=row.updated_at,
        departement=row.departement,
    )
