"""A free day as people type it: `premier dimanche du mois`, `mercredi`, `Nuit des musées`, `14 juillet`."""

import re

from portal.domain.admission.entry.errors import NotAFreeDayError
from portal.domain.admission.rows import FreeKind, FreeRule
from portal.domain.errors import DomainError
from portal.domain.folding import fold
from portal.domain.hours import entry

LONGEST = 100
_NIGHT = re.compile(r"(la )?(nuit (europeenne )?des musees|nuech (europea )?dels museus)")
_HERITAGE = re.compile(
    r"(les )?(journees? (europeennes? )?du patrimoine|jornadas europeas del patrimoni|jep)"
)
_WEEKDAYS = {
    **dict.fromkeys(("lundi", "diluns"), 0),
    **dict.fromkeys(("mardi", "dimars"), 1),
    **dict.fromkeys(("mercredi", "dimecres"), 2),
    **dict.fromkeys(("jeudi", "dijous"), 3),
    **dict.fromkeys(("vendredi", "divendres"), 4),
    **dict.fromkeys(("samedi", "dissabte"), 5),
    **dict.fromkeys(("dimanche", "dimenge"), 6),
}
_NTHS = {
    **dict.fromkeys(("premier", "1er", "1", "primier", "1r"), 1),
    **dict.fromkeys(("deuxieme", "second", "2e", "2eme", "2nd", "segond"), 2),
    **dict.fromkeys(("troisieme", "3e", "3eme", "tresen", "3en"), 3),
    **dict.fromkeys(("quatrieme", "4e", "4eme", "quatren", "4en"), 4),
    **dict.fromkeys(("dernier", "darrier"), -1),
}
_NTH = re.compile(
    rf"(?:les? |chaque |lo )?(?P<nth>{'|'.join(_NTHS)})s? (?P<weekday>{'|'.join(_WEEKDAYS)})s?"
    r"(?: (?:du|de chaque|de cada|del|par) mois| (?:del|de cada) mes)?"
)
_EACH = re.compile(rf"(?:les? |tous les |chaque |lo |cada )?(?P<weekday>{'|'.join(_WEEKDAYS)})s?")


def free_day(text: str) -> FreeRule:
    """Read which day is free, all year; raise `NotAFreeDayError`."""
    spelt = fold(text)
    if _NIGHT.fullmatch(spelt):
        return FreeRule(FreeKind.MUSEUM_NIGHT)
    if _HERITAGE.fullmatch(spelt):
        return FreeRule(FreeKind.HERITAGE_DAYS)
    if match := _NTH.fullmatch(spelt):
        return FreeRule(FreeKind.WEEKDAY, weekday=_WEEKDAYS[match["weekday"]], nth=_NTHS[match["nth"]])
    if match := _EACH.fullmatch(spelt):
        return FreeRule(FreeKind.WEEKDAY, weekday=_WEEKDAYS[match["weekday"]])
    try:
        day = entry.bound(text)
    except DomainError as error:
        raise NotAFreeDayError(text[:LONGEST]) from error
    if day.day is None:  # counted from Easter, or a weekday of one month
        raise NotAFreeDayError(text[:LONGEST])
    return FreeRule(FreeKind.DAY, day=day)
