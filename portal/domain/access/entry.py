"""Reads what people type for days, durations, distances and shares. Pure."""

import re
from datetime import date

from portal.domain.access import errors as E  # noqa: N812 - a vocabulary, read as one

LONGEST = 40
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_FRENCH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_MINUTES = re.compile(r"(?:(\d{1,2}) ?h(?:eures?)?)? ?(?:(\d{1,3}) ?(?:mn|min|minutes?|'|’)?)?", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3}) ?%?", re.ASCII)
_METRES = re.compile(r"(\d{1,5})(?:[.,](\d{1,3}))? ?(km|m)?", re.ASCII)
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b)", re.ASCII)
_CENTIMETRES = re.compile(r"(\d{1,3}) ?(?:cm)?", re.ASCII)
DOOR_CM = (40, 400)
VISIT = (5, 600)
STATION = (0, 60_000)
_HALF_METRE = 0.5


def day(typed: object) -> date | None:
    """Read `2029-03-14` or `14/03/2029`; nothing typed is no day."""
    text = _plain(typed)
    if not text:
        return None
    if iso := _ISO.fullmatch(text):
        year, month, number = map(int, iso.groups())
    elif french := _FRENCH.fullmatch(text):
        number, month, year = map(int, french.groups())
    else:
        raise E.DayError
    try:
        return date(year, month, number)
    except ValueError:
        raise E.DayError from None


def minutes(typed: object) -> int | None:
    """Read `90`, `90 min`, `1 h 30` as minutes."""
    text = _plain(typed)
    if not text:
        return None
    found = _MINUTES.fullmatch(text)
    total = int(found[1] or 0) * 60 + int(found[2] or 0) if found else -1
    return _within(total, VISIT, E.DurationError)


def percent(typed: object) -> int | None:
    """Read `70` or `70 %`."""
    text = _plain(typed)
    if not text:
        return None
    found = _PERCENT.fullmatch(text)
    return _within(int(found[1]) if found else -1, (0, 100), E.NumberError)


def metres(typed: object) -> int | None:
    """Read `900`, `900 m`, `1,2 km` as metres."""
    text = _THOUSANDS.sub("", _plain(typed))
    if not text:
        return None
    found = _METRES.fullmatch(text)
    if found is None:
        raise E.DistanceError(*STATION)
    is_far = found[3] == "km"
    value = float(f"{found[1]}.{found[2] or 0}") * (1_000 if is_far else 1)
    return _within(int(value + _HALF_METRE), STATION, E.DistanceError)


def centimetres(typed: object) -> int | None:
    """Read `90` or `90 cm`."""
    text = _plain(typed)
    if not text:
        return None
    found = _CENTIMETRES.fullmatch(text)
    return _within(int(found[1]) if found else -1, DOOR_CM, E.NumberError)


def _plain(typed: object) -> str:
    """Return what was typed on one line, in small letters; too long to mean anything is left as it is."""
    if typed is None:
        return ""
    text = str(typed)
    return " ".join(text[: LONGEST + 1].replace("\xa0", " ").replace("\u202f", " ").lower().split())


def _within(number: int, bounds: tuple[int, int], error: type[E.NumberError]) -> int:
    least, most = bounds
    if not least <= number <= most:
        raise error(least, most)
    return number
