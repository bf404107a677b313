"""Reads periods and public holidays from what is typed of them."""

import re
from functools import partial
from typing import Any

from portal.domain.folding import fold
from portal.domain.hours import entry
from portal.domain.hours.checking import LONGEST_NAME
from portal.domain.hours.entry.calendar import WEEKDAY, WEEKDAY_OF
from portal.domain.hours.rows import CLOSED, Day, Decision
from portal.domain.hours.school import SchoolBreak
from portal.domain.hours.snapshots import slot_text
from portal.web.dashboard.hours.naming import label_of
from portal.web.dashboard.hours.sheet import HolidayTyped, LineTyped, PeriodTyped
from portal.web.dashboard.hours.told import Told

_LIKE = re.compile(rf"(?:comme|coma) (?:un |le |les |lo |los )?({WEEKDAY})s?")
LAST_DAY = partial(entry.bound, is_last=True)
_NTH = {"1", "2", "3", "4", "5", "-1"}


def period_read(place: str, typed: PeriodTyped, told: Told) -> dict[str, Any] | None:
    """Return a period as blocks keep it; nothing for one that was added and left empty."""
    if typed == PeriodTyped():
        return None
    label = label_of(typed.name)
    first, last, breaks = _when(place, typed, told)
    words = told.words(
        place, "" if label else typed.name, "" if label else typed.name_oc, LONGEST_NAME, "name"
    )
    admission = None
    if typed.last_admission:
        admission = told.tried(f"{place}.last_admission", entry.minutes, typed.last_admission)
    lines = [_line(f"{place}.monthly.{at}", line, told) for at, line in enumerate(typed.monthly)]
    return {
        "label": label,
        "name": words,
        "from": first,
        "to": last,
        "breaks": breaks,
        "week": [_slots(f"{place}.week.{day}", text, told) for day, text in enumerate(typed.week)],
        "monthly": [line for line in lines if line],
        "last_admission": admission,
    }


def _when(place: str, typed: PeriodTyped, told: Told) -> tuple[str | None, str | None, list[str]]:
    known = {kind.value for kind in SchoolBreak}
    breaks = sorted(known & set(typed.breaks))
    if breaks and (typed.first or typed.last):
        told.say(f"{place}.from", "dates_or_breaks")
        return None, None, []
    if breaks:
        return None, None, breaks
    if not typed.first or not typed.last:
        told.say(f"{place}.{'to' if typed.first else 'from'}", "no_end" if typed.first else "no_start")
    first = told.tried(f"{place}.from", entry.bound, typed.first) if typed.first else None
    last = told.tried(f"{place}.to", LAST_DAY, typed.last) if typed.last else None
    return (str(first), str(last), []) if first and last else (None, None, [])


def _line(place: str, typed: LineTyped, told: Told) -> dict[str, Any] | None:
    if typed.nth not in _NTH or typed.weekday not in {str(day) for day in range(7)}:
        told.say(f"{place}.nth", "choose")
        return None
    return {
        "nth": int(typed.nth),
        "weekday": int(typed.weekday),
        "slots": _slots(f"{place}.times", typed.times, told),
    }


def _slots(place: str, typed: str, told: Told) -> list[str]:
    return [slot_text(slot) for slot in times_read(place, typed, told)]


def times_read(place: str, typed: str, told: Told) -> Day:
    """Return the slots of a field; nothing typed says closed."""
    return (told.tried(place, entry.times, typed) or CLOSED) if typed else CLOSED


def holiday_read(place: str, typed: HolidayTyped, told: Told) -> dict[str, Any] | None:
    """Return a decision as blocks keep it; nothing for a holiday left undecided."""
    if typed.decision not in {decision.value for decision in Decision}:
        told.say(f"{place}.decision", "choose")
        return None
    decision = Decision(typed.decision)
    if decision is Decision.UNDECIDED and typed.times:
        decision = Decision.SPECIAL  # hours typed are a decision, whatever was ticked
    if decision is Decision.UNDECIDED:
        return None
    row: dict[str, Any] = {"decision": decision.value, "slots": [], "like": None}
    if decision is Decision.SPECIAL:
        if like := _LIKE.fullmatch(fold(typed.times)):
            row["like"] = WEEKDAY_OF[like[1]]
        else:
            row["slots"] = _slots(f"{place}.times", typed.times, told)
    return row
