"""Tiles: four variants of one drawing for each kind of collection."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from portal.domain.covers import later_tiles
from portal.domain.covers.shapes import disc, path, quarter, rect, turned

if TYPE_CHECKING:
    from portal.domain.covers.pigments import Chord

Tile = Callable[["Chord", int], str]

LEAF = "M0 8C0 3 3 0 8 0C8 5 5 8 0 8Z"
VEINS = (
    "M0 8L6.26 1.46L6.54 1.74Z"
    "M2.4 5.6V2.9H2.8V5.2H5.1V5.6Z"
    "M4.2 3.8V1.9H4.6V3.4H6.1V3.8Z"
)  # fmt: skip


def nested_arcs(c: Chord, variant: int) -> str:
    """Beaux-arts: arcs one in the other, a quarter turn at each variant."""
    arcs = quarter(8, c.first) + quarter(6, c.ground) + quarter(4, c.second) + quarter(2, c.accent)
    return turned(90 * variant, arcs)


def mosaic(c: Chord, variant: int) -> str:
    """Archéologie: a framed square, a lozenge, a meander, tesserae."""
    if variant == 0:
        return (
            rect(0, 0, 8, 8, c.first)
            + rect(1, 1, 6, 6, c.ground)
            + rect(2, 2, 4, 4, c.second)
            + rect(3, 3, 2, 2, c.accent)
        )
    if variant == 1:
        return (
            path("M0 4L4 0L8 4L4 8Z", c.first)
            + path("M2 4L4 2L6 4L4 6Z", c.second)
            + disc(4, 4, 0.8, c.accent)
        )
    if variant == 2:
        return path("M0 0H8V8H2V3H5V5H4V4H3V7H7V1H1V8H0Z", c.first)
    colours = (c.first, c.second, c.second, c.ground)
    stones = ((i, j, colours[(i * 3 + j * 5 + i * j) % 4]) for i in range(4) for j in range(4))
    return "".join(rect(i * 2 + 0.15, j * 2 + 0.15, 1.7, 1.7, colour) for i, j, colour in stones)


def pigment_dots(c: Chord, variant: int) -> str:
    """Préhistoire: dots blown on the rock, and the marks of five fingers."""
    if variant == 3:
        finger = "M{0:g} .95A.35 .35 0 0 1 {1:g} .95Q{2:g} 4 {1:g} 7.05A.35 .35 0 0 1 {0:g} 7.05Q{3:g} 4 {0:g} .95Z"
        places = [0.8 + 1.6 * i for i in range(5)]
        return path("".join(finger.format(x - 0.35, x + 0.35, x + 0.65, x - 0.05) for x in places), c.second)
    sizes = ((0.9, 0.7, 0.9, 0.6), (0.5, 0.9, 1.05, 0.8), (1.0, 0.8, 0.5, 0.9))[variant]
    return "".join(
        disc(
            1 + 2 * i + (j % 2) * 0.25,
            1 + 2 * j,
            sizes[(i + j) % 4] * 0.86,
            c.first if (i * 2 + j * 3 + variant) % 7 else c.accent,
        )
        for i in range(4)
        for j in range(4)
    )


def bold_shapes(c: Chord, variant: int) -> str:
    """Art moderne et contemporain: discs and bars."""
    return (
        rect(0, 0, 8, 8, c.first) + path("M0 8A8 8 0 0 1 8 0V8Z", c.second),
        path("M0 4A4 4 0 0 1 8 4Z", c.accent) + rect(0, 4, 8, 4, c.first),
        "".join(rect(0, i * 2, 8, 1.25, c.second if i % 2 else c.first) for i in range(4)),
        rect(0, 0, 8, 8, c.second) + disc(4, 4, 4, c.first),
    )[variant]


def woven_bands(c: Chord, variant: int) -> str:
    """Arts et traditions: bands woven one way and the other, and the knot of the ribbon."""
    if variant == 3:
        return path("M0 0L4 4L0 8ZM8 0L4 4L8 8Z", c.first) + path("M4 1.6L6.4 4L4 6.4L1.6 4Z", c.accent)
    colours = (c.first, c.second, c.first, c.accent)
    ordered = colours[::-1] if variant == 2 else colours
    bands = "".join(rect(0, 0.5 + i * 2, 8, 1, colour) for i, colour in enumerate(ordered))
    return turned(90 * (variant % 2), bands)


def heraldry(c: Chord, variant: int) -> str:
    """Histoire: chevrons, pales, chequy, and the star of a seal."""
    if variant == 0:
        chevron = "M0 {0:g}L4 {1:g}L8 {0:g}V{2:g}L4 {3:g}L0 {2:g}Z"
        heights = ((2, -0.5, 4, 1.5, c.first), (6, 3.5, 8, 5.5, c.accent))
        return "".join(path(chevron.format(*height), colour) for *height, colour in heights)
    if variant == 1:
        return "".join(rect(i * 2, 0, 1, 8, c.first) for i in range(4))
    if variant == 2:
        cells = ((i, j) for i in range(4) for j in range(4))
        return "".join(rect(i * 2, j * 2, 2, 2, c.first if (i + j) % 2 else c.second) for i, j in cells)
    corners = "".join(disc(x, y, 0.55, c.first) for x in (1.4, 6.6) for y in (1.4, 6.6))
    return path("M4 .4L5.2 2.8L7.6 4L5.2 5.2L4 7.6L2.8 5.2L.4 4L2.8 2.8Z", c.accent) + corners


def leaves(c: Chord, variant: int) -> str:
    """Sciences et nature: a veined leaf, its turn, a berry, a plain leaf."""
    veined = path(LEAF, c.first) + path(VEINS, c.ground)
    plain = path(LEAF, c.second)
    return (veined, turned(90, veined), turned(180, plain) + disc(6.6, 1.4, 0.9, c.accent), plain)[variant]


def wheels(c: Chord, variant: int) -> str:
    """Techniques et industrie: a wheel, a lock of the canal, the teeth of a rack, a cog's quarter."""
    if variant == 0:
        spokes = "".join(turned(45 * k, rect(1, 3.7, 6, 0.6, c.first)) for k in range(4))
        return disc(4, 4, 3.7, c.first) + disc(4, 4, 2.6, c.ground) + spokes + disc(4, 4, 0.9, c.accent)
    if variant == 1:
        return path("M0 2.4C2.6 .4 5.4 .4 8 2.4V5.6C5.4 7.6 2.6 7.6 0 5.6Z", c.second) + rect(
            0, 3.7, 8, 0.6, c.ground
        )
    if variant == 2:
        return "".join(rect(i, 0, 0.5, 8, c.first) for i in range(8))
    return quarter(8, c.first) + quarter(5, c.ground) + quarter(3, c.accent)


def signs(c: Chord, variant: int) -> str:
    """Écritures: four invented signs."""
    water = "M1 1.6L2.5 .6L4 1.6L5.5 .6L7 1.6V2.5L5.5 1.5L4 2.5L2.5 1.5L1 2.5Z"
    waves = path(water, c.first) + f'<g transform="translate(0 2.5)">{path(water, c.first)}</g>'
    return (
        rect(1, 1, 1.2, 6, c.first) + disc(5, 2.6, 1.7, c.second) + rect(3.4, 5.8, 3.6, 1.2, c.first),
        path("M1 3A3 3 0 0 1 7 3Z", c.first) + rect(1, 4.2, 6, 1, c.second) + rect(1, 6, 6, 1, c.first),
        path("M1 7L4 1L7 7H5.4L4 4.2L2.6 7Z", c.first) + disc(4, 6.2, 0.8, c.accent),
        waves + rect(1, 6, 6, 1, c.second),
    )[variant]


def stacked_arches(c: Chord, variant: int) -> str:
    """Moyen Âge: the arches of a cloister."""
    if variant == 3:
        return path("M0 8V4A4 4 0 0 1 8 4V8Z", c.second) + path("M2 8V4.4A2 2 0 0 1 6 4.4V8Z", c.first)
    arch = path("M.4 8V3.9A3.6 3.6 0 0 1 7.6 3.9V8H6.2V3.9A2.2 2.2 0 0 0 1.8 3.9V8Z", c.first)
    if variant == 2:
        return arch + path("M2.5 8V4.6A.65 .65 0 0 1 3.8 4.6V8ZM4.2 8V4.6A.65 .65 0 0 1 5.5 4.6V8Z", c.second)
    return arch + path("M2.9 8V4A1.1 1.1 0 0 1 5.1 4V8Z", c.accent if variant else c.second)


def scales(c: Chord, variant: int) -> str:
    """Textile: scales like rows of stitches."""
    colour = (c.first, c.second, c.first, c.accent)[variant]
    places = ((0, 0), (4, 0), (-2, 2), (2, 2), (6, 2), (0, 4), (4, 4), (-2, 6), (2, 6), (6, 6))
    return "".join(
        path(f"M{x} {y}A2 2 0 0 0 {x + 4} {y}Z", colour if (k + variant) % 3 else c.second)
        + disc(x + 2, y + 0.75, 0.45, c.ground)
        for k, (x, y) in enumerate(places)
    )


TILES: dict[str, Tile] = {
    "beaux-arts": nested_arcs,
    "archeologie": mosaic,
    "prehistoire": pigment_dots,
    "medieval": stacked_arches,
    "histoire": heraldry,
    "contemporain": bold_shapes,
    "arts-decoratifs": later_tiles.faience,
    "societe": woven_bands,
    "photographie": later_tiles.light,
    "nature": leaves,
    "technique": wheels,
    "textile": scales,
    "ecritures": signs,
    "monde": later_tiles.far_weavings,
    "militaire": later_tiles.ramparts,
    "musee": later_tiles.portico,
}
