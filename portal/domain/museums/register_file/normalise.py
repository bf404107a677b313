"""One spelling for each kind of value, whatever the generation wrote."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from urllib.parse import urlsplit, urlunsplit

from portal.domain.museums.register_file.facts import Reason, RowRefused

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
_NOT_A_WORD = re.compile(r"[^0-9a-z]+")
_POSTCODE = re.compile(r"((?:0[1-9]|[1-8][0-9]|9[0-578])[0-9]{3})(?:\s*cedex\b.*)?", re.IGNORECASE)
_PHONE = re.compile(r"(?<!\d)(?:\+\s?33\s?(?:\(0\)\s?)?|0033\s?|0)([1-9](?:[\s.\-]*[0-9]{2}){4})(?!\d)")
_WEB_ADDRESS = re.compile(r"(?:(https?):/{2})?([^\s/:@]+\.[^\s/:@]+(?:[/:?]\S*)?)", re.IGNORECASE)
_LAT_LON = re.compile(r"\s*(-?\d+(?:\.\d+)?(?:e-?\d+)?)\s*,\s*(-?\d+(?:\.\d+)?(?:e-?\d+)?)\s*")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

# Where a museum of France can stand: south, north, west, east.
_FRANCE = (
    (41.2, 51.2, -5.3, 9.7),  # metropole and Corsica
    (15.7, 18.2, -63.3, -60.9),  # Guadeloupe, Saint-Martin, Saint-Barthélemy
    (14.3, 15.0, -61.3, -60.7),  # Martinique
    (2.0, 6.0, -54.7, -51.5),  # Guyane
    (-21.5, -20.8, 55.1, 55.9),  # La Réunion
    (-13.1, -12.5, 44.9, 45.4),  # Mayotte
    (46.7, 47.2, -56.6, -56.0),  # Saint-Pierre-et-Miquelon
    (-28.0, -7.5, -155.0, -134.0),  # Polynésie française
    (-23.0, -18.0, 158.0, 172.5),  # Nouvelle-Calédonie
    (-14.5, -13.0, -178.5, -176.0),  # Wallis-et-Futuna
)
_EARTH_DIAMETER = 2 * 6_371_000


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Text without case, accents or punctuation, its words one space apart: two folds compare two meanings."""
    plain = unicodedata.normalize("NFKD", text.translate(_LIGATURES).casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _NOT_A_WORD.sub(" ", bare).strip()


def tidy(text: str) -> str:
    """Text on one line, with single spaces."""
    return " ".join(text.split())


def postcode(text: str) -> str:
    """Five digits, without the word Cedex; empty when the cell is."""
    plain = tidy(text)
    if not plain:
        return ""
    match = _POSTCODE.fullmatch(plain)
    if match is None:
        raise RowRefused(Reason.BAD_POSTCODE, value=plain[:40])
    return match[1]


def phone(text: str) -> str:
    """First French telephone number of the cell, in pairs of digits; empty when there is none."""
    match = _PHONE.search(text)
    if match is None:
        return ""
    digits = "0" + re.sub(r"\D", "", match[1])
    return " ".join(digits[start : start + 2] for start in range(0, 10, 2))


def website(text: str) -> str:
    """First web address of the cell, with its scheme; empty when the cell holds anything else."""
    words = text.split()
    match = _WEB_ADDRESS.fullmatch(words[0].rstrip(";,")) if words else None
    if match is None:
        return ""
    try:
        parts = urlsplit(f"{(match[1] or 'https').lower()}://{match[2]}")
    except ValueError:
        return ""
    path = "" if parts.path == "/" and not parts.query else parts.path
    return urlunsplit(parts._replace(netloc=parts.netloc.lower(), path=path))


def domains(text: str, *, commas: bool, indivisible: Sequence[str]) -> tuple[str, ...]:
    """Domain spellings of one cell; the 2024 generation alone parts them with commas.

    `indivisible` holds the known spellings that contain a comma themselves.
    """
    if not commas:
        return tuple(filter(None, map(tidy, text.split(";"))))
    marked = text
    for spelling in indivisible:
        marked = marked.replace(spelling, spelling.replace(",", "\0"))
    return tuple(filter(None, (tidy(part).replace("\0", ",") for part in marked.split(","))))


def day(text: str) -> date | None:
    """Day written in ISO or in French order, with or without a time; None when the cell is empty."""
    plain = tidy(text).split(" ")[0].split("T")[0]
    if not plain:
        return None
    pattern = "%Y-%m-%d" if _ISO_DAY.fullmatch(plain) else "%d/%m/%Y"
    try:
        # Only the day is kept, so the missing zone says nothing.
        return datetime.strptime(plain, pattern).date()  # noqa: DTZ007 - a day has no offset
    except ValueError:
        raise RowRefused(Reason.BAD_DATE, value=plain[:40]) from None


def position(latitude: str, longitude: str, together: str) -> tuple[float, float] | None:
    """Latitude and longitude from two cells, else from one; None when all are empty."""
    written = (
        f"{latitude.replace(',', '.')},{longitude.replace(',', '.')}" if latitude or longitude else together
    )
    if not tidy(written):
        return None
    match = _LAT_LON.fullmatch(written)
    if match is None:
        raise RowRefused(Reason.BAD_COORDINATES, value=tidy(written)[:60])
    north, east = float(match[1]), float(match[2])
    if not any(s <= north <= n and w <= east <= e for s, n, w, e in _FRANCE):
        raise RowRefused(Reason.OUTSIDE_FRANCE, value=tidy(written)[:60])
    return round(north, 6), round(east, 6)


def metres_between(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Great-circle distance of two points given as (latitude, longitude)."""
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (here, there))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return _EARTH_DIAMETER * asin(min(1.0, sqrt(half)))
