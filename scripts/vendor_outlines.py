"""Outlines: the thirteen départements in longitude and latitude, made of the paths of a drawn map."""

from __future__ import annotations

import json
import math
import re

CODES = ("09", "11", "12", "30", "31", "32", "34", "46", "48", "65", "66", "81", "82")
# The drawn map is an affine image of Web Mercator: metres = factor × unit + offset.
X_FACTOR, X_OFFSET = 2681.4540, -577198.48
Y_FACTOR, Y_OFFSET = -2690.1013, 6638079.72
EARTH = 6378137
# The paths are relative and rounded, so the two sides of a border drift apart by less than this, in units.
DRIFT = 0.03

Point = tuple[float, float]


def _rings(path: str) -> list[list[Point]]:
    """Return the closed rings of one path, in units of the drawing; only m and z occur in it."""
    rings = []
    x = y = 0.0
    for part in re.findall(r"m([^z]*)z", path):
        ring: list[Point] = []
        for step in part.split():
            dx, dy = map(float, step.split(","))
            x, y = x + dx, y + dy
            if not ring or (dx, dy) != (0, 0):
                ring.append((x, y))
        x, y = ring[0]
        rings.append(ring)
    return rings


def _snap(point: Point, known: list[Point]) -> Point:
    """Return the known point that this one stands for, so that neighbours share their border exactly."""
    for other in known:
        if math.dist(point, other) < DRIFT:
            return other
    known.append(point)
    return point


def _place(point: Point) -> Point:
    """Return the longitude and latitude of a point of the drawing, about ten metres exact."""
    x, y = X_FACTOR * point[0] + X_OFFSET, Y_FACTOR * point[1] + Y_OFFSET
    longitude = math.degrees(x / EARTH)
    latitude = math.degrees(2 * math.atan(math.exp(y / EARTH)) - math.pi / 2)
    return round(longitude, 4), round(latitude, 4)


def outlines(module: str) -> str:
    """Return the JSON {code: [ring, …]}, a ring being [longitude, latitude] pairs, from the map's script."""
    drawn = json.loads(module[module.index("{") : module.rindex("}") + 1])
    paths = {place["id"]: place["path"] for place in drawn["locations"]}
    known: list[Point] = []
    places = {
        code: [[_place(_snap(point, known)) for point in ring] for ring in _rings(paths[code])]
        for code in CODES
    }
    lines = (f'"{code}":{json.dumps(rings, separators=(",", ":"))}' for code, rings in places.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"
