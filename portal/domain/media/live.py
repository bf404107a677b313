"""What the public sees of museums' pictures: read once for all of them, for as long as the public content stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select

from portal.db import Remembered, Translated, db, preview_of, scope_of
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


def shown() -> Mapping[int, tuple[Shown, ...]]:
    """Return every museum's pictures in its order, embargoes not yet looked at; two statements a content version."""
    # A session confined to one museum reads its own alone, which is no truth to remember.
    return _previewed(_read() if scope_of(db.session()).is_confined else _remembered.published())


def on(day: date, pictures: Iterable[Shown]) -> tuple[Shown, ...]:
    """Return those of these pictures that may be shown on a day."""
    return tuple(one for one in pictures if one.embargo is None or one.embargo <= day)


def _previewed(shown: Mapping[int, tuple[Shown, ...]]) -> Mapping[int, tuple[Shown, ...]]:
    """Return the pictures with those that the session previews, files included that the public may not see."""
    preview = preview_of(db.session())
    text = preview.texts.get("pictures") if preview is not None else None
    if preview is None or text is None:
        return shown
    files = _files(Picture.museum_id == preview.museum_id)
    return {**shown, preview.museum_id: tuple(_each(text, files))}


def _files(which: ColumnElement[bool]) -> Mapping[int, Any]:
    columns = select(Picture.id, Picture.token, Picture.sets, Picture.width, Picture.height)
    return {row.id: row for row in db.session.execute(columns.where(which))}


def _read() -> Mapping[int, tuple[Shown, ...]]:
    files = _files(Picture.is_live.is_(True))
    rows = db.session.execute(select(MuseumPictures.museum_id, MuseumPictures.pictures))
    return {museum_id: tuple(_each(pictures, files)) for museum_id, pictures in rows}


_remembered = Remembered(_read)


def _each(pictures: Mapping[str, Any], files: Mapping[int, Any]) -> list[Shown]:
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
