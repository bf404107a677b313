"""The drawn map of the region, as data for `components/map.html`."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from portal.db import Translated
from portal.domain.museums import DepartementEntry, MuseumEntry
from portal.domain.places import drawing


@dataclass(frozen=True)
class Shape:
    """A département as drawn."""

    code: str
    path: str
    blue: str
    name: Translated | None
    address: str | None


@dataclass(frozen=True)
class Pin:
    """A museum as drawn: a place, and its rank where the list beside the map numbers it."""

    x: float
    y: float
    rank: int | None
    is_here: bool


@dataclass(frozen=True)
class RegionMap:
    """A drawing of the region, or of one département in it."""

    view_box: str
    canal: str
    """The Canal du Midi, the one landmark drawn."""
    shapes: tuple[Shape, ...]
    pins: tuple[Pin, ...]
    scale: float
    """How much larger than usual the pins are drawn, so that they keep their size when the drawing is zoomed."""


def region_map(
    museums: Sequence[MuseumEntry],
    *,
    numbered: Sequence[MuseumEntry] = (),
    first_rank: int = 1,
    here: tuple[float | None, float | None] | None = None,
    departements: Sequence[DepartementEntry] = (),
    only: str | None = None,
) -> RegionMap:
    """Return the drawn map with a pin a museum, numbered as the list beside it."""
    ranks = {museum.id: rank for rank, museum in enumerate(numbered, first_rank)}
    pins = [_pin(museum.latitude, museum.longitude, ranks.get(museum.id)) for museum in museums]
    if here is not None:
        pins.append(_pin(*here, None, is_here=True))
    box = drawing.bounding_box([only] if only else drawing.BLUES)
    return RegionMap(
        view_box=box.view_box(),
        canal=drawing.canal_path(),
        shapes=_shapes(departements),
        # Unnumbered pins first: the numbered ones are drawn over them.
        pins=tuple(sorted((pin for pin in pins if pin), key=lambda pin: (pin.is_here, -(pin.rank or 10**6)))),
        scale=1.25 if only is None else round(1.25 * box.width / 300, 2),
    )


def _pin(
    latitude: float | None, longitude: float | None, rank: int | None, *, is_here: bool = False
) -> Pin | None:
    if latitude is None or longitude is None:
        return None
    point = drawing.project(longitude, latitude)
    return Pin(round(point.x, 1), round(point.y, 1), rank, is_here)


def _shapes(departements: Sequence[DepartementEntry]) -> tuple[Shape, ...]:
    named = {departement.code: departement for departement in departements}
    return tuple(
        Shape(
            code,
            drawing.departement_path(code),
            drawing.BLUES[code],
            named[code].name if code in named else None,
            url_for("public.places.departement", slug=named[code].slug) if code in named else None,
        )
        for code in drawing.BLUES
    )
