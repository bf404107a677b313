"""The icon sprite: one file of symbols, made of the lucide drawings that the pages use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAMES = """
accessibility arrow-down arrow-left arrow-right arrow-up baby badge-check bell bike bold book-open brain bus
calendar calendar-off calendar-plus camera castle chart-column check chevron-down chevron-left chevron-right
chevron-up circle circle-alert circle-check circle-question-mark clipboard-paste clock cloud-rain coffee
contrast copy dog download ear euro external-link eye eye-off file-text flag gauge globe graduation-cap hand
heading heart history hourglass house image inbox info italic key-round landmark languages layers link list
list-ordered locate locate-fixed lock log-in log-out mail map map-pin maximize megaphone menu message-square
minus navigation parking-meter pencil phone plus printer qr-code quote redo redo-2 rotate-ccw search send
settings share-2 shield-check sliders-horizontal square-parking star tag ticket trash trash-2 train
train-front triangle-alert umbrella undo undo-2 upload user user-plus users x zoom-in zoom-out
"""

_BODY = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def _shapes(source: str) -> str:
    """Return the shapes of one drawing, on one line; the strokes are left to the class ``ic``."""
    body = _BODY.search(source)
    if body is None:
        raise ValueError("not a drawing")
    return "".join(line.strip().replace(" />", "/>") for line in body.group(1).splitlines())


def sprite(folder: Path) -> str:
    """Return the sprite of every icon in ``NAMES``, drawn from the package's ``folder``."""
    symbols = (
        f'<symbol id="{name}" viewBox="0 0 24 24">'
        f"{_shapes((folder / f'{name}.svg').read_text(encoding='utf-8'))}</symbol>\n"
        for name in sorted(NAMES.split())
    )
    head = '<svg xmlns="http://www.w3.org/2000/svg">\n'
    note = "<!-- lucide-static, ISC: see vendor/lucide-static/LICENSE -->\n"
    return f"{head}{note}{''.join(symbols)}</svg>\n"
