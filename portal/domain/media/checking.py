"""What a museum may say of its pictures, and what is still missing before the public sees one.

The block: `{"order": [12, 7], "photos": {"12": {…}, "7": {…}}}`, a picture's words by its number.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import PurePath
from typing import Any

from portal.domain import texts
from portal.domain.errors import DomainError
from portal.domain.folding import fold
from portal.domain.media import errors
from portal.domain.media.vocabulary import Licence
from portal.domain.revisions import Snapshot

ALTERNATIVE_LENGTH = 300
CREDIT_LENGTH = 160
MOST = 60
"""Pictures a museum shows."""

BLANK: Snapshot = {
    "alt": {"fr": None, "oc": None},
    "decorative": False,
    "credit": None,
    "licence": None,
    "press": False,
    "consent": False,
    "embargo": None,
    "focal": [50, 50],
}
"""What is said of a picture that nobody has described yet."""

_FILE = re.compile(r".*\.(?:jpe?g|png|webp|avif|hei[cf]|gif|tiff?|bmp|raw|dng)", re.IGNORECASE)
# How telephones, cameras and messaging name what they write: IMG_2043, DSC00312, PXL_20240611_…, WhatsApp Image 2024-…
_CAMERA = re.compile(
    r"(?:img|dsc[nf]?|dscn|pxl|p|pict|image|photo|mvimg|wa|scan|screenshot|capture)?[\s_-]*\d[\d\s_().:-]*(?:copie|copy)?"
    r"|whatsapp image .*",
    re.IGNORECASE,
)


def checked(typed: Mapping[str, Any], filenames: Mapping[int, str]) -> Snapshot:
    """Return the block as it is kept; raise `PicturesRefusedError` with every value that makes no sense.

    `filenames` are the names that the museum's files came with, by picture: others are of no picture of its own,
    and are left out. What is missing is no fault here (`missing`).
    """
    faults: dict[str, DomainError] = {}
    order = [id_ for id_ in dict.fromkeys(map(int, typed.get("order") or ())) if id_ in filenames][:MOST]
    photos = typed.get("photos") or {}
    kept = {
        str(id_): _photo(faults, f"photos.{id_}", photos.get(str(id_)) or {}, filenames[id_]) for id_ in order
    }
    if faults:
        raise errors.PicturesRefusedError(faults)
    return {"order": order, "photos": kept}


def missing(photo: Mapping[str, Any]) -> dict[str, DomainError]:
    """Return what keeps a picture from the public, by field; nothing for one that may be shown."""
    found: dict[str, DomainError] = {}
    if not photo["decorative"] and not photo["alt"]["fr"]:
        found["alt.fr"] = errors.AlternativeMissingError()
    if not photo["credit"]:
        found["credit"] = errors.CreditMissingError()
    if not photo["licence"]:
        found["licence"] = errors.LicenceMissingError()
    if not photo["consent"]:
        found["consent"] = errors.ConsentMissingError()
    return found


def alternative(text: str | None, filename: str) -> str | None:
    """Return a description; raise `FileNameError` for the name of a file, as this one or as cameras call theirs."""
    said = texts.lines(text, ALTERNATIVE_LENGTH)
    if said is None:
        return None
    name = fold(said)
    if (
        _FILE.fullmatch(said)
        or _CAMERA.fullmatch(said)
        or name in {fold(filename), fold(PurePath(filename).stem)}
    ):
        raise errors.FileNameError
    return said


def _photo(faults: dict[str, DomainError], path: str, said: Mapping[str, Any], filename: str) -> Snapshot:
    photo = {name: said.get(name, empty) for name, empty in BLANK.items()}
    both = photo["alt"] or {}
    kept = {
        "alt": {
            language: _tried(
                faults, f"{path}.alt.{language}", partial(alternative, both.get(language), filename)
            )
            for language in ("fr", "oc")
        },
        "decorative": bool(photo["decorative"]),
        "credit": _tried(faults, f"{path}.credit", partial(texts.line, photo["credit"], CREDIT_LENGTH)),
        "licence": _tried(faults, f"{path}.licence", partial(_licence, photo["licence"])),
        "press": bool(photo["press"]),
        "consent": bool(photo["consent"]),
        "embargo": _tried(faults, f"{path}.embargo", partial(_day, photo["embargo"])),
        "focal": _tried(faults, f"{path}.focal", partial(_focal, photo["focal"])),
    }
    if kept["decorative"] and (kept["alt"]["fr"] or kept["alt"]["oc"]):
        faults.setdefault(f"{path}.decorative", errors.DecorativeError())
    if kept["alt"]["oc"] and not kept["alt"]["fr"]:
        faults.setdefault(f"{path}.alt.fr", errors.FrenchMissingError())
    return kept


def _licence(value: Any) -> str | None:
    if not value:
        return None
    try:
        return Licence(value).value
    except ValueError as error:
        raise errors.LicenceMissingError from error


def _day(value: Any) -> str | None:
    if not value:
        return None
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise errors.EmbargoError from error


def _focal(value: Any) -> list[int]:
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise errors.FocalError
    if not all(isinstance(each, int) and not isinstance(each, bool) and 0 <= each <= 100 for each in value):
        raise errors.FocalError
    return list(value)


def _tried(faults: dict[str, DomainError], path: str, clean: Any) -> Any:
    try:
        return clean()
    except DomainError as error:
        faults[path] = error
        return None
