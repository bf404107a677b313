"""How long before closing, as people type it."""

import re

from portal.domain.hours.entry.errors import NotADurationError
from portal.domain.hours.entry.plain import plain

LONGEST = 6 * 60
"""The most minutes before closing that make sense of a last admission."""

_WORDS = {
    "un quart d'heure": 15,
    "quart d'heure": 15,
    "un quart d'ora": 15,
    "une demi-heure": 30,
    "une demi heure": 30,
    "demi-heure": 30,
    "mieja ora": 30,
    "trois quarts d'heure": 45,
    "tres quarts d'ora": 45,
    "une heure": 60,
    "una ora": 60,
    "une heure et demie": 90,
    "una ora e mieja": 90,
    "1/4 h": 15,
    "1/2 h": 30,
    "3/4 h": 45,
}
_MINUTES = re.compile(r"([0-9]{1,3}) ?(?:m|mn|min|mins|minutes?|minutas?|')?")
_HOURS = re.compile(r"([0-9]{1,2}) ?(?:h|heures?|oras?) ?(?:([0-9]{1,2}) ?(?:mn|min|minutes?|minutas?)?)?")
_FRAME = re.compile(
    r"^(?:dernieres? (?:entrees?|admissions?) |darriera dintrada )?|\.?$|"
    r",? (?:avant|abans) (?:la |l')?(?:fermeture|tampadura|barradura|fin)\.?$"
)


def minutes(text: str) -> int:
    """Read `30`, `30 min avant la fermeture`, `3/4 h`, `1h15`; raise `NotADurationError` for what is none."""
    typed = _FRAME.sub("", plain(text)).strip()
    found = _WORDS.get(re.sub(r"(/[24]) ?(?:h|d'heure|heure|d'ora)$", r"\1 h", typed))
    if match := _MINUTES.fullmatch(typed):
        found = int(match[1])
    elif match := _HOURS.fullmatch(typed):
        extra = int(match[2] or 0)
        found = int(match[1]) * 60 + extra if extra < 60 else None
    if found is None or found > LONGEST:
        raise NotADurationError(text)
    return found
