"""Drawing of places: the thirteen départements, the canal and any point, on the plane of our maps.

Outlines by Victor Cazanave (svg-maps), CC BY 4.0, turned into longitudes and latitudes.
"""

from __future__ import annotations

import json
import math
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Ring = list[tuple[float, float]]

OUTLINES = Path(__file__).with_name("outlines.json")

# The plane of every map: the region is 600 units wide, and a unit is about 700 metres.
SCALE = 160.44
NARROWING = math.cos(math.radians(43.7))
WEST, NORTH = -0.23653, 45.04669

# Dyers drew thirteen blues from one vat of pastel; neighbours always differ.
BLUES = {
    "09": "#6f92bd",
    "11": "#d0deed",
    "12": "#6086b3",
    "30": "#7f9fc7",
    "31": "#8fadd2",
    "32": "#a0bada",
    "34": "#5279a7",
    "46": "#456d9b",
    "48": "#b1c7e2",
    "65": "#c1d3e8",
    "66": "#305684",
    "81": "#3a6190",
    "82": "#dfe8f3",
}

# The Canal du Midi, from the Ponts-Jumeaux at Toulouse to the pond of Thau.
CANAL_DU_MIDI = (
    (1.418, 43.611),
    (1.480, 43.545),
    (1.573, 43.457),
    (1.700, 43.390),
    (1.823, 43.352),
    (1.955, 43.315),
    (2.115, 43.235),
    (2.352, 43.218),
    (2.442, 43.212),
    (2.718, 43.268),
    (2.902, 43.265),
    (2.915, 43.312),
    (3.045, 43.330),
    (3.130, 43.305),
    (3.215, 43.330),
    (3.465, 43.315),
    (3.540, 43.340),
)


class Point(NamedTuple):
    """A point of the plane; y grows southwards, as SVG wants."""

    x: float
    y: float


class Box(NamedTuple):
    """A rectangle of the plane."""

    x: float
    y: float
    width: float
    height: float

    def view_box(self, margin: float = 4) -> str:
        """Return the value of an SVG's ``viewBox`` that shows the rectangle and a margin around it."""
        sides = (self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin)
        return " ".join(f"{side:.1f}" for side in sides)


def project(lon: float, lat: float) -> Point:
    """Return where a longitude and latitude fall on the plane."""
    return Point((lon * NARROWING - WEST) * SCALE, (NORTH - lat) * SCALE)


@cache
def outlines() -> dict[str, list[Ring]]:
    """Return the rings of each département, by code, as longitudes and latitudes."""
    raw = json.loads(OUTLINES.read_text(encoding="utf-8"))
    return {code: [[(lon, lat) for lon, lat in ring] for ring in rings] for code, rings in raw.items()}


def _tenths(points: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """Return the points on the plane in whole tenths, so that relative steps never drift."""
    projected = (project(lon, lat) for lon, lat in points)
    return [(round(point.x * 10), round(point.y * 10)) for point in projected]


def _line(points: Sequence[tuple[float, float]]) -> str:
    """Return the path of a line through longitudes and latitudes, each step relative to the one before."""
    tenths = _tenths(points)
    steps = [(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(tenths)]
    start = f"M{tenths[0][0] / 10:g} {tenths[0][1] / 10:g}"
    return start + "".join(f"l{dx / 10:g} {dy / 10:g}" for dx, dy in steps if (dx, dy) != (0, 0))


@cache
def departement_path(code: str) -> str:
    """Return the SVG path of a département."""
    return "".join(f"{_line(ring)}z" for ring in outlines()[code])


@cache
def canal_path() -> str:
    """Return the SVG path of the Canal du Midi."""
    return _line(CANAL_DU_MIDI)


def bounding_box(codes: Iterable[str]) -> Box:
    """Return the rectangle that holds these départements; all thirteen when none is named."""
    return _bounding_box(frozenset(codes) or frozenset(BLUES))


@cache
def _bounding_box(codes: frozenset[str]) -> Box:
    """Return the rectangle that holds these départements."""
    points = [project(lon, lat) for code in codes for ring in outlines()[code] for lon, lat in ring]
    left, top = min(point.x for point in points), min(point.y for point in points)
    right, bottom = max(point.x for point in points), max(point.y for point in points)
    return Box(left, top, right - left, bottom - top)


def departement_at(lon: float, lat: float) -> str | None:
    """Return the code of the département that holds a point, or nothing outside the region.

    The outlines are drawn to about a hundred metres: on a shore or a border, believe the recorded département.
    """
    codes = (code for code, rings in outlines().items() if any(_holds(ring, lon, lat) for ring in rings))
    return next(codes, None)


def _holds(ring: Ring, lon: float, lat: float) -> bool:
    """Tell whether a ring holds a point, by counting the sides that a line to the east crosses."""
    inside = False
    for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]]):
        if (y0 > lat) != (y1 > lat) and lon < x0 + (lat - y0) * (x1 - x0) / (y1 - y0):
            inside = not inside
    return inside


@cache
def _borders() -> dict[str, frozenset[tuple[float, float]]]:
    return {code: frozenset(point for ring in rings for point in ring) for code, rings in outlines().items()}


def neighbours(code: str) -> list[str]:
    """Return the codes of the départements that share a border with this one (two points of an outline or more)."""
    borders = _borders()
    own = borders.get(code, frozenset())
    return [other for other, points in borders.items() if other != code and len(own & points) > 1]
