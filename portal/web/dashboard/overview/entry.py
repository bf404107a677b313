"""Everything the first page looks at of a museum, read once."""

from dataclasses import dataclass
from datetime import date

from portal.db import db
from portal.domain import access, admission, hours, media, revisions
from portal.domain.museums import Museum, MuseumEntry
from portal.domain.revisions import Snapshot
from portal.web.kit import here


@dataclass(frozen=True)
class Entry:
    """What the public reads of a museum, and the photographs that wait beside it."""

    museum: Museum
    hours: hours.Kept
    prices: admission.Kept
    access: access.Kept
    shown: list[Snapshot]
    """What is said of each photograph that the public sees."""
    waiting: list[Snapshot]
    """What is said of each that it does not see yet."""
    today: date


def entry_of(museum: MuseumEntry, today: date) -> Entry:
    """Return what there is of a museum."""
    head = revisions.head(db.session(), media.key(museum.id))
    live = head.live.content["photos"] if head.live else head.found["photos"]
    shown = [photo for photo in live.values() if not media.missing({**media.BLANK, **photo})]
    latest = [{**media.BLANK, **photo} for photo in head.snapshot["photos"].values()]
    return Entry(
        here.museum_row(),
        hours.of(museum.id),
        admission.of(museum.id),
        access.of(museum.id),
        shown,
        [photo for photo in latest if media.missing(photo)],
        today,
    )
