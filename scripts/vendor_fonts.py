"""Font subsets: the letters of French, Occitan and Catalan, with every axis of the original kept."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

# fontTools carries no types.
from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from pathlib import Path

ASCII = "".join(map(chr, range(0x20, 0x7F)))
LETTERS = "ÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜŸàáâäçèéêëìíîïñòóôöùúûüÿŒœÆæªº"
SIGNS = "\u00a0\u202f\u2009«»‹›‘’“”–—‑…·•°²³§©×−±½¼¾¿¡€←→↑↓"
TEXT = ASCII + LETTERS + SIGNS

# The packaged files lack two signs that French sets everywhere; each takes the glyph of its near twin.
TWINS = {0x202F: 0x2009, 0x2011: 0x002D}
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "rvrn", "tnum"]


def _add_twins(font: TTFont) -> None:
    """Map the missing signs to the glyphs that look like them."""
    for table in font["cmap"].tables:
        if table.isUnicode():
            for sign, twin in TWINS.items():
                if twin in table.cmap:
                    table.cmap.setdefault(sign, table.cmap[twin])


def _options() -> subset.Options:
    """Return what is kept: the features that text uses, no hints, the names of the axes."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17, 25]
    options.flavor = "woff2"
    return options


def shrink(source: Path) -> bytes:
    """Return the woff2 subset of one font; the same source gives the same bytes."""
    # The date of the font is not renewed: two runs must agree to the byte.
    font = TTFont(source, recalcTimestamp=False)
    _add_twins(font)
    tool = subset.Subsetter(_options())
    tool.populate(text=TEXT)
    tool.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
