"""What the public sees of museums' pictures: read once for all of them, for as long as the public content stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from portal.db import Remembered, TenancyError, Translated, db, scope_of
from portal.domain.media import checking, crops
from portal.domain.media.crops import Crop
from portal.domain.media.models import MuseumPictures, Picture
from portal.domain.media.vocabulary import Licence

ENTIRE = "entire"
"""The set of copies of the whole picture."""


@dataclass(frozen=True)
class Shown:
    """A picture as the public may see it."""

    token: str
    focal_set: str
    """The set of copies around its point of interest, or around the one it had until the new ones are made."""
    width: int
    height: int
    alternative: Translated | None
    """Nothing for one that only decorates."""
    credit: str
    licence: Licence
    may_press_use: bool
    embargo: date | None

    def set_of(self, crop: Crop) -> str:
        """Return the set that a crop's copies are in."""
        return ENTIRE if crop.ratio is None else self.focal_set

    def sizes(self, crop: Crop) -> list[tuple[int, int]]:
        """Return the sizes of a crop's copies, the smallest first."""
        return crops.sizes(crop, self.width, self.height)


def of(museum_id: int, today: date) -> tuple[Shown, ...]:
    """Return a museum's pictures in its order, those under embargo left out; costs no statement of its own."""
    scope = scope_of(db.session())
    if scope.is_confined:
        if museum_id != scope.museum_id:
            raise TenancyError("the pictures of another museum than the one in scope")
        known = _read()
    else:
        known = _remembered()
    return tuple(one for one in known.get(museum_id, ()) if one.embargo is None or one.embargo <= today)


def first(museum_id: int, today: date) -> Shown | None:
    """Return the picture that stands for a museum in lists."""
    return next(iter(of(museum_id, today)), None)


def _read() -> Mapping[int, tuple[Shown, ...]]:
    files = {
        row.id: row
        for row in db.session.execute(
            select(Picture.id, Picture.token, Picture.sets, Picture.width, Picture.height).where(
                Picture.is_live.is_(True)
            )
        )
    }
    rows = db.session.execute(select(MuseumPictures.museum_id, MuseumPictures.pictures))
    return {museum_id: tuple(_shown(pictures, files)) for museum_id, pictures in rows}


_remembered = Remembered(_read)


def _shown(pictures: Mapping[str, Any], files: Mapping[int, Any]) -> list[Shown]:
    found = []
    for id_ in pictures["order"]:
        photo, file = {**checking.BLANK, **pictures["photos"][str(id_)]}, files.get(id_)
        if file is None or checking.missing(photo):
            continue
        sets = [each for each in file.sets if each != ENTIRE]
        if not sets:
            continue
        wanted = crops.key(tuple(photo["focal"]))
        found.append(
            Shown(
                token=file.token,
                focal_set=wanted if wanted in sets else sets[-1],
                width=file.width,
                height=file.height,
                alternative=None
                if photo["decorative"]
                else Translated(photo["alt"]["fr"], photo["alt"]["oc"]),
                credit=photo["credit"],
                licence=Licence(photo["licence"]),
                may_press_use=photo["press"],
                embargo=date.fromisoformat(photo["embargo"]) if photo["embargo"] else None,
            )
        )
    return found
