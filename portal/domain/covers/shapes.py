"""The few shapes that tiles are made of: filled, never stroked, on a cell of 8 × 8 units."""

from __future__ import annotations

import math


def rect(x: float, y: float, width: float, height: float, fill: str) -> str:
    """Return a rectangle."""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{fill}"/>'


def path(d: str, fill: str) -> str:
    """Return a closed path."""
    return f'<path d="{d}" fill="{fill}"/>'


def disc(x: float, y: float, radius: float, fill: str) -> str:
    """Return a disc."""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:.3g}" fill="{fill}"/>'


def turned(degrees: float, shape: str) -> str:
    """Return the shape turned about the middle of the cell."""
    return f'<g transform="rotate({degrees:g} 4 4)">{shape}</g>' if degrees % 360 else shape


def quarter(radius: float, fill: str) -> str:
    """Return a quarter of a disc in the first corner of the cell."""
    return path(f"M0 0H{radius:g}A{radius:g} {radius:g} 0 0 1 0 {radius:g}Z", fill)


def star(points: int, outer: float, inner: float, fill: str) -> str:
    """Return a star in the middle of the cell, one point up."""
    corners = []
    for k in range(2 * points):
        radius = inner if k % 2 else outer
        angle = math.pi * (k / points - 0.5)
        corners.append(f"{4 + radius * math.cos(angle):.2f} {4 + radius * math.sin(angle):.2f}")
    return path(f"M{'L'.join(corners)}Z", fill)
