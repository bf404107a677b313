"""Lettering: which initial a museum's cover carries, and the outline of that letter."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

# The outlines have a cap height of 1000 units; no font is needed to draw them.
GLYPHS = Path(__file__).with_name("glyphs.json")
CAP_HEIGHT = 1000

# Words that many museums share: they say what kind of place it is, not which one.
GENERIC = frozenset(
    """
    a abbaye air ancien ancienne archeologie archeologique archeologiques archeveques art arts au aux beaux
    bibliotheque centre chateau cite communal contemporain contemporaine culture cultures d de decoratifs
    departement departemental departementale des du ecomusee en espace et eveques fondation forum france
    galerie gallo geologie histoire hotel intercommunal l la le les locale maison memoire metiers mixte
    moderne mont municipal musee musees museum national naturelle palais parc patrimoine pays plein
    populaires prehistoire prehistorique regional romain sacre saint sainte sciences site sur traditions
    vieil vieux ville
    """.split()  # noqa: SIM905  # one word a line would take a page
)


class Glyph(NamedTuple):
    """The outline of one letter: its advance, and the path above a baseline at ``CAP_HEIGHT``."""

    width: float
    outline: str


@cache
def _glyphs() -> dict[str, Glyph]:
    """Return the outlines of A to Z and 0 to 9."""
    raw = json.loads(GLYPHS.read_text(encoding="utf-8"))
    return {letter: Glyph(width, outline) for letter, (width, outline) in raw.items()}


def _words(text: str) -> list[str]:
    """Return the words of a name without accents, apostrophes or hyphens."""
    plain = text.replace("œ", "oe").replace("Œ", "OE").replace("’", " ")
    ascii_text = unicodedata.normalize("NFD", plain).encode("ascii", "ignore").decode()
    return [word for word in re.split(r"[^A-Za-z0-9]+", ascii_text) if word]


def key_letter(name: str, town: str) -> str:
    """Return the initial of the first distinctive word: of the name, else of the town.

    Musée des Augustins gives A; Musée d’art moderne, at Céret, gives C.
    """
    words = _words(f"{name} {town}")
    distinctive = (word for word in words if word.lower() not in GENERIC)
    word = next(distinctive, (words or ["M"])[-1])
    return word[0].upper()


def glyph(letter: str) -> Glyph:
    """Return the outline of a letter or figure."""
    return _glyphs()[letter]
