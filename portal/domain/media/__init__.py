"""Pictures: what museums send, what is made of it, and what the public sees."""

from portal.domain.media.blocks import BLOCK, EMPTY, KIND, key, want_copies
from portal.domain.media.checking import BLANK, checked, missing
from portal.domain.media.crops import CARD, CENTRE, CROPS, PAGE, SHARE, WHOLE, Crop, Focal
from portal.domain.media.errors import FileRefusedError, PicturesRefusedError
from portal.domain.media.live import Shown, on, shown
from portal.domain.media.models import MuseumPictures, Picture
from portal.domain.media.vocabulary import Fault, Format, Licence, Seen, State

__all__ = [
    "BLANK",
    "BLOCK",
    "CARD",
    "CENTRE",
    "CROPS",
    "EMPTY",
    "KIND",
    "PAGE",
    "SHARE",
    "WHOLE",
    "Crop",
    "Fault",
    "FileRefusedError",
    "Focal",
    "Format",
    "Licence",
    "MuseumPictures",
    "Picture",
    "PicturesRefusedError",
    "Seen",
    "Shown",
    "State",
    "checked",
    "key",
    "missing",
    "on",
    "shown",
    "want_copies",
]
