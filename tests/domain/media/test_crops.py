"""Where a picture is cut: always inside it, always of the right shape, as near to its point as can be."""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from portal.domain.media import CARD, PAGE, SHARE, WHOLE, crops, reading

SIZES = st.integers(1, 9_000)
PERCENT = st.integers(0, 100)


@given(st.sampled_from([PAGE, CARD, SHARE]), SIZES, SIZES, PERCENT, PERCENT)
def test_a_crop_lies_inside_the_picture_and_holds_its_point(
    crop: crops.Crop, width: int, height: int, across: int, down: int
) -> None:
    part = crops.box(crop, width, height, (across, down))
    left, top, right, bottom = part.corners

    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert part.width == width or part.height == height
    assert left <= width * across / 100 <= right
    assert top <= height * down / 100 <= bottom
    assert crop.ratio is not None
    if min(part.width, part.height) > 100:
        assert abs(Fraction(part.width, part.height) / crop.ratio - 1) < Fraction(1, 50)


@given(st.sampled_from([WHOLE, PAGE, CARD, SHARE]), SIZES, SIZES)
def test_copies_grow_and_never_beyond_what_there_is(crop: crops.Crop, width: int, height: int) -> None:
    assume(max(width, height) <= reading.LONGEST * min(width, height))  # what is taken at all
    widths = [across for across, _down in crops.sizes(crop, width, height)]

    assert widths == sorted(set(widths))
    assert widths[-1] <= min(crops.box(crop, width, height).width, crop.widths[-1])
    assert all(down <= crops.TALLEST + 1 for _across, down in crops.sizes(crop, width, height))


def test_a_landscape_is_cut_around_its_point() -> None:
    assert crops.box(CARD, 600, 200, (50, 50)).corners == (200, 0, 400, 200)
    assert crops.box(CARD, 600, 200, (0, 50)).corners == (0, 0, 200, 200)
    assert crops.box(SHARE, 400, 400, (50, 90)).corners == (0, 175, 400, 400)
