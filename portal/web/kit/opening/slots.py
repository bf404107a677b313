"""The hours of one day in words: `10 h – 12 h, 14 h – 18 h`, `14 h – 17 h sur rendez-vous`, `fermé`."""

from portal.domain.hours.rows import MIDNIGHT, Access, Day, Slot
from portal.domain.hours.schedule import Answer, State
from portal.web.kit.dates import time_range, time_range_words
from portal.web.kit.languages import Language
from portal.web.kit.opening import words

LAST_OF_NIGHT = 6 * 60
"""An end up to here, after a start in the afternoon, is understood to be of the next day."""


def slot_words(slot: Slot, language: Language) -> str:
    """Write one stretch: `10 h – 12 h`, `14 h – 17 h sur rendez-vous`, `groupes sur réservation`."""
    if slot.start is None or slot.end is None:
        return _alone(slot.access, language)
    times = time_range(slot.start, slot.end, language) + _next_day(slot.start, slot.end, language)
    return times if slot.access is Access.OPEN else f"{times} {_after(slot.access, language)}"


def day_words(day: Day, language: Language) -> str:
    """Write the stretches of a day; none is `fermé`.

    Who may come is said once where it holds of all, and before the times where it holds of some only.
    """
    timed, untimed = [slot for slot in day if slot.is_timed], [slot for slot in day if not slot.is_timed]
    accesses = {slot.access for slot in timed}
    if len(accesses) > 1:
        said = ", ".join(_among_others(slot, language) for slot in timed)
    elif len(timed) == 1:
        said = slot_words(timed[0], language)
    else:
        said = ", ".join(slot_words(Slot(slot.start, slot.end), language) for slot in timed)
        said += "".join(f", {_after(access, language)}" for access in accesses if access is not Access.OPEN)
    parts = ([said] if said else []) + [slot_words(slot, language) for slot in untimed]
    return f" {words.AND[language]} ".join(parts) or words.CLOSED[language]


def day_hours(answer: Answer, language: Language) -> str:
    """Write the hours of a date: `10 h – 12 h, 14 h – 18 h`, `fermé`, `sur rendez-vous`, `non confirmé`."""
    if answer.state is State.UNCONFIRMED:
        return words.UNCONFIRMED[language]
    slots = [*(Slot(start, end) for start, end in answer.intervals), *answer.restricted]
    return day_words(tuple(sorted(slots, key=_order)), language)


def _order(slot: Slot) -> tuple[bool, int]:
    return slot.start is None, slot.start or 0


def _among_others(slot: Slot, language: Language) -> str:
    """Write a stretch so that who may come is not taken for that of its neighbours."""
    if slot.access is Access.OPEN or slot.start is None or slot.end is None:
        return slot_words(slot, language)
    times = time_range_words(slot.start, slot.end, language) + _next_day(slot.start, slot.end, language)
    return f"{_alone(slot.access, language)} {times}"


def _alone(access: Access, language: Language) -> str:
    return (words.GROUPS if access is Access.GROUPS else words.APPOINTMENT)[language]


def _after(access: Access, language: Language) -> str:
    return (words.FOR_GROUPS if access is Access.GROUPS else words.APPOINTMENT)[language]


def _next_day(start: int, end: int, language: Language) -> str:
    is_understood = start >= MIDNIGHT // 2 and end <= MIDNIGHT + LAST_OF_NIGHT
    return "" if end <= MIDNIGHT or is_understood else f" {words.NEXT_DAY[language]}"
