"""Walls: bands of tiles of every kind, laid as bricks are."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from portal.domain.covers.drawing import CELL, svg
from portal.domain.covers.pigments import CHORDS
from portal.domain.covers.shapes import rect
from portal.domain.covers.tiles import TILES

if TYPE_CHECKING:
    from collections.abc import Sequence

DRAWINGS = tuple(TILES)
# A little more than a cell, so that no seam shows; a symbol keeps a tile from spilling over its neighbours.
SIDE = CELL * 1.006


def wall(columns: int, rows: int, seed: str, drawings: Sequence[str] = ()) -> str:
    """Return a wall of tiles, two of a kind side by side and never the same kind above itself."""
    bits = hashlib.sha256(seed.encode()).digest()
    kinds = drawings or [name for name in DRAWINGS if name != "musee"]
    tiles: dict[str, str] = {}
    uses = []
    for row in range(rows):
        for column in range(columns):
            # Odd courses start half a pair later, as bricks do.
            pair = (column + row) // 2 + 5 * row
            kind = kinds[pair % len(kinds)]
            variant = (column + row + bits[pair % len(bits)]) % 4
            chord = CHORDS[kind][bits[pair % len(kinds)] % len(CHORDS[kind])]
            name = f"{kind}{variant}"
            tiles.setdefault(name, rect(0, 0, CELL, CELL, chord.ground) + TILES[kind](chord, variant))
            x, y = column * CELL, row * CELL
            uses.append(f'<use href="#{name}" x="{x}" y="{y}" width="{SIDE}" height="{SIDE}"/>')
    defs = "".join(
        f'<symbol id="{name}" viewBox="0 0 8 8">{shapes}</symbol>' for name, shapes in sorted(tiles.items())
    )
    return svg(columns * CELL, rows * CELL, f"<defs>{defs}</defs>{''.join(uses)}", 10)
