"""Cards: the picture that social networks show beside a link, made of a cover."""

from __future__ import annotations

import re

import resvg_py

WIDTH, HEIGHT = 1200, 630
VIEW = re.compile(r'viewBox="0 0 48 32"')
BLOCK = re.compile(r'<rect x="\d+" y="(\d+)" width="\d+" height="(\d+)" fill="[^"]+"/><path transform=')
# The card keeps the whole width of the cover; this is what is left of its 32 units of height.
KEPT = 48 * HEIGHT / WIDTH


def _top(svg_cover: str) -> float:
    """Return where the card begins: in the middle, unless that would cut the block of the letter."""
    middle = (32 - KEPT) / 2
    block = BLOCK.search(svg_cover)
    if block is None:
        return middle
    top, height = int(block[1]), int(block[2])
    return min(max(middle, top + height - KEPT), top)


def framed(svg_cover: str) -> str:
    """Return the cover cut to the shape of the card."""
    cut = VIEW.sub(f'viewBox="0 {_top(svg_cover):g} 48 {KEPT:g}"', svg_cover, count=1)
    return cut.replace('width="960" height="640"', f'width="{WIDTH}" height="{HEIGHT}"', 1)


def share_card(svg_cover: str) -> bytes:
    """Return the cover as a PNG of 1200 × 630 pixels, edge to edge, with its letter whole."""
    return bytes(resvg_py.svg_to_bytes(svg_string=framed(svg_cover)))
