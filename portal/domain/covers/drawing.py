"""Drawing: the cover of a museum and the door of a theme, as SVG that never changes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from portal.domain.covers.lettering import CAP_HEIGHT, glyph, key_letter
from portal.domain.covers.pigments import CHORDS, Chord
from portal.domain.covers.tiles import TILES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

COLUMNS, ROWS, CELL = 6, 4, 8
# A change to the drawing of any cover changes this, and with it the address the covers are kept under.
VERSION = 1

# A rhythm says which variant stands in (column, row): it is what makes a cover composed and not shuffled.
RHYTHMS: tuple[Callable[[int, int], int], ...] = (
    lambda i, j: (i + 2 * j) % 4,
    lambda i, j: (i + j) % 2 * 2 + (j % 2),
    lambda _, j: j % 4,
    lambda i, j: (i * i + j) % 4,
    lambda i, j: (i % 2) + 2 * (j % 2),
)
# Bars and chequers want to stay in line: these fields are never laid in running bond.
IN_LINE = frozenset({"contemporain", "histoire"})
# The doors are few and always seen together: each takes the field that an eye chose for it.
DOORS = {"beaux-arts": 3, "archeologie": 1}


class Plan(NamedTuple):
    """Every choice that makes one cover."""

    drawing: str
    chord: Chord
    rhythm: int
    shift: int
    bond: int
    size: int
    left: int
    top: int


class Signature(NamedTuple):
    """What an eye compares between two covers: the colours, the rhythm and its shift."""

    chord: Chord
    rhythm: int
    shift: int


def _plan(identity: str, drawing: str, salt: int) -> Plan:
    """Return the choices for one identity, each read from the next byte of one hash."""
    seed = f"{drawing}/{identity}" + (f"/{salt}" if salt else "")
    bits = iter(hashlib.sha256(seed.encode()).digest()[1:])
    chords = CHORDS[drawing]
    chord, rhythm, shift = chords[next(bits) % len(chords)], next(bits) % len(RHYTHMS), next(bits) % 4
    bond = CELL // 2 if next(bits) % 2 and drawing not in IN_LINE else 0
    size = (2, 2, 3)[next(bits) % 3]
    # The block stays in the middle square, so that no crop loses the letter.
    left = CELL * (1 + next(bits) % (5 - size))
    top = CELL * (next(bits) % (5 - size))
    return Plan(drawing, chord, rhythm, shift, bond, CELL * size, left, top)


def signature(identity: str, drawing: str, salt: int = 0) -> Signature:
    """Return what two museums of one town may not share."""
    plan = _plan(identity, drawing, salt)
    return Signature(plan.chord, plan.rhythm, plan.shift)


def distinct_salts(museums: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return, for the (identity, drawing) of one town's museums, salts that make their signatures differ.

    Nothing but the town itself is read: a museum that opens elsewhere changes no cover here.
    """
    salts: dict[str, int] = {}
    taken: set[Signature] = set()
    for identity, drawing in sorted(museums):
        salt = next(n for n in range(1_000) if signature(identity, drawing, n) not in taken)
        taken.add(signature(identity, drawing, salt))
        salts[identity] = salt
    return salts


def _field(plan: Plan, *, letter: bool) -> str:
    """Return the tiles of a cover, without those that the block hides."""
    variants: dict[int, str] = {}
    uses = []
    for row in range(ROWS):
        start = -plan.bond if row % 2 else 0
        for column in range(COLUMNS + (1 if start else 0)):
            x, y = start + CELL * column, CELL * row
            if letter and _hidden(plan, x, y):
                continue
            variant = (RHYTHMS[plan.rhythm](column, row) + plan.shift) % 4
            variants.setdefault(variant, TILES[plan.drawing](plan.chord, variant))
            # Drawn at 100.6 %, so that no seam shows between two tiles.
            uses.append(f'<use href="#t{variant}" transform="translate({x} {y})scale(1.006)"/>')
    defs = "".join(f'<g id="t{variant}">{shapes}</g>' for variant, shapes in sorted(variants.items()))
    ground = f'<rect width="48" height="32" fill="{plan.chord.ground}"/>'
    return f"<defs>{defs}</defs>{ground}{''.join(uses)}"


def _hidden(plan: Plan, x: int, y: int) -> bool:
    """Tell whether the block covers the whole cell at (x, y)."""
    end, bottom = plan.left + plan.size, plan.top + plan.size
    return plan.left <= x and x + CELL <= end and plan.top <= y and y + CELL <= bottom


def _lettrine(plan: Plan, letter: str) -> str:
    """Return the block and its carved initial."""
    width, outline = glyph(letter)
    scale = min(plan.size * 0.66 / CAP_HEIGHT, plan.size * 0.8 / width)
    x = plan.left + (plan.size - width * scale) / 2
    y = plan.top + (plan.size - CAP_HEIGHT * scale) / 2
    block = f'<rect x="{plan.left}" y="{plan.top}" width="{plan.size}" height="{plan.size}" fill="{plan.chord.block}"/>'
    shape = f'<path transform="translate({x:.2f} {y:.2f})scale({scale:.5f})" d="{outline}" fill="{plan.chord.letter}"/>'
    return block + shape


def svg(width: int, height: int, content: str, pixels: int) -> str:
    """Return an SVG of so many units, shown at so many pixels a unit."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'preserveAspectRatio="xMidYMid slice" width="{width * pixels}" height="{height * pixels}">{content}</svg>'
    )


def cover(  # a museum is four words, and two options are named
    identity: str, name: str, town: str, drawing: str, *, letter: bool = True, salt: int = 0
) -> str:
    """Return the cover of a museum: a field of tiles and, unless ``letter`` is false, its initial."""
    plan = _plan(identity, drawing, salt)
    lettrine = _lettrine(plan, key_letter(name, town)) if letter else ""
    return svg(COLUMNS * CELL, ROWS * CELL, _field(plan, letter=letter) + lettrine, 20)


def theme_door(drawing: str) -> str:
    """Return the door of a theme: the same field without a letter, cut for a tall arch."""
    plan = _plan(f"theme-{drawing}{DOORS.get(drawing, '')}", drawing, 0)
    return svg(24, 32, _field(plan, letter=False), 20)
