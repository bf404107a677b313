"""The drawn map of the region, as data for `components/map.html`."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from portal.domain.museums import MuseumEntry, TownEntry
from portal.domain.places import drawing

# The drawing is usually shown about so large, in points of a pin.
USUAL_WIDTH, USUAL_HEIGHT = 400, 260
PIN_SIZE, PIN_SIZE_ALONE = 1.0, 1.7
# The atlas shows the drawing much larger than elsewhere.
TOWN_SIZE = 0.5
# How much room a pin takes, in points, with a number and without.
NUMBERED, PLAIN = (14, 18), (9, 12)
# Where a hidden pin may stand instead: nearest first, around its own place.
ASIDE = (
    (0, 0),
    (1, 0),
    (-1, 0),
    (0, 1),
    (0, -1),
    (1, 1),
    (-1, 1),
    (1, -1),
    (-1, -1),
    (2, 0),
    (-2, 0),
    (2, 1),
    (-2, 1),
    (2, -1),
    (-2, -1),
    (0, 2),
    (0, -2),
)


@dataclass(frozen=True)
class Shape:
    """A département as drawn."""

    code: str
    path: str
    blue: str | None
    """Its own blue, or nothing where only its outline shows, around the one that the map is about."""


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
    """How many units of the drawing make a point of a pin, so that pins keep their size when it is zoomed."""


@dataclass(frozen=True)
class TownMark:
    """A town as drawn: a disc with the number of its museums, or the pin of its only one."""

    town: TownEntry
    count: int
    x: float
    y: float


@dataclass(frozen=True)
class TownMap:
    """A drawing of the region whose marks are towns, as the atlas shows it without script."""

    view_box: str
    canal: str
    shapes: tuple[Shape, ...]
    marks: tuple[TownMark, ...]
    scale: float


def town_map(museums: Sequence[MuseumEntry]) -> TownMap:
    """Return the drawn map with a mark a town: the towns with most museums keep their own place."""
    counts = Counter(museum.town for museum in museums)
    box = drawing.bounding_box(drawing.BLUES)
    scale = round(TOWN_SIZE * max(box.width / USUAL_WIDTH, box.height / USUAL_HEIGHT), 2)
    located = [(town, count, _pin(town.latitude, town.longitude, count)) for town, count in counts.items()]
    placed = [(town, count, pin) for town, count, pin in located if pin is not None]
    placed.sort(key=lambda mark: (-mark[1], mark[0].sort_key))
    apart = _apart([pin for _town, _count, pin in placed], scale, every=True)
    marks = [TownMark(town, count, pin.x, pin.y) for (town, count, _), pin in zip(placed, apart, strict=True)]
    return TownMap(
        view_box=box.view_box(),
        canal=drawing.canal_path(),
        shapes=_shapes(None),
        # The reader hears the towns in alphabetical order.
        marks=tuple(sorted(marks, key=lambda mark: mark.town.sort_key)),
        scale=scale,
    )


def region_map(
    museums: Sequence[MuseumEntry],
    *,
    numbered: Sequence[MuseumEntry] = (),
    first_rank: int = 1,
    here: tuple[float | None, float | None] | None = None,
    only: str | None = None,
) -> RegionMap:
    """Return the drawn map with a pin a museum, numbered as the list beside it."""
    ranks = {museum.id: rank for rank, museum in enumerate(numbered, first_rank)}
    spots = tuple((museum.latitude, museum.longitude, ranks.get(museum.id)) for museum in museums)
    return _drawn(spots, here, only, is_numbered=bool(numbered))


@lru_cache(maxsize=64)
def _drawn(
    spots: tuple[tuple[float | None, float | None, int | None], ...],
    here: tuple[float | None, float | None] | None,
    only: str | None,
    *,
    is_numbered: bool,
) -> RegionMap:
    """Return the map of these places and ranks: the same ones are asked for again and again."""
    pins = _merged(_pin(latitude, longitude, rank) for latitude, longitude, rank in spots)
    if here is not None:
        pins += _merged([_pin(*here, None, is_here=True)])
    box = drawing.bounding_box([only] if only else drawing.BLUES)
    size = PIN_SIZE_ALONE if only and not is_numbered else PIN_SIZE
    scale = round(size * max(box.width / USUAL_WIDTH, box.height / USUAL_HEIGHT), 2)
    return RegionMap(
        view_box=box.view_box(margin=4 if only is None else box.width / 12),
        canal=drawing.canal_path(),
        shapes=_shapes(only),
        # Unnumbered pins first: the numbered ones are drawn over them.
        pins=tuple(
            sorted(
                _apart(pins, scale, every=only is not None),
                key=lambda pin: (pin.is_here, -(pin.rank or 10**6)),
            )
        ),
        scale=scale,
    )


def alone_on_the_map(codes: Collection[str]) -> str | None:
    """Return the one département that a map is about, where it is one of ours."""
    return next((code for code in codes if code in drawing.BLUES), None) if len(codes) == 1 else None


def _pin(
    latitude: float | None, longitude: float | None, rank: int | None, *, is_here: bool = False
) -> Pin | None:
    if latitude is None or longitude is None:
        return None
    return Pin(*_place(latitude, longitude), rank, is_here)


@lru_cache(maxsize=16_384)
def _place(latitude: float, longitude: float) -> tuple[float, float]:
    point = drawing.project(longitude, latitude)
    return round(point.x, 1), round(point.y, 1)


def _merged(pins: Iterable[Pin | None]) -> list[Pin]:
    """Return the pins, one for all that bear no number within a unit of the drawing: the rest would be hidden."""
    kept: dict[object, Pin] = {}
    for pin in pins:
        if pin is not None:
            kept.setdefault(pin if pin.rank else (round(pin.x), round(pin.y)), pin)
    return list(kept.values())


def _apart(pins: Sequence[Pin], scale: float, *, every: bool) -> list[Pin]:
    """Move a pin a little aside where an earlier one would hide it: every pin, or only those that bear a number."""
    placed: list[Pin] = []
    moved = []
    for pin in pins:
        kept = pin
        if pin.rank or every:
            width, height = (side * scale for side in (NUMBERED if pin.rank else PLAIN))
            kept = _free_place(pin, placed, width, height)
            placed.append(kept)
        moved.append(kept)
    return moved


def _free_place(pin: Pin, placed: Sequence[Pin], width: float, height: float) -> Pin:
    """Return the pin at the first place about its own that hides no other, or its own where none is left."""
    for dx, dy in ASIDE:
        place = replace(pin, x=round(pin.x + dx * width, 1), y=round(pin.y + dy * height, 1))
        if _is_free(place, placed, width, height):
            return place
    return pin


def _is_free(pin: Pin, placed: Sequence[Pin], width: float, height: float) -> bool:
    # The places are rounded to a tenth: two pins side by side must not be refused for it.
    return all(abs(pin.x - other.x) > width - 0.2 or abs(pin.y - other.y) > height - 0.2 for other in placed)


def _shapes(only: str | None) -> tuple[Shape, ...]:
    if only is None:
        return tuple(
            Shape(code, drawing.departement_path(code), blue) for code, blue in drawing.BLUES.items()
        )
    around = [
        Shape(code, drawing.departement_path(code), None)
        for code in drawing.neighbours(only)
        if code in drawing.BLUES
    ]
    return (*around, Shape(only, drawing.departement_path(only), drawing.BLUES[only]))
