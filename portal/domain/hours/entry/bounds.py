"""The first or last day of a season as people type it: `1er avril`, `lundi de Pâques`, `fin février`, `4/4/2027`."""

import re
from calendar import monthrange
from datetime import date

from portal.domain import texts
from portal.domain.hours import bounds
from portal.domain.hours.bounds import LAST, Bound
from portal.domain.hours.entry.calendar import (
    FEAST,
    FEASTS,
    MONTH,
    MONTH_OF,
    ORDINAL,
    ORDINAL_OF,
    WEEKDAY,
    WEEKDAY_OF,
)
from portal.domain.hours.entry.errors import ImpossibleDateError, NotABoundError, YearRefusedError
from portal.domain.hours.entry.plain import plain, tidy

LONGEST = 100
FIRST_YEAR, LAST_YEAR = 2000, 2100
LEAP_YEAR = 2028
MOST_FROM_EASTER = 200
"""The most days before or after Easter that a season may begin or end."""

_LEAD = re.compile(r"^(?:du |de la |de l'|des |d'|de |le |la |l'|les |au |a la |a l'|a |del |lo |las |al )")
_TAIL = re.compile(r"(?: inclus| compris| chaque annee| cada an)?[ .,;]*$")
_YEAR = r"(?:,? (?:de )?(?P<year>[0-9]{4}))?"
_OF = r"(?: de| d'| des| du| del)? ?"
_DAY_MONTH = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY})\.?,? )?(?P<day>[0-9]{{1,2}}) ?(?:er|e)?{_OF}(?P<month>{MONTH})\.?{_YEAR}"
)
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_FIGURES = re.compile(r"([0-9]{1,2}) ?[/.-] ?([0-9]{1,2})(?: ?[/.-] ?([0-9]{4}|[0-9]{2}))?")
_FEAST = re.compile(rf"(?:(?:jour|jorn) d[e'] ?)??(?P<feast>{FEAST}){_YEAR}")
_FROM_EASTER = re.compile(
    r"(?:paques|pascas) ?(?P<sign>[+-]) ?(?P<days>[0-9]{1,3})(?: (?:jours?|jorns?))?"
    r"|(?P<number>[0-9]{1,3}) (?:jours?|jorns?) (?P<side>avant|apres|abans|aprep) (?:paques|pascas)"
)
_NTH = re.compile(rf"(?P<nth>{ORDINAL}) (?P<weekday>{WEEKDAY})\.?{_OF}(?P<month>{MONTH})\.?{_YEAR}")
_PART = re.compile(
    rf"(?:(?P<part>la fin|fin|debut|mi|mitan|mieg|fin de|debuta|mitat)(?: de| d'| del|-)? ?)?(?P<month>{MONTH})\.?{_YEAR}"
)


def bound(text: str, *, is_last: bool = False) -> Bound:
    """Read the first day of a season, or its last: `avril` alone is 1 April, or 30 April.

    Raise an `EntryError` with the part that is wrong.
    """
    typed = tidy(texts.line(text, LONGEST) or "")
    spelt = _TAIL.sub("", plain(typed))
    for reader in (_of_figures, _of_feast, _of_day, _of_nth, _of_month):
        for candidate in (spelt, _LEAD.sub("", spelt)):
            found = reader(candidate, typed, is_last)
            if found is not None:
                return found
    raise NotABoundError(typed)


def _of_figures(spelt: str, typed: str, _: bool) -> Bound | None:
    if match := _ISO.fullmatch(spelt):
        return _day(typed, int(match[3]), int(match[2]), int(match[1]))
    if match := _FIGURES.fullmatch(spelt):
        year = int(match[3]) if match[3] else None
        return _day(
            typed, int(match[1]), int(match[2]), 2000 + year if year is not None and year < 100 else year
        )
    return None


def _of_feast(spelt: str, typed: str, _: bool) -> Bound | None:
    if match := _FROM_EASTER.fullmatch(spelt):
        days = int(match["days"] or match["number"])
        before = match["sign"] == "-" or match["side"] in {"avant", "abans"}
        if days > MOST_FROM_EASTER:
            raise ImpossibleDateError(typed)
        return Bound(easter=-days if before else days)
    if match := _FEAST.fullmatch(spelt):
        return _in_year(bounds.parse(FEASTS[match["feast"]]), match["year"])
    return None


def _of_day(spelt: str, typed: str, _: bool) -> Bound | None:
    match = _DAY_MONTH.fullmatch(spelt)
    if match is None:
        return None
    year = int(match["year"]) if match["year"] else None
    found = _day(typed, int(match["day"]), MONTH_OF[match["month"]], year)
    if match["weekday"]:
        if year is None:
            raise NotABoundError(typed)  # "samedi 4 avril" is a day of some year, and we are not told which
        if found.in_year(year).weekday() != WEEKDAY_OF[match["weekday"]]:
            raise ImpossibleDateError(typed)
    return found


def _of_nth(spelt: str, _: str, __: bool) -> Bound | None:
    match = _NTH.fullmatch(spelt)
    if match is None:
        return None
    nth = Bound(
        month=MONTH_OF[match["month"]], weekday=WEEKDAY_OF[match["weekday"]], nth=ORDINAL_OF[match["nth"]]
    )
    return _in_year(nth, match["year"])


def _of_month(spelt: str, typed: str, is_last: bool) -> Bound | None:
    match = _PART.fullmatch(spelt)
    if match is None:
        return None
    month, year = MONTH_OF[match["month"]], int(match["year"]) if match["year"] else None
    part = match["part"] or ("fin" if is_last else "debut")
    if "fin" in part:
        return _day(typed, monthrange(_known(year or LEAP_YEAR), month)[1], month, year)
    return _day(typed, 15 if part.startswith("mi") else 1, month, year)


def _day(typed: str, day: int, month: int, year: int | None) -> Bound:
    try:
        date(LEAP_YEAR if year is None else _known(year), month, day)
    except ValueError:
        raise ImpossibleDateError(typed) from None
    return Bound(month=month, day=day, year=year)


def _in_year(found: Bound, year: str | None) -> Bound:
    """Return the date that a bound of each year is in the year that was typed, if any was."""
    return bounds.dated(found.in_year(_known(int(year)))) if year else found


def _known(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearRefusedError(str(year))
    return year


_MONTH_NAMES = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_WEEKDAY_NAMES = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
_ORDINAL_NAMES = {1: "1er", 2: "2e", 3: "3e", 4: "4e", 5: "5e", LAST: "dernier"}
_FEAST_NAMES = {
    0: "Pâques",
    1: "lundi de Pâques",
    -2: "vendredi saint",
    -47: "mardi gras",
    39: "Ascension",
    49: "Pentecôte",
    50: "lundi de Pentecôte",
}


def bound_text(bound: Bound, *, is_last: bool = False) -> str:
    """Write a bound as a form shows it back, to be read again as the same."""
    if bound.easter is not None:
        return _FEAST_NAMES.get(bound.easter) or _from_easter(bound.easter)
    month = _MONTH_NAMES[(bound.month or 1) - 1]
    if bound.weekday is not None:
        of = "d’" if month[0] in "ao" else "de "
        return f"{_ORDINAL_NAMES[bound.nth or 1]} {_WEEKDAY_NAMES[bound.weekday]} {of}{month}"
    if is_last and (bound.month, bound.day, bound.year) == (2, 29, None):
        return "fin février"
    year = f" {bound.year}" if bound.year is not None else ""
    return f"{'1er' if bound.day == 1 else bound.day} {month}{year}"


def _from_easter(days: int) -> str:
    number = f"{abs(days)} jour{'s' if abs(days) > 1 else ''}"
    return f"{number} {'après' if days > 0 else 'avant'} Pâques"
