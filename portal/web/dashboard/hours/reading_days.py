"""Reads exceptions and long closures from what is typed of them."""

import re
from typing import Any

from portal.domain.folding import fold
from portal.domain.hours import entry, snapshots
from portal.domain.hours.checking import LONGEST_WORDS
from portal.domain.hours.entry.calendar import MONTH_OF
from portal.domain.hours.entry.clocks import clock
from portal.domain.hours.entry.plain import plain
from portal.domain.hours.rows import Effect, Reason
from portal.domain.hours.snapshots import slot_text
from portal.web.dashboard.hours.reading_seasons import LAST_DAY, times_read
from portal.web.dashboard.hours.sheet import ClosureTyped, ExceptionTyped
from portal.web.dashboard.hours.told import LONGEST_ENTRY, Told
from portal.web.dashboard.hours.written import QUARTERS

_EMPTY = ("", "", "", "", "")
_REASONS = {reason.value for reason in Reason}
_EFFECTS = {effect.value for effect in Effect}
_AROUND = re.compile(r"^(?:jusqu[’']?(?:a|à)|dès|des|à partir de|à|a|vers)\s*", re.IGNORECASE)
_HOPED = re.compile(r"(?:(?:en|a|au|la|debut|fin|mi|l) )*(?:([a-z]+) )?(?:de )?(\d{4})", re.ASCII)
_YEARS = range(2000, 2100)
_OCCITAN_QUARTERS = {"prima": "spring", "estiu": "summer", "tardor": "autumn", "ivern": "winter"}


def exception_read(place: str, typed: ExceptionTyped, told: Told) -> dict[str, Any] | None:
    """Return an exception as blocks keep it; nothing for an empty row, or for one without a date that can be read."""
    if (typed.first, typed.last, typed.times, typed.words, typed.words_oc) == _EMPTY:
        return None
    effect = _chosen(f"{place}.effect", typed.effect, _EFFECTS, told)
    reason = _chosen(f"{place}.reason", typed.reason, _REASONS, told)
    words = told.words(place, typed.words, typed.words_oc, LONGEST_WORDS)
    slots: list[str] = []
    at = None
    if effect in {"hours", "extra"}:
        slots = [slot_text(slot) for slot in times_read(f"{place}.times", typed.times, told)]
    elif effect in {"closes_early", "opens_late"} and typed.times:
        at = _hour(f"{place}.times", typed.times, told)
    ends = _ends(place, typed.first, typed.last, told)
    if ends is None or effect is None or reason is None:
        return None
    return {
        "from": ends[0],
        "to": ends[1],
        "effect": effect,
        "slots": slots,
        "at": at,
        "reason": reason,
        "words": words,
    }


def closure_read(place: str, typed: ClosureTyped, told: Told) -> dict[str, Any] | None:
    """Return a long closure as blocks keep it."""
    if (typed.first, typed.last, typed.words, typed.words_oc, typed.reopening) == _EMPTY:
        return None
    reason = _chosen(f"{place}.reason", typed.reason, _REASONS, told)
    words = told.words(place, typed.words, typed.words_oc, LONGEST_WORDS)
    hoped = _reopening(f"{place}.reopening", typed.reopening, told)
    ends = _ends(place, typed.first, typed.last, told)
    if ends is None or reason is None:
        return None
    return {
        "from": ends[0],
        "to": ends[1] if typed.last else None,
        "reason": reason,
        "words": words,
        "reopening": hoped,
    }


def _ends(place: str, first: str, last: str, told: Told) -> tuple[str, str] | None:
    """Return both ends of some days; an end left empty is the first day."""
    if not first:
        told.say(f"{place}.from", "no_start")
        return None
    begins = told.tried(f"{place}.from", entry.bound, first)
    ends = told.tried(f"{place}.to", LAST_DAY, last) if last else begins
    return (str(begins), str(ends)) if begins and ends else None


def _chosen(place: str, value: str, known: set[str], told: Told) -> str | None:
    if value in known:
        return value
    told.say(place, "choose")
    return None


def _hour(place: str, typed: str, told: Told) -> str | None:
    """Return one time of day."""
    at = clock(plain(_AROUND.sub("", typed))) if len(typed) <= LONGEST_ENTRY else None
    if at is None:
        told.say(place, "hour")
        return None
    return snapshots.clock(at)


def _reopening(place: str, typed: str, told: Told) -> dict[str, Any] | None:
    if not typed:
        return None
    found = _HOPED.fullmatch(fold(typed)) if len(typed) <= 60 else None
    word, year = (found[1] or "", int(found[2])) if found else ("", 0)
    quarters = {fold(name): key for key, name in QUARTERS.items()} | _OCCITAN_QUARTERS
    if year not in _YEARS or (word and word not in quarters and word not in MONTH_OF):
        told.say(place, "reopening")
        return None
    return {"year": year, "quarter": quarters.get(word), "month": MONTH_OF.get(word)}
