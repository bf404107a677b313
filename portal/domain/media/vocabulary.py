"""The words that pictures are described with: what a file is, why one is refused, under which licence one is given."""

import enum
from dataclasses import dataclass


class Format(enum.Enum):
    """What a picture is, by its content and never by its name."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    AVIF = "avif"
    HEIF = "heif"
    """HEIC, as iPhones make it."""
    GIF = "gif"
    """Its first frame."""


@dataclass(frozen=True)
class Seen:
    """What a file turned out to be."""

    format: Format
    width: int
    height: int
    """Upright, in pixels."""


class Fault(enum.Enum):
    """Why a file cannot become a picture of the portal."""

    EMPTY = "empty"
    TOO_HEAVY = "too_heavy"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_LONG = "too_long"
    """A strip, so many times longer than wide that nothing would be left of it."""
    BROKEN = "broken"
    """A picture that stops before its end, or that no reader understands."""
    ANIMATED = "animated"
    DRAWING = "drawing"
    """SVG: a program that draws."""
    DOCUMENT = "document"
    """PDF."""
    PAGE = "page"
    """HTML, whatever its name says."""
    FILM = "film"
    RAW = "raw"
    """TIFF and what cameras write like it."""
    DOUBLE = "double"
    """A picture that is something else too (a program, an archive)."""
    UNKNOWN = "unknown"
    TOO_MANY = "too_many"
    """One more than a museum keeps."""
    DISK = "disk"
    """Not the file's fault: it could not be kept."""


class State(enum.Enum):
    """How far the copies of a picture are."""

    WAITING = "waiting"
    MADE = "made"
    FAILED = "failed"
    """Its content could not be read to the end after all."""


class Licence(enum.Enum):
    """What others may do with a picture."""

    RESERVED = "reserved"
    """Shown on the portal; nothing else without asking."""
    CC_BY = "cc-by"
    CC_BY_SA = "cc-by-sa"
    OPEN_LICENCE = "etalab"
    CC0 = "cc0"
    PUBLIC_DOMAIN = "public-domain"

    @property
    def address(self) -> str | None:
        """Where the licence itself is read; nothing where there is no text to read."""
        return _ADDRESSES.get(self)


_ADDRESSES = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.OPEN_LICENCE: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.PUBLIC_DOMAIN: "https://creativecommons.org/publicdomain/mark/1.0/",
}
