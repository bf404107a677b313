"""Reads what a sentence says is closed: `Fermé le 1er janvier, le 1er mai et en février`, `sauf le lundi`."""

import re
from dataclasses import dataclass

from portal.domain.hours import entry
from portal.domain.hours.bounds import Span
from portal.domain.hours.entry.clocks import clock
from portal.domain.hours.sentences.dates import BOUND, When, span_at, when_at
from portal.domain.hours.sentences.days import days_at, together

_OPENS = re.compile(
    r" *\(?(?:(?:ouvert |dobert )?(?:ferme[es]*|fermeture|sauf|hors|tampat|tampadura|levat)(?: annuelle| annala| exceptionnelle| hebdomadaire)?"
    r"|exceptionnellement ferme)(?![a-z])(?! (?:definitivement|pour|depuis|en [0-9])) *:? *"
)
_EARLY = re.compile(r"a (?P<at>[0-9]{1,2} ?h ?(?:[0-9]{2})?) (?=les? |lo )")
_SEPARATOR = re.compile(
    r" *(?:[,;&+/-]|et(?![a-z])|e(?![a-z]))? *(?:et )?(?:les |le |lo |la |l'|en |au |a )?"
)
_ARTICLE = re.compile(r"(?:les |le |lo |los |la |l'|en |au |a )?")
_ALL_HOLIDAYS = re.compile(
    r"(?:tous les |totes los )?(?:jours feries|jorns de festa)(?![a-z])(?! (?:de|d'|du|en|sauf) ?)"
)
_REST = re.compile(r"(?:les )?autres mois(?![a-z])")
_SAME_MONTH = re.compile(
    r"(?P<day>[0-9]{1,2}) ?(?:er)? ?(?:et|&|,|e) (?=[0-9]{1,2} ?(?:er)? ?(?:et |& |, |e )?(?:[0-9]{1,2} ?(?:er)? )?(?P<month>[a-z]+))"
)
_ONE = re.compile(rf"(?:jour de |jeudi de |lundi de )??(?:l')?(?P<bound>{BOUND})")
_BREAKS = re.compile(r"vacances (?:de noel|de la toussaint|d'hiver|de printemps)(?![a-z])")


@dataclass(frozen=True, slots=True)
class Closing:
    """Something closed: days of the week, dates, a season, every public holiday, or what is left of the year."""

    start: int
    end: int
    span: Span | None = None
    when: When | None = None
    weekdays: frozenset[int] = frozenset()
    is_holidays: bool = False
    is_rest: bool = False
    at: int | None = None
    """The time from which it is closed, where it only closes early."""


def closings_at(text: str, position: int) -> tuple[tuple[Closing, ...], int] | None:
    """Return what is closed, after a word that says so, and where the list ends."""
    match = _OPENS.match(text, position)
    if match is None:
        return None
    end, at = match.end(), None
    if early := _EARLY.match(text, end):
        end, at = early.end(), clock(early["at"].strip())
    found: list[Closing] = []
    place = end
    while True:
        separator = (_SEPARATOR if found else _ARTICLE).match(text, place)
        closing = _closing(text, place, at) or (_closing(text, separator.end(), at) if separator else None)
        if closing is None:
            break
        found.append(closing)
        end = place = closing.end
    if text[end : end + 1] == ")":
        end += 1
    return (tuple(found), end) if found else None


def _closing(text: str, position: int, at: int | None) -> Closing | None:
    return _named(text, position) or _dated(text, position, at) or _weekdays(text, position)


def _named(text: str, position: int) -> Closing | None:
    """Return a closing that has a name of its own: the public holidays, the school's, the other months."""
    if match := _ALL_HOLIDAYS.match(text, position):
        return Closing(position, match.end(), is_holidays=True)
    if match := _REST.match(text, position):
        return Closing(position, match.end(), is_rest=True)
    if match := _BREAKS.match(text, position):
        when = when_at(f"{match[0]} zone c", 0)
        return Closing(position, match.end(), when=when[0]) if when else None
    return None


def _dated(text: str, position: int, at: int | None) -> Closing | None:
    """Return a closing by its dates: the longest reading of them."""
    if match := _SAME_MONTH.match(text, position):
        day = _bound(f"{match['day']} {match['month']}")
        if day:
            return Closing(position, match.end(), span=day, at=at)
    span, one = span_at(text, position), _ONE.match(text, position)
    if one and (span is None or span[1] <= one.end()):
        day = _bound(one["bound"])
        return Closing(position, one.end(), span=day, at=at) if day else None
    return Closing(position, span[1], span=span[0], at=at) if span else None


def _weekdays(text: str, position: int) -> Closing | None:
    days = days_at(text, position)
    if days is None or any(each.nth is not None for each in days[0]):
        return None
    named = together(days[0])
    return Closing(position, days[1], weekdays=named.weekdays, is_holidays=named.holidays)


def _bound(text: str) -> Span | None:
    """Return the one day, or the month, that a text names."""
    try:
        return Span(entry.bound(text), entry.bound(text, is_last=True))
    except entry.EntryError:
        return None
