"""Which part of a picture is shown where: pure arithmetic on its upright size, in pixels, and its point of interest."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

Focal = tuple[int, int]
"""The point that is never cut off, in hundredths of the width from the left and of the height from the top."""

CENTRE: Focal = (50, 50)
WIDTHS = (480, 960, 1920)
TALLEST = 4 * WIDTHS[-1]
"""Of a whole picture's copy: WebP takes 16 383 pixels at most."""


@dataclass(frozen=True)
class Crop:
    """One way of showing a picture."""

    name: str
    ratio: Fraction | None
    """Width by height; nothing for the whole picture."""
    widths: tuple[int, ...]
    formats: tuple[str, ...] = ("avif", "webp")


WHOLE = Crop("whole", None, WIDTHS)
PAGE = Crop("page", Fraction(3, 2), WIDTHS)
CARD = Crop("card", Fraction(1), (480,))
SHARE = Crop("share", Fraction(16, 9), (1200,), ("jpg",))
"""What other sites show beside a link; several of them read neither AVIF nor WebP."""
FOCAL_CROPS = (PAGE, CARD, SHARE)
CROPS: Mapping[str, Crop] = {crop.name: crop for crop in (WHOLE, *FOCAL_CROPS)}


@dataclass(frozen=True)
class Box:
    """A part of a picture."""

    left: int
    top: int
    width: int
    height: int

    @property
    def corners(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom."""
        return self.left, self.top, self.left + self.width, self.top + self.height


def box(crop: Crop, width: int, height: int, focal: Focal = CENTRE) -> Box:
    """Return the largest part of this shape, as near to the point of interest as the edges let it be."""
    if crop.ratio is None:
        return Box(0, 0, width, height)
    across = max(1, min(width, round(height * crop.ratio)))
    down = max(1, min(height, round(width / crop.ratio)))
    return Box(_start(width, across, focal[0]), _start(height, down, focal[1]), across, down)


def sizes(crop: Crop, width: int, height: int) -> list[tuple[int, int]]:
    """Return the sizes of the copies: the widths asked for, and none larger than what there is."""
    part = box(crop, width, height)
    most = min(part.width, max(1, TALLEST * part.width // part.height), crop.widths[-1])
    widths = [wanted for wanted in crop.widths if wanted < most] + [most]
    return [(each, max(1, round(each * part.height / part.width))) for each in widths]


def key(focal: Focal) -> str:
    """Return what names the set of copies made around a point."""
    return f"{focal[0]}-{focal[1]}"


def _start(whole: int, part: int, percent: int) -> int:
    return max(0, min(whole - part, round(whole * percent / 100 - part / 2)))
