"""What every page of the room starts from: the files and what is said of them, together, in the museum's order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, g, url_for

from portal.db import db
from portal.domain import media, revisions
from portal.domain.accounts import chronicle
from portal.domain.errors import DomainError
from portal.domain.media import Crop, Focal, Picture, crops, files
from portal.domain.media.live import ENTIRE
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Head, Snapshot
from portal.web.kit import clock, gate

blueprint = Blueprint("pictures", __name__, url_prefix="/photos")

SMALL, LARGE = 480, 960
"""Widths at which the room shows a picture, in pixels."""


@dataclass(frozen=True)
class Item:
    """A file with what is said of it in the text being written."""

    picture: Picture
    photo: Snapshot
    missing: dict[str, DomainError]
    is_shown: bool
    """Whether the public sees it now."""

    @property
    def is_ready(self) -> bool:
        """Whether there are copies to show."""
        return ENTIRE in self.picture.sets

    @property
    def embargo(self) -> date | None:
        """The day before which the public is not to see it."""
        return date.fromisoformat(self.photo["embargo"]) if self.photo["embargo"] else None

    def address(self, wanted: int = SMALL) -> str:
        """Return where the room finds a copy of the whole picture, about this wide."""
        widths = [
            width for width, _height in crops.sizes(media.WHOLE, self.picture.width, self.picture.height)
        ]
        width = next((each for each in widths if each >= wanted), widths[-1])
        return url_for(".copy", museum=g.museum.slug, id_=self.picture.id, width=width)

    @property
    def window(self) -> str:
        """What the museum's page lets see of it."""
        return window(self.picture, media.PAGE, tuple(self.photo["focal"]))[0]


@dataclass(frozen=True)
class Wall:
    """Everything a museum has sent, as the text being written arranges it."""

    head: Head
    items: Sequence[Item]
    removed: Sequence[Item]
    """In the bin, or on their way to it once the text is published."""

    @property
    def incomplete(self) -> int:
        """How many pictures the public cannot see for want of a word."""
        return sum(bool(item.missing) for item in self.items)

    @property
    def order(self) -> list[int]:
        """The numbers of the pictures in their order."""
        return [item.picture.id for item in self.items]

    def find(self, id_: int) -> Item | None:
        """Return one of the pictures that are not removed."""
        return next((item for item in self.items if item.picture.id == id_), None)

    @property
    def filenames(self) -> dict[int, str]:
        """The names that the museum's files came with."""
        return {item.picture.id: item.picture.filename for item in (*self.items, *self.removed)}


def wall_of(museum_id: int) -> Wall:
    """Return what the room shows of a museum."""
    session = db.session()
    head = revisions.head(session, media.key(museum_id))
    known = {picture.id: picture for picture in files.all_of(session, museum_id)}
    photos: dict[str, Any] = head.snapshot["photos"]
    filed = [known[id_] for id_ in head.snapshot["order"] if id_ in known]
    others = [picture for picture in known.values() if picture not in filed]
    fresh = [each for each in others if each.removed_at is None and not each.is_live]
    live = head.live.content["photos"] if head.live else {}
    return Wall(
        head,
        [_item(picture, photos, live) for picture in (*filed, *fresh)],
        [_item(picture, photos, live) for picture in others if picture not in fresh],
    )


def wall_seen(museum_id: int) -> Wall:
    """Return what the room shows, read once a request: for parts of a page that only look."""
    if "wall" not in g:
        g.wall = wall_of(museum_id)
    found: Wall = g.wall
    return found


def window(picture: Picture, crop: Crop, focal: Focal) -> tuple[str, int, int]:
    """Return what a crop lets see of a whole picture, as a drawing's `viewBox`, and the size of that part."""
    part = crops.box(crop, picture.width, picture.height, focal)
    return f"{part.left} {part.top} {part.width} {part.height}", part.width, part.height


def to_complete(museum_id: int) -> int:
    """Return how many pictures wait for a word."""
    return wall_seen(museum_id).incomplete


def snapshot_of(wall: Wall) -> Snapshot:
    """Return the block with every picture in it, those that nobody has described yet included."""
    return {
        "order": wall.order,
        "photos": {str(item.picture.id): item.photo for item in wall.items},
    }


def note(action: str, museum: MuseumEntry, **more: Any) -> None:
    """Write a line of the journal about this museum's pictures."""
    after = {"block": media.KIND, **more}
    chronicle.note(action, by=gate.actor(), now=clock.now(), museum_id=museum.id, after=after)


def _item(picture: Picture, photos: dict[str, Any], live: dict[str, Any]) -> Item:
    photo = {**media.BLANK, **photos.get(str(picture.id), {})}
    is_shown = picture.is_live and str(picture.id) in live
    return Item(picture, photo, media.missing(photo), is_shown)
