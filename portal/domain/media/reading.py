"""Opens what was sent as a picture: sizes before any decoding, one decoding at a time, nothing believed of its name."""

import io
import struct
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import ExifTags, Image, UnidentifiedImageError

from portal.domain.media.errors import FileRefusedError
from portal.domain.media.recognising import is_cut_short, recognise, webp_size
from portal.domain.media.vocabulary import Fault, Format, Seen

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 50_000_000
LONGEST = 10
"""How many times longer than wide a picture may be."""

# Pillow's own guard, for what a decoder finds out later than its header says; between one and two times the limit
# it only warns, and a warning stops nobody.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)

_one_at_a_time = threading.Lock()
_TURNED = {5, 6, 7, 8}
"""EXIF orientations (CIPA DC-008) that exchange width and height."""
_PREVIEW = (256, 256)

# What decoders raise for contents that make no sense, as Pillow's plugins and libheif's binding do.
UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    RuntimeError,
    MemoryError,
    struct.error,
    UnidentifiedImageError,
)
_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def check(content: bytes) -> Seen:
    """Return what a file is; raise `FileRefusedError` unless it can become a picture."""
    if len(content) > MAX_BYTES:
        raise FileRefusedError(Fault.TOO_HEAVY)
    kind = recognise(content)
    if is_cut_short(content, kind):
        raise FileRefusedError(Fault.BROKEN)
    with decoding(), opened(content, kind) as image:
        if kind not in {Format.GIF, Format.HEIF} and getattr(image, "n_frames", 1) > 1:
            raise FileRefusedError(Fault.ANIMATED)
        width, height = image.size[::-1] if orientation(image) in _TURNED else image.size
        _read_through(content, kind, image)
    return Seen(kind, width, height)


@contextmanager
def decoding() -> Iterator[None]:
    """Take this process's one turn at decoding; whatever a decoder makes of a bad content is one refusal."""
    with _one_at_a_time:
        try:
            yield
        except FileRefusedError:
            raise
        except _BOMBS as error:
            raise FileRefusedError(Fault.TOO_MANY_PIXELS) from error
        except UNREADABLE as error:
            raise FileRefusedError(Fault.BROKEN) from error


@contextmanager
def opened(content: bytes, kind: Format) -> Iterator[Image.Image]:
    """Open a picture by the one reader of its format; nothing is decoded yet."""
    if kind is Format.WEBP:  # its reader takes memory for the whole canvas as it opens
        _measure(*webp_size(content))
    if kind is Format.HEIF:
        _learn_heif()
    with Image.open(io.BytesIO(content), formats=(kind.name,)) as image:
        _measure(*image.size)
        yield image


def orientation(image: Image.Image) -> int:
    """Return how the picture is to be turned (EXIF, 1 to 8); 1 where it does not say, or says nonsense."""
    try:
        said = image.getexif().get(ExifTags.Base.Orientation, 1)
    except UNREADABLE:
        return 1
    return said if isinstance(said, int) and 1 <= said <= 8 else 1


def _measure(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise FileRefusedError(Fault.TOO_MANY_PIXELS)
    if width < 1 or height < 1 or max(width, height) > LONGEST * min(width, height):
        raise FileRefusedError(Fault.TOO_LONG)


def _read_through(content: bytes, kind: Format, image: Image.Image) -> None:
    """Find a file that stops before its end, as cheaply as its format allows; the job finds the rest."""
    if kind is Format.JPEG:
        image.draft("RGB", _PREVIEW)
        image.load()
    elif kind is Format.PNG:  # checks the sum of every chunk, and decodes none
        with Image.open(io.BytesIO(content), formats=("PNG",)) as again:
            again.verify()
    elif kind is Format.GIF:
        image.load()


def _learn_heif() -> None:
    """Teach Pillow to read HEIC, the first time one comes: the library is large."""
    if "HEIF" in Image.OPEN:
        return
    import pillow_heif  # noqa: PLC0415 - only those who send HEIC pay for it

    pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
