"""Finds days of the week and hours inside a sentence, in plain spelling."""

import re
from dataclasses import dataclass

from portal.domain.hours import entry
from portal.domain.hours.entry.calendar import ORDINAL, ORDINAL_OF, WEEKDAY, WEEKDAY_OF
from portal.domain.hours.rows import Day

EVERY_DAY = frozenset(range(7))

_END = r"(?![a-z0-9])"
_THE = r"(?:(?:tous |toutes |totes )?(?:le|les|lo|los) |chaque |cada )?"
_NAME = rf"(?:{WEEKDAY})s?{_END}"
_RANGE = re.compile(
    rf"(?:du |de |del )?(?P<first>{_NAME})(?: (?:au|a|al) | ?- ?)(?P<last>{_NAME})(?: inclus| compris)?"
)
_ONE = re.compile(
    rf"{_THE}(?P<day>{_NAME})(?! (?:{WEEKDAY}|gras|saint)? ?d[eu'] ?(?:l'|la )?(?:paques|pentecote|ascension))"
)
_ALL = re.compile(
    rf"(?:tous les jours(?: de la semaine)?|cada jorn|totes los jorns|7 ?j(?:ours)? ?(?:/|sur) ?7){_END}(?! (?:feries|de festa))"
)
_WEEKEND = re.compile(rf"{_THE}week-? ?ends?{_END}")
_HOLIDAYS = re.compile(rf"(?:\(?(?:dont|y compris|meme)(?: les)? |les )?jours? feries?\)?(?: inclus)?{_END}")
_NTH = re.compile(
    rf"(?:le |les |lo )?(?P<nth>{ORDINAL}) (?P<day>{_NAME}) (?:(?:du|de chaque|del|de cada) (?:mois|mes){_END})"
)
_NTH_AND = re.compile(
    rf"(?:le |les |lo |los )?(?P<nth>{ORDINAL})(?= (?:et|e) (?:le |lo )?(?:{ORDINAL}) (?P<day>{_NAME}) (?:du|de chaque|del|de cada) (?:mois|mes){_END})"
)
_SEPARATOR = re.compile(r" *(?:,|/|\+|&|et(?![a-z])|e(?![a-z])|\()? *(?:et )?")

_MARKED = r"(?:[0-9]{1,2} ?(?:heures?|h)(?: ?[0-9]{2}(?![0-9h]))?|[0-9]{1,2}:[0-9]{2}|midi|minuit|miegjorn|miejanuech)"
_CLOCK = rf"(?:{_MARKED}|[0-9]{{2}}(?![0-9]))"
_BETWEEN = r" ?(?:a|-) ?"
_NEXT_DAY = r"(?: (?:le|du) lendemain| l'endeman)?"
_STRETCH = re.compile(
    rf"(?:de ?|: ?)?(?:{_MARKED}{_BETWEEN}{_CLOCK}|{_CLOCK}{_BETWEEN}{_MARKED}){_END}{_NEXT_DAY}"
)
_JOIN = re.compile(
    r" *(?:,|/|et(?![a-z])|e(?![a-z])|puis(?![a-z]))? *(?:et )?(?:l'apres-midi,? |l'aprep-miegjorn,? )?"
)
_UNTIL = re.compile(rf"(?:ouvert |nocturne )?(?:jusqu'a|fins a) (?P<end>{_MARKED}){_END}")


@dataclass(frozen=True, slots=True)
class Days:
    """Days of the week as a sentence names them; `holidays` where public holidays are named among them."""

    weekdays: frozenset[int] = frozenset()
    holidays: bool = False
    nth: int | None = None
    """The rank in the month, of the one weekday."""


_NAMED = (
    (_ALL, Days(EVERY_DAY)),
    (_WEEKEND, Days(frozenset({5, 6}))),
    (_HOLIDAYS, Days(holidays=True)),
)


def days_at(text: str, position: int) -> tuple[list[Days], int] | None:
    """Return the days listed at a place of a text, one by one, and where the list ends."""
    found: list[Days] = []
    end = position
    while item := _item(text, position):
        found.append(item[0])
        end = item[1]
        separator = _SEPARATOR.match(text, end)
        position = separator.end() if separator else end
    return (found, end) if found else None


def together(days: list[Days]) -> Days:
    """Return a list of days as one."""
    if len(days) == 1:
        return days[0]
    return Days(frozenset().union(*(each.weekdays for each in days)), any(each.holidays for each in days))


def _item(text: str, position: int) -> tuple[Days, int] | None:
    if match := _NTH.match(text, position):
        return Days(frozenset({_weekday(match["day"])}), nth=ORDINAL_OF[match["nth"]]), match.end()
    if match := _NTH_AND.match(text, position):
        return Days(frozenset({_weekday(match["day"])}), nth=ORDINAL_OF[match["nth"]]), match.end()
    if match := _RANGE.match(text, position):
        first, last = _weekday(match["first"]), _weekday(match["last"])
        length = (last - first) % 7 + 1
        return Days(frozenset((first + day) % 7 for day in range(length))), match.end()
    if match := _ONE.match(text, position):
        return Days(frozenset({_weekday(match["day"])})), match.end()
    for pattern, days in _NAMED:
        if match := pattern.match(text, position):
            return days, match.end()
    return None


def _weekday(name: str) -> int:
    return WEEKDAY_OF[name] if name in WEEKDAY_OF else WEEKDAY_OF[name.removesuffix("s")]


def hours_at(text: str, position: int) -> tuple[Day, int] | None:
    """Return the stretches at a place of a text that follow each other in the day, and where they end."""
    slots: Day = ()
    end = position
    while match := _STRETCH.match(text, position):
        said = match[0].lstrip(": ")
        more = entry.times(said)
        if slots and (more[0].start or 0) < (slots[-1].end or 0):
            break
        slots, end = slots + more, match.end()
        separator = _JOIN.match(text, end)
        position = separator.end() if separator else end
    return (slots, end) if slots else None


def until_at(text: str, position: int) -> tuple[int, int] | None:
    """Return the end of an evening at a place of a text, `jusqu’à 21h`, in minutes, and where it ends."""
    match = _UNTIL.match(text, position)
    if match is None:
        return None
    slot = entry.times(f"12h-{match['end']}")[0]
    return slot.end or 0, match.end()
