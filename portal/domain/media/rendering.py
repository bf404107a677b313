"""Makes the copies that the public sees: upright, in sRGB, without any metadata, in few and small sizes.

Memory stays bounded: a JPEG is decoded at the scale that the largest copy needs, anything else is reduced as soon
as it is decoded, and one picture is worked on at a time.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageCms

from portal.domain.media import crops
from portal.domain.media.crops import Crop, Focal
from portal.domain.media.reading import UNREADABLE, decoding, opened, orientation
from portal.domain.media.vocabulary import Format, Seen

_LARGEST = 1920
_WAYS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SAVED: Mapping[str, Mapping[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 8},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
}
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
"""The media type of each format that copies are made in."""


@dataclass(frozen=True)
class Copy:
    """One copy: its name within its set, and its content."""

    crop: Crop
    name: str
    content: bytes


def copies(
    content: bytes, seen: Seen, wanted: tuple[Crop, ...], focal: Focal = crops.CENTRE
) -> Iterator[Copy]:
    """Yield the copies of a picture, the largest first; raise `FileRefusedError` if it cannot be read to its end."""
    with decoding():
        image = _upright(content, seen.format)
        for crop in wanted:
            yield from _cropped(image, crop, seen, focal)


def _cropped(image: Image.Image, crop: Crop, seen: Seen, focal: Focal) -> Iterator[Copy]:
    part = crops.box(crop, image.width, image.height, focal)
    step = image if crop.ratio is None else image.crop(part.corners)
    for wanted in sorted(crops.sizes(crop, seen.width, seen.height), reverse=True):
        step = step.resize(wanted, Image.Resampling.LANCZOS, reducing_gap=2.0)
        for extension in crop.formats:
            yield Copy(crop, f"{crop.name}-{wanted[0]}.{extension}", _saved(step, extension))


def _saved(image: Image.Image, extension: str) -> bytes:
    written = io.BytesIO()
    image.save(written, exif=b"", icc_profile=None, **_SAVED[extension])
    return written.getvalue()


def _upright(content: bytes, kind: Format) -> Image.Image:
    """Return a picture to make copies of, at the original's size or a whole number of times smaller."""
    with opened(content, kind) as image:
        turn = orientation(image)
        profile = image.info.get("icc_profile")
        if kind is Format.JPEG:
            image.draft(None, (_LARGEST, _LARGEST))
        image.load()
        smaller = _reduced(image)
    upright = _in_srgb(smaller, profile)
    if turn in _WAYS:
        upright = upright.transpose(_WAYS[turn])
    upright.info.clear()
    return upright


def _reduced(image: Image.Image) -> Image.Image:
    factor = min(image.size) // _LARGEST
    if image.mode in {"P", "1"} or image.mode.startswith("I"):
        image = _plain(image)
    return image.reduce(factor) if factor > 1 else image.copy()


def _plain(image: Image.Image) -> Image.Image:
    """Return a picture of few colours, or of sixteen bits, in eight bits a channel."""
    if image.mode.startswith("I"):
        return image.point(lambda level: level / 256).convert("L")
    return image.convert("RGBA" if "transparency" in image.info else "RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the colours as browsers show them without a profile, on white where nothing is painted."""
    if image.mode in {"LA", "PA", "La", "RGBa"}:
        image = image.convert("RGBA")
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    if alpha is not None or image.mode not in {"RGB", "L", "CMYK"}:
        image = image.convert("RGB")
    image = _managed(image, profile) if profile else image.convert("RGB")
    if alpha is None:
        return image
    page = Image.new("RGB", image.size, "white")
    page.paste(image, mask=alpha)
    return page


def _managed(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the colours of a profile as those of sRGB; as they are where the profile makes no sense."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        managed = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, *UNREADABLE):
        managed = None
    return managed or image.convert("RGB")
