"""More tiles: the drawings that came after the first eleven, in the same spirit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.domain.covers.shapes import disc, path, rect, star, turned

if TYPE_CHECKING:
    from portal.domain.covers.pigments import Chord

PETAL = "M4 4Q4 0 0 0Q0 4 4 4Z"
VASE = "M2.5 .5H5.5V1.3L5 2.2C6.9 2.8 7.4 4.2 6.9 5.3C6.5 6.4 5.4 6.8 5.3 7.5H2.7C2.6 6.8 1.5 6.4 1.1 5.3C.6 4.2 1.1 2.8 3 2.2L2.5 1.3Z"
BELT = "M.98 3.7H7.02C7.1 4.2 7.08 4.7 6.94 5.2H1.06C.92 4.7 .9 4.2 .98 3.7Z"
BLADE = "M5.74 4.09L6.06 3.91L7.3 6.05L6.98 6.23Z"
WAVE = "M0 {0:g}Q2 {1:g} 4 {0:g}T8 {0:g}V{2:g}Q6 {3:g} 4 {2:g}T0 {2:g}Z"
MASK = "M1 .6H7C7.5 4 6.2 7.3 4 7.6C1.8 7.3 .5 4 1 .6Z"
EYES = "M1.7 3.4Q2.6 2.5 3.5 3.4Q2.6 4.1 1.7 3.4ZM4.5 3.4Q5.4 2.5 6.3 3.4Q5.4 4.1 4.5 3.4Z"


def faience(c: Chord, variant: int) -> str:
    """Arts décoratifs: a flower of four petals, an almond, a vase, a lozenge of marquetry."""
    if variant == 0:
        petals = "".join(turned(90 * k, path(PETAL, c.first if k % 2 else c.second)) for k in range(4))
        return petals + disc(4, 4, 1.15, c.accent)
    if variant == 1:
        almond = path("M4 0Q8 4 4 8Q0 4 4 0Z", c.first) + path("M4 1.9Q6.1 4 4 6.1Q1.9 4 4 1.9Z", c.ground)
        corners = "".join(turned(90 * k, path("M0 0H2A2 2 0 0 1 0 2Z", c.second)) for k in range(4))
        return corners + almond + disc(4, 4, 0.85, c.accent)
    if variant == 2:
        buds = "".join(disc(x, 4.45, 0.42, c.accent) for x in (2.3, 4, 5.7))
        return path(VASE, c.first) + path(BELT, c.second) + buds
    halves = path("M0 4L4 0V8Z", c.first) + path("M8 4L4 0V8Z", c.second)
    return halves + path("M2.2 4L4 2.2L5.8 4L4 5.8Z", c.ground) + path("M3.1 4L4 3.1L4.9 4L4 4.9Z", c.accent)


def light(c: Chord, variant: int) -> str:
    """Photographie: a diaphragm, the grain of a plate, a film, a negative beside its positive."""
    if variant == 0:
        blades = "".join(turned(60 * k, path(BLADE, c.ground)) for k in range(6))
        hexagon = path("M5.9 4L4.95 5.65H3.05L2.1 4L3.05 2.35H4.95Z", c.ground)
        return disc(4, 4, 3.7, c.first) + hexagon + blades + disc(4, 4, 0.75, c.accent)
    if variant == 1:
        grain = ((i, j, 0.28 + 0.115 * (i + j)) for i in range(4) for j in range(4))
        return "".join(disc(1 + 2 * i, 1 + 2 * j, size, c.first) for i, j, size in grain)
    if variant == 2:
        holes = "".join(rect(x, y, 0.9, 0.9, c.ground) for x in (0.55, 2.55, 4.55, 6.55) for y in (1, 6.1))
        views = rect(0.3, 2.6, 3.4, 2.8, c.second) + rect(4.3, 2.6, 3.4, 2.8, c.accent)
        return rect(0, 0.4, 8, 7.2, c.first) + holes + views
    half = rect(4, 0, 4, 8, c.first) + path("M4 .9A3.1 3.1 0 0 0 4 7.1Z", c.first)
    return half + path("M4 .9A3.1 3.1 0 0 1 4 7.1Z", c.ground) + disc(4, 4, 1.1, c.accent)


def far_weavings(c: Chord, variant: int) -> str:
    """Cultures du monde: a stepped lozenge, a sun, waves, a mask."""
    if variant == 0:
        steps = ((3, 0, 2, 8), (2, 1, 4, 6), (1, 2, 6, 4), (0, 3, 8, 2))
        inner = ((3, 2, 2, 4), (2, 3, 4, 2))
        lozenge = "".join(rect(*step, c.first) for step in steps)
        return lozenge + "".join(rect(*step, c.second) for step in inner) + rect(3.4, 3.4, 1.2, 1.2, c.accent)
    if variant == 1:
        rays = "".join(turned(45 * k, path("M3.2 1.7L4 .1L4.8 1.7Z", c.second)) for k in range(8))
        return rays + disc(4, 4, 2.05, c.first) + disc(4, 4, 0.95, c.accent)
    if variant == 2:
        heights = ((0.9, c.first), (3.4, c.second), (5.9, c.first))
        return "".join(path(WAVE.format(y, y - 2, y + 1.2, y + 3.2), colour) for y, colour in heights)
    brow = path("M1 .6H7L6.98 2H1.02Z", c.second)
    nose = path("M3.7 2H4.3L4.8 5.2H3.2Z", c.second)
    return path(MASK, c.first) + brow + nose + path(EYES, c.accent) + rect(3, 5.9, 2, 0.6, c.accent)


def ramparts(c: Chord, variant: int) -> str:
    """Histoire militaire: battlements, a star fort, a medal on its ribbon, the stripes of a sentry box."""
    if variant == 0:
        wall = path("M0 8V1H2V3H4V1H6V3H8V8Z", c.first)
        return (
            wall
            + rect(0, 6.6, 8, 0.5, c.second)
            + rect(1.65, 4, 0.7, 1.9, c.ground)
            + rect(5.65, 4, 0.7, 1.9, c.accent)
        )
    if variant == 1:
        return star(5, 4, 2.35, c.first) + star(5, 2.9, 1.7, c.ground) + star(5, 1.7, 0.8, c.accent)
    if variant == 2:
        ribbon = rect(1.9, 0, 4.2, 3.6, c.first) + rect(3.3, 0, 1.4, 3.6, c.second)
        return (
            ribbon
            + path("M1.9 3.6H6.1L4 5Z", c.first)
            + disc(4, 5.6, 2, c.accent)
            + disc(4, 5.6, 1.15, c.ground)
        )
    return path("M0 8L8 0H4L0 4ZM4 8L8 4V8Z", c.first)


def portico(c: Chord, variant: int) -> str:
    """Musée, whatever it keeps: a portico, its fluting, a niche, a floor of two marbles. Calm on purpose."""
    if variant == 0:
        columns = "".join(rect(x, 3.6, 1.1, 3, c.first) for x in (1, 3.45, 5.9))
        return (
            path("M.4 3L4 .7L7.6 3Z", c.first)
            + disc(4, 2.2, 0.45, c.accent)
            + columns
            + rect(0.4, 7, 7.2, 0.6, c.second)
        )
    if variant == 1:
        return "".join(rect(0.5 + 2 * i, 0, 1, 8, c.second if i % 2 else c.first) for i in range(4))
    if variant == 2:
        return path("M1 8V4A3 3 0 0 1 7 4V8Z", c.first) + path(
            "M2.4 8V4.1A1.6 1.6 0 0 1 5.6 4.1V8Z", c.second
        )
    return path("M0 0H8L0 8Z", c.first) + path("M4 2.4L5.6 4L4 5.6L2.4 4Z", c.second)
