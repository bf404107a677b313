"""Finds dates, months and seasons inside a sentence, in plain spelling."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field

from portal.domain.hours import entry
from portal.domain.hours.bounds import Bound, Span, yearly
from portal.domain.hours.entry.calendar import FEAST, MONTH, ORDINAL, WEEKDAY
from portal.domain.hours.school import SchoolBreak

LEAP_YEAR = 2028
WHOLE_YEAR = Span(yearly(1, 1), yearly(12, 31))

_END = r"(?![a-z0-9])"
_YEAR = r"(?: (?:de )?[0-9]{4})?"
_OF = r"(?:de |d'|du |del )?"
_DAY = rf"[0-9]{{1,2}} ?(?:er)? {_OF}(?:{MONTH}){_YEAR}"
_MONTH = rf"(?:(?:(?:la )?(?:mi|fin|debut)[- ](?:de |d')?)?(?:{MONTH}){_YEAR})"
_FIGURES = r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?"
_NTH = rf"(?:{ORDINAL}) (?:{WEEKDAY}) {_OF}(?:{MONTH}){_YEAR}"
_FEAST = rf"(?:{FEAST}){_YEAR}"
_EASTER = r"[0-9]{1,3} (?:jours?|jorns?) (?:avant|apres|abans|aprep) (?:paques|pascas)"
BOUND = rf"(?:(?:{_NTH}|{_EASTER}|{_FIGURES}|{_DAY}|{_FEAST}|{_MONTH}){_END})"
"""A day, a month or a feast, wherever a sentence names one."""

_FROM = r"(?:(?:du|des|de|d'|del|depuis|entre|en) ?)?(?:le |la |l')?"
_TO = r" ?(?:jusqu'au |jusqu'a (?:la |l')?|fins al |fins a |au |al |a la |a l'|a |- ?) ?"
_RANGE = re.compile(rf"{_FROM}(?P<first>{BOUND}){_TO}(?P<last>{BOUND})(?: inclus| compris)?")
_SHORT_RANGE = re.compile(
    rf"(?:du |de |del )?(?P<first>[0-9]{{1,2}}) ?(?:er)?(?: au | al | ?- ?)(?P<last>{_DAY}{_END})(?: inclus)?"
)
_HALF = re.compile(
    rf"(?:la |pendant la )?(?P<half>1e?re|premiere|2e?me|2e|2nde|deuxieme|seconde) quinzaine {_OF}(?P<month>{MONTH}){_END}"
)
_ALONE = re.compile(
    rf"(?:en |au mois de |au mois d'|pendant |le mois de |les mois de |l'|la |de |d')?(?P<month>{_MONTH}{_END})"
)
_ALL_YEAR = re.compile(r"(?:toute l'annee|a l'annee|tot l'an|tota l'annada)(?![a-z])")
_REST = re.compile(r"(?:le reste de l'annee|autres jours de l'annee|les autres jours de l'annee)(?![a-z])")
_BREAKS = re.compile(
    r"(?:pendant |durant |lors d|pendent )?(?:les |des |las )?(?:vacances|vacancas) (?P<which>.*?) ?\(?(?:zone|zona) c\)?"
    r"|(?:pendant |durant |pendent )(?:les |las )?(?:vacances|vacancas) (?P<all>scolaires|escolaras)"
    r"|(?:les |las )?(?:vacances|vacancas) zone c"
)
_BREAK = {
    "de la toussaint": SchoolBreak.ALL_SAINTS,
    "de toussaint": SchoolBreak.ALL_SAINTS,
    "de totsants": SchoolBreak.ALL_SAINTS,
    "de noel": SchoolBreak.CHRISTMAS,
    "de nadal": SchoolBreak.CHRISTMAS,
    "d'hiver": SchoolBreak.WINTER,
    "de fevrier": SchoolBreak.WINTER,
    "d'ivern": SchoolBreak.WINTER,
    "de printemps": SchoolBreak.SPRING,
    "de paques": SchoolBreak.SPRING,
    "de prima": SchoolBreak.SPRING,
    "d'ete": SchoolBreak.SUMMER,
    "d'estiu": SchoolBreak.SUMMER,
}


@dataclass(frozen=True, slots=True)
class When:
    """A season as a sentence names it: spans, or school holidays, or what others leave of the year."""

    spans: tuple[Span, ...] = ()
    breaks: frozenset[SchoolBreak] = field(default=frozenset())
    is_rest: bool = False


def when_at(text: str, position: int) -> tuple[When, int] | None:
    """Return the season named at a place of a text, and where its name ends."""
    for pattern, whole in ((_ALL_YEAR, When((WHOLE_YEAR,))), (_REST, When((WHOLE_YEAR,), is_rest=True))):
        if match := pattern.match(text, position):
            return whole, match.end()
    if match := _BREAKS.match(text, position):
        found = _breaks(match["which"])
        return None if found is None else (When(breaks=found), match.end())
    span = span_at(text, position)
    return (When((span[0],)), span[1]) if span else None


def span_at(text: str, position: int) -> tuple[Span, int] | None:
    """Return the span named at a place: `du 1er avril au 31 octobre`, `d’avril à juin`, `en juillet`."""
    for pattern in (_RANGE, _SHORT_RANGE):
        if match := pattern.match(text, position):
            last = entry.bound(match["last"], is_last=True)
            first = _first(match["first"], last)
            return Span(first, last), match.end()
    if match := _HALF.match(text, position):
        is_first = match["half"][0] in "1p"
        start, end = ("1", "15") if is_first else ("16", "fin")
        month = match["month"]
        return Span(entry.bound(f"{start} {month}"), entry.bound(f"{end} {month}", is_last=True)), match.end()
    if match := _ALONE.match(text, position):
        month = match["month"]
        return Span(entry.bound(month), entry.bound(month, is_last=True)), match.end()
    return None


def _first(named: str, last: Bound) -> Bound:
    """Return a first day, which takes from the last what it leaves unsaid: its month, its year."""
    if named.isdigit():
        return Bound(month=last.month, day=int(named), year=last.year)
    first = entry.bound(named)
    if last.year is None or first.year is not None or first.month is None or first.day is None:
        return first
    year = last.year if (first.month, first.day) <= (last.month or 0, last.day or 0) else last.year - 1
    return Bound(month=first.month, day=first.day, year=year)


def _breaks(which: str | None) -> frozenset[SchoolBreak] | None:
    if which is None or which in {"scolaires", "escolaras", ""}:
        return frozenset(SchoolBreak)
    named = [_BREAK.get(part) for part in re.split(r", | et | e ", which)]
    return None if None in named else frozenset(each for each in named if each)


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans, months that follow each other made one: July, then August."""
    whole: list[Span] = []
    for span in spans:
        if whole and _follows(whole[-1], span):
            whole[-1] = Span(whole[-1].first, span.last)
        else:
            whole.append(span)
    return tuple(whole)


def _follows(before: Span, after: Span) -> bool:
    ends = (before.first, before.last, after.first, after.last)
    if any(bound.day is None or bound.month is None or bound.is_dated for bound in ends):
        return False
    is_next = (before.last.month or 0) % 12 + 1 == after.first.month
    return is_next and after.first.day == 1 and _is_month_end(before.last)


def _is_month_end(bound: Bound) -> bool:
    return bound.day == monthrange(LEAP_YEAR, bound.month or 1)[1]
