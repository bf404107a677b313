"""The copies: upright whatever the telephone's way up, in eight bits and sRGB, and with nothing told of who or where."""

import io

import pillow_heif
import pytest
from PIL import Image, ImageCms

from portal.domain.media import CARD, PAGE, SHARE, WHOLE, FileRefusedError, reading, rendering
from tests import pictures
from tests.pictures import BLUE, GREEN, RED, WHITE, corners, file, photo, scene

ALL = (WHOLE, PAGE, CARD, SHARE)


def copies(content: bytes, *crops: object, focal: tuple[int, int] = (50, 50)) -> dict[str, bytes]:
    made = rendering.copies(content, reading.check(content), crops or ALL, focal)
    return {copy.name: copy.content for copy in made}


def turned(orientation: int) -> Image.Image:
    """The scene as a sensor held that way sees it: what EXIF orientation (CIPA DC-008) undoes."""
    ways = {
        1: [],
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    picture = scene()
    for way in ways[orientation]:
        picture = picture.transpose(way)
    return picture


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_up_becomes_upright(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    content = file(turned(orientation), exif=exif)

    made = copies(content, WHOLE)

    assert set(made) == {"whole-60.avif", "whole-60.webp"}
    for copy in made.values():
        assert corners(copy) == [RED, GREEN, BLUE, WHITE]


def test_nothing_is_told_of_where_by_what_or_by_whom() -> None:
    for name, copy in copies(photo()).items():
        with Image.open(io.BytesIO(copy)) as opened:
            told = {
                key for key in opened.info if key in {"exif", "comment", "icc_profile", "xmp", "photoshop"}
            }
            assert not told, name
            assert dict(opened.getexif()) == {}, name
        for secret in (b"Telefonica", b"chez moi", b"Exif"):
            assert secret not in copy, name


def test_copies_come_in_the_sizes_that_there_are_pixels_for() -> None:
    large = copies(file(scene(2000, 1500)))
    small = copies(file(scene(300, 200)))

    assert {name.partition(".")[0] for name in large} == {
        *(
            "whole-480",
            "whole-960",
            "whole-1920",
            "page-480",
            "page-960",
            "page-1920",
            "card-480",
            "share-1200",
        )
    }
    assert {name.partition(".")[0] for name in small} == {"whole-300", "page-300", "card-200", "share-300"}
    assert {name.rpartition(".")[2] for name in large} == {"avif", "webp", "jpg"}


def test_each_crop_keeps_the_point_of_interest() -> None:
    content = file(scene(600, 200))

    left, right = (copies(content, CARD, focal=focal)["card-200.webp"] for focal in ((0, 50), (100, 50)))

    assert corners(left) == [RED, RED, BLUE, BLUE]
    assert corners(right) == [GREEN, GREEN, WHITE, WHITE]


@pytest.mark.parametrize(
    "content",
    [
        file(scene().convert("CMYK")),
        file(scene().convert("RGBA"), "PNG"),
        file(scene().quantize(8), "PNG"),
        file(scene().quantize(8), "GIF"),
        file(scene(), "AVIF"),
        file(scene(), "WEBP"),
    ],
    ids=["cmyk", "alpha", "palette", "gif", "avif", "webp"],
)
def test_colours_are_those_that_were_sent(content: bytes) -> None:
    assert corners(copies(content, WHOLE)["whole-60.webp"]) == [RED, GREEN, BLUE, WHITE]


def test_a_heic_becomes_what_browsers_read() -> None:
    written = io.BytesIO()
    pillow_heif.from_pillow(scene(128, 96)).save(written, quality=90)

    assert corners(copies(written.getvalue(), WHOLE)["whole-128.avif"]) == [RED, GREEN, BLUE, WHITE]


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    grey = Image.frombytes("I;16", (64, 8), b"".join((x * 1024).to_bytes(2, "little") for x in range(64)) * 8)

    made = Image.open(io.BytesIO(copies(file(grey, "PNG"), WHOLE)["whole-64.webp"])).convert("L")

    assert abs(made.getpixel((8, 4)) - 32) < 8
    assert abs(made.getpixel((56, 4)) - 224) < 8


def test_what_is_transparent_is_white() -> None:
    clear = Image.new("RGBA", (60, 40), (0, 0, 0, 0))

    assert corners(copies(file(clear, "PNG"), WHOLE)["whole-60.webp"]) == [WHITE] * 4


def test_a_profile_is_applied_then_left_out_and_a_broken_one_ignored() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    for said in (profile, b"not a profile at all" * 9):
        made = copies(file(scene(), icc_profile=said), WHOLE)["whole-60.webp"]
        assert corners(made) == [RED, GREEN, BLUE, WHITE]
        assert "icc_profile" not in Image.open(io.BytesIO(made)).info


def test_what_only_its_pixels_betray_is_refused_when_copies_are_made() -> None:
    content = pictures.huge_png(3_000, 2_000)  # its sums are right, its pixels are missing
    seen = reading.check(content)

    with pytest.raises(FileRefusedError):
        list(rendering.copies(content, seen, ALL))
