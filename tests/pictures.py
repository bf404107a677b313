"""Pictures that the tests make: honest ones small enough to be quick, and hostile ones."""

import io
import struct
import zlib
from typing import Any

from PIL import ExifTags, Image

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 200, 30), (30, 30, 220), (240, 240, 240)


def scene(width: int = 60, height: int = 40) -> Image.Image:
    """A picture whose four corners tell its way up: red, green / blue, white."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(GREEN, (width // 2, 0, width, height // 2))
    picture.paste(BLUE, (0, height // 2, width // 2, height))
    picture.paste(WHITE, (width // 2, height // 2, width, height))
    return picture


def file(picture: Image.Image | None = None, kind: str = "JPEG", **options: Any) -> bytes:
    """A picture as a file."""
    written = io.BytesIO()
    (picture or scene()).save(
        written, kind, **({"quality": 95} if kind in {"JPEG", "WEBP"} else {}) | options
    )
    return written.getvalue()


def photo(width: int = 60, height: int = 40, **more: Any) -> bytes:
    """A JPEG as a telephone makes one: where it was taken, by what, and a comment."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Telefonica"
    exif[ExifTags.Base.Orientation] = more.pop("orientation", 1)
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (43.0, 36.0, 16.0)
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    return file(scene(width, height), exif=exif, comment=b"chez moi", **more)


def corners(content: bytes) -> list[tuple[int, int, int]]:
    """The colours of the four corners, as the eye names them."""
    with Image.open(io.BytesIO(content)) as opened:
        picture = opened.convert("RGB")
    right, bottom = picture.width - 3, picture.height - 3
    found = [picture.getpixel(place) for place in ((2, 2), (right, 2), (2, bottom), (right, bottom))]
    return [min((RED, GREEN, BLUE, WHITE), key=lambda known: distance(known, seen)) for seen in found]


def distance(one: Any, other: Any) -> int:
    """How far apart two colours are."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def huge_png(width: int, height: int, *, depth: int = 8) -> bytes:
    """A PNG of a few hundred bytes whose header announces as many pixels as one likes."""
    head = struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, body)
        for name, body in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 4096)), (b"IEND", b""))
    )


def huge_webp(width: int, height: int) -> bytes:
    """A WebP whose header announces as many pixels as one likes."""
    size = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size + file(kind="WEBP")[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
