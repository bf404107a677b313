"""Reads what was decided of public holidays as we write it: `fermé le 1er mai ; le 14 juillet, comme un dimanche`."""

import re

from portal.db.translated import Language
from portal.domain.hours import entry
from portal.domain.hours.entry.calendar import WEEKDAY_OF
from portal.domain.hours.holidays import BOUNDS, Holiday
from portal.domain.hours.rows import Decision, HolidayRule
from portal.domain.hours.sentences import vocabulary
from portal.domain.hours.sentences.errors import NotUnderstoodError

_OF_BOUND = {bound: holiday for holiday, bound in BOUNDS.items()}
_LIST = re.compile(r"(, | et | e )")


def decisions(text: str, language: Language) -> tuple[HolidayRule, ...]:
    """Return the rules of a sentence in plain spelling."""
    found = [rule for said in text.split(" ; ") for rule in _rules(said, language)]
    return tuple(sorted(found, key=lambda rule: list(Holiday).index(rule.holiday)))


def _rules(said: str, language: Language) -> list[HolidayRule]:
    for word, decision in (
        (vocabulary.CLOSED[language], Decision.CLOSED),
        (vocabulary.USUAL[language], Decision.USUAL),
    ):
        if said.startswith(f"{word} "):
            holidays, rest = _holidays(said.removeprefix(f"{word} "), language)
            if rest:
                raise NotUnderstoodError(rest)
            return [HolidayRule(holiday, decision) for holiday in holidays]
    holidays, rest = _holidays(said, language)
    like = f"{vocabulary.LIKE[language]} "
    if rest.startswith(like):
        weekday = WEEKDAY_OF[rest.removeprefix(like)]
        return [HolidayRule(holiday, Decision.SPECIAL, like=weekday) for holiday in holidays]
    slots = entry.times(rest)
    return [HolidayRule(holiday, Decision.SPECIAL, slots) for holiday in holidays]


def _holidays(said: str, language: Language) -> tuple[list[Holiday], str]:
    """Return the holidays that a text begins with, and the rest of it."""
    every = vocabulary.ALL_HOLIDAYS[language]
    if said.startswith(every):
        return list(Holiday), said.removeprefix(every).lstrip(", ")
    pieces = _LIST.split(said)
    found: list[Holiday] = []
    place = 0
    while place < len(pieces):
        holiday = _holiday(pieces[place])
        if holiday is None:
            break
        found.append(holiday)
        place += 2
    if not found:
        raise NotUnderstoodError(said)
    return found, "".join(pieces[place:])


def _holiday(text: str) -> Holiday | None:
    try:
        return _OF_BOUND.get(entry.bound(text))
    except entry.EntryError:
        return None
