"""The covers of museums and the doors of themes: drawn once, addressed with a version."""

import hashlib
from functools import lru_cache
from urllib.parse import quote

from flask import url_for

from portal.db import db, preview_of
from portal.domain import covers
from portal.domain.museums import MuseumEntry

share_card = covers.share_card


def draw(museum: MuseumEntry) -> str:
    """Return a museum's cover as SVG."""
    return _drawn(*_seed(museum))


def address(museum: MuseumEntry) -> str:
    """Return the address of a museum's cover, with its version; in a preview of it, the drawing itself.

    An address carries the version of the name that is drawn, and is kept for ever: nothing else may be found there.
    """
    if preview_of(db.session(), museum.id) is not None:
        return f"data:image/svg+xml,{quote(draw(museum))}"
    return url_for("covers.show", identity=museum.identity, v=_version(_seed(museum)))


def share_address(museum: MuseumEntry) -> str:
    """Return the address of a museum's share card, with its version."""
    return url_for("covers.share", identity=museum.identity, v=_version(_seed(museum)))


@lru_cache(maxsize=64)
def draw_door(drawing: str) -> str | None:
    """Return the door of the themes drawn so, or nothing for a drawing that does not exist."""
    return covers.theme_door(drawing) if drawing in covers.DRAWINGS else None


def door_address(drawing: str) -> str:
    """Return the address of a theme's door, with its version."""
    return url_for("covers.door", drawing=drawing, v=covers.VERSION)


def _seed(museum: MuseumEntry) -> tuple[str, str, str, str, int]:
    return (
        museum.identity,
        museum.name.fr,
        museum.town.name.fr,
        museum.drawing,
        museum.cover_salt,
    )


@lru_cache(maxsize=2048)
def _drawn(identity: str, name: str, town: str, drawing: str, salt: int) -> str:
    return covers.cover(identity, name, town, drawing, salt=salt)


def _version(seed: tuple[str, str, str, str, int]) -> str:
    return hashlib.sha256(repr((covers.VERSION, seed)).encode()).hexdigest()[:8]
