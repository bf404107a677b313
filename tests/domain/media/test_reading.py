"""What may be sent and what may not: told by the content, never by the name, before it costs anything."""

import io
import struct
import zipfile
import zlib

import pillow_heif
import pytest
from PIL import Image

from portal.domain.media import Fault, FileRefusedError, Format, reading
from tests import pictures
from tests.pictures import file, photo, scene

SVG = b'<?xml version="1.0"?>\n<!-- a logo -->\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def heic() -> bytes:
    written = io.BytesIO()
    pillow_heif.from_pillow(scene(64, 48)).save(written, quality=80)
    return written.getvalue()


def animated(kind: str) -> bytes:
    frames = [scene(), Image.new("RGB", (60, 40), pictures.BLUE)]
    return file(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


def zipped() -> bytes:
    written = io.BytesIO(photo())
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr("programme.class", b"\xca\xfe\xba\xbe")
    return written.getvalue()


def fault(content: bytes) -> Fault:
    with pytest.raises(FileRefusedError) as refused:
        reading.check(content)
    return refused.value.fault


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (photo(), Format.JPEG),
        (file(kind="PNG"), Format.PNG),
        (file(kind="WEBP"), Format.WEBP),
        (file(kind="WEBP", lossless=True), Format.WEBP),
        (file(kind="AVIF"), Format.AVIF),
        (file(kind="GIF"), Format.GIF),
        (animated("GIF"), Format.GIF),
        (file(scene().convert("CMYK")), Format.JPEG),
        (file(scene().convert("L").convert("I;16"), "PNG"), Format.PNG),
    ],
    ids=lambda value: value.value if isinstance(value, Format) else "",
)
def test_what_telephones_and_software_write_is_taken(content: bytes, kind: Format) -> None:
    seen = reading.check(content)

    assert (seen.format, seen.width, seen.height) == (kind, 60, 40)


def test_an_iphone_writes_heic() -> None:
    seen = reading.check(heic())

    assert (seen.format, seen.width, seen.height) == (Format.HEIF, 64, 48)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_sizes_are_those_of_the_picture_upright(orientation: int) -> None:
    seen = reading.check(photo(orientation=orientation))

    assert (seen.width, seen.height) == ((40, 60) if orientation >= 5 else (60, 40))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", Fault.EMPTY),
        (b"\0" * 400, Fault.UNKNOWN),
        (b"MZ\x90\0" + b"\0" * 400, Fault.UNKNOWN),
        (b"\xff\xd8\xff", Fault.BROKEN),
        (b"\xff\xd8\xff\xe0" + b"\0" * 400, Fault.BROKEN),
        (b"<!DOCTYPE html><script>alert(document.cookie)</script>", Fault.PAGE),
        (b"\xef\xbb\xbf  <html><body>", Fault.PAGE),
        (b"<?php system($_GET[0]);", Fault.PAGE),
        (SVG, Fault.DRAWING),
        (b"<svg onload='alert(1)'/>", Fault.DRAWING),
        (b"%PDF-1.7\n" + b"\0" * 400, Fault.DOCUMENT),
        (b"II*\0" + b"\0" * 400, Fault.RAW),
        (b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + b"\0" * 400, Fault.FILM),
        (b"\x1a\x45\xdf\xa3" + b"\0" * 400, Fault.FILM),
        (animated("WEBP"), Fault.ANIMATED),
        (animated("PNG"), Fault.ANIMATED),
        (animated("AVIF"), Fault.ANIMATED),
        (photo() + b"<?php system($_GET[0]);", Fault.DOUBLE),
        (photo() + b"<script>alert(1)</script>", Fault.DOUBLE),
        (photo() + b"%PDF-1.4 ", Fault.DOUBLE),
        (zipped(), Fault.DOUBLE),
        (file(pictures.scene(), "GIF", comment=b"*/=1;</script><script>alert(1)//"), Fault.DOUBLE),
        (pictures.huge_png(65_535, 65_535), Fault.TOO_MANY_PIXELS),
        (pictures.huge_png(7_072, 7_071), Fault.TOO_MANY_PIXELS),
        (pictures.huge_png(2**31 - 1, 1), Fault.TOO_MANY_PIXELS),
        (pictures.huge_webp(16_000, 16_000), Fault.TOO_MANY_PIXELS),
        (pictures.huge_png(5_000, 100), Fault.TOO_LONG),
        (pictures.huge_png(0, 0), Fault.BROKEN),
        (b"\xff\xd8\xff" + b"\0" * (20 * 1024 * 1024), Fault.TOO_HEAVY),
    ],
)
def test_what_is_no_photo_is_refused_by_its_name(content: bytes, expected: Fault) -> None:
    assert fault(content) is expected


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
@pytest.mark.parametrize("share", [0.3, 0.7, 0.98])
def test_a_picture_cut_short_on_its_way_is_refused(kind: str, share: float) -> None:
    noise = Image.effect_noise((200, 150), 80).convert("RGB")
    content = file(noise, kind)

    assert fault(content[: int(len(content) * share)]) is Fault.BROKEN


def test_a_heic_cut_short_is_refused() -> None:
    content = heic()

    assert fault(content[: len(content) // 2]) is Fault.BROKEN


def test_a_compressed_profile_that_swells_is_refused_and_not_swallowed() -> None:
    bomb = pictures._chunk(b"iCCP", b"p\0\0" + zlib.compress(b"\0" * 60_000_000))
    content = file(kind="PNG")

    assert reading.check(content)
    assert fault(content[:33] + bomb + content[33:]) is Fault.BROKEN


def test_an_orientation_that_makes_no_sense_is_none() -> None:
    content = photo(orientation=99)

    assert reading.check(content).width == 60


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")  # Pillow tells the log, and goes on
def test_exif_in_disorder_is_no_reason_to_refuse_a_photo() -> None:
    content = photo()
    at = content.index(b"Exif\0\0") + 6
    torn = content[: at + 4] + struct.pack("<I", 2**31) + content[at + 8 :]

    assert reading.check(torn).format is Format.JPEG
