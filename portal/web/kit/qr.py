"""Codes that a telephone reads."""

import segno
from markupsafe import Markup


def drawing(address: str) -> Markup:
    """Return the code of an address, as SVG without style; by its view box it is scaled, never cut."""
    made = segno.make(address, error="m")
    drawn = made.svg_inline(dark="#111d31", light="#ffffff", border=4, omitsize=True)
    return Markup(drawn)  # noqa: S704 - segno draws it from an address of ours
