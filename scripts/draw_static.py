"""Static drawings: write the walls, the mark and the icon of the site into ``portal/static``.

``python scripts/draw_static.py`` writes them; ``--check`` writes nothing and fails when they differ.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from portal.domain.covers import wall  # noqa: E402  # the project is not installed: its path comes first

STATIC = ROOT / "portal/static"
BRICK, GOLD = "#a9442a", "#f3d48a"


def mark(radius: float = 2.35) -> str:
    """Return the mark of the site: the croix occitane reduced to its twelve pearls and its heart."""
    pearls = "".join(
        f'<circle cx="{x}" cy="{y}" r="{radius}" transform="rotate({turn} 20 20)"/>'
        for turn in (0, 90, 180, 270)
        for x, y in ((20, 5.4), (14.2, 9.6), (25.8, 9.6))
    )
    heart = '<path d="M20 12.6L22.4 17.6L27.4 20L22.4 22.4L20 27.4L17.6 22.4L12.6 20L17.6 17.6Z"/>'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40" height="40">'
        f'<rect width="40" height="40" fill="{BRICK}"/><g fill="{GOLD}">{pearls}{heart}</g></svg>'
    )


def drawings() -> dict[Path, str]:
    """Return every static drawing as {path: SVG}."""
    return {
        STATIC / "img/wall.svg": wall(44, 2, "toulouse"),
        STATIC / "img/wall-tall.svg": wall(16, 12, "toulouse"),
        STATIC / "img/mark.svg": mark(),
        # At sixteen pixels the pearls need a little more body.
        STATIC / "favicon.svg": mark(2.7),
    }


def main() -> int:
    """Write the drawings, or compare them; return the exit code."""
    parser = argparse.ArgumentParser(description="Draw the walls, the mark and the icon of the site.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a drawing differs")
    check = parser.parse_args().check
    stale = [
        p for p, svg in drawings().items() if not p.is_file() or p.read_text(encoding="utf-8") != svg + "\n"
    ]
    for path in stale:
        print(f"{'differs' if check else 'written'}: {path.relative_to(ROOT)}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(drawings()[path] + "\n", encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
