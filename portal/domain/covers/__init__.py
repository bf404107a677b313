"""Covers: the drawn cover of a museum that has no photograph yet, and what is made of the same tiles."""

from portal.domain.covers.cards import share_card
from portal.domain.covers.drawing import VERSION, cover, distinct_salts, signature, theme_door
from portal.domain.covers.lettering import key_letter
from portal.domain.covers.walls import DRAWINGS, wall

__all__ = [
    "DRAWINGS",
    "VERSION",
    "cover",
    "distinct_salts",
    "key_letter",
    "share_card",
    "signature",
    "theme_door",
    "wall",
]
