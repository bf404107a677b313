"""The hours of one day as people type them: `10h-12h / 14h-18h`, `14 h à 17 h sur rendez-vous`, `fermé`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from portal.domain import texts
from portal.domain.hours.entry.clocks import CLOCK, clock, clock_text, end_after
from portal.domain.hours.entry.errors import (
    EmptyStretchError,
    InvertedTimesError,
    NotATimeError,
    OneEndError,
    OverlappingTimesError,
    TooManyStretchesError,
)
from portal.domain.hours.entry.plain import plain, tidy
from portal.domain.hours.rows import CLOSED, MIDNIGHT, Access, Day, Slot

MOST = 6
"""The most stretches of a day."""
LONGEST = 300

_ONLY = "(?:uniquement|seulement|exclusivement|sonque)"
_BOOKED = "(?:sur|sus) (?:rendez-? ?vous|rdv|r\\.d\\.v\\.|reservations?|rendetz-? ?vos|reservacion)"
_GROUPS = "(?:pour |per |pels )?(?:les |des |de )?(?:groupes?|grops?)(?: (?:et|e) (?:les |los )?(?:scolaires?|escolars?))?"
_WHO = {
    Access.GROUPS: f"(?:{_ONLY} )?(?:{_GROUPS}(?: {_ONLY})?,?(?: {_BOOKED})?|{_BOOKED},? {_GROUPS})(?: {_ONLY})?",
    Access.APPOINTMENT: f"(?:{_ONLY} )?{_BOOKED}(?: {_ONLY})?",
}
_ACCESS = "|".join(f"(?P<{access.value}>{pattern})" for access, pattern in _WHO.items())
_NEXT_DAY = r"(?: (?:du|le) lendemain| de l'endeman| l'endeman)"
_TOKEN = re.compile(
    rf" *(?:\(?(?:{_ACCESS})(?![a-z])\)?(?: ?:)?"
    rf"|(?P<stretch>(?:(?P<between>entre )|de ?)?(?P<start>{CLOCK}) ?(?:a|->?|>|jusqu'a|fins a|(?(between)et?|(?!))) ?"
    rf"(?P<end>{CLOCK})(?![a-z0-9])(?P<next>{_NEXT_DAY})?)"
    rf"|(?P<alone>(?:(?:de|des|a partir de|jusqu'a|fins a|a) )?(?P<clock>{CLOCK}))(?![a-z0-9])"
    r"|(?P<filler>(?:sans interruption|en continu|non[ -]stop|sens interrupcion|de contunh|ouvert|dobert)(?![a-z]))"
    r"|(?P<beside>/|\+|&|(?:et puis|et|ou|puis|ainsi que|plus|e|o|puei|puois)(?![a-z]))"
    r"|(?P<comma>[,;]))"
)
_Token = tuple[str, re.Match[str]]
_ACCESSES = {access.value for access in _WHO}
_KINDS = ("groups", "appointment", "stretch", "alone", "filler", "beside", "comma")
_CLOSED = re.compile(r"(?:ferme|fermee|tampat|tampada|barrat|-)[.!]?")


def times(text: str) -> Day:
    """Read the hours of a day; nothing, `fermé` or `tampat` is closed.

    Words about who may come belong to the stretch they follow, or else to the one they announce (`sur rendez-vous de
    14h à 17h`); after a comma, to every stretch before it that has none (`10h-12h, 14h-18h, sur rendez-vous`); after
    `et` or `/` they stand alone, without times.
    Raise an `EntryError` with the part that is wrong.
    """
    typed = tidy(texts.line(text, LONGEST) or "").rstrip(" .;,")
    if not typed or _CLOSED.fullmatch(plain(typed)):
        return CLOSED
    slots = _slots(typed)
    if len(slots) > MOST:
        raise TooManyStretchesError(str(len(slots)))
    return _ordered(slots)


def _slots(typed: str) -> list[Slot]:
    tokens = [(kind, match) for kind, match in _tokens(typed) if kind != "filler"]
    slots: list[Slot] = []
    coming: Access | None = None
    kinds = ["", *(kind for kind, _ in tokens), ""]
    for place, (kind, match) in enumerate(tokens, start=1):
        before, after = kinds[place - 1], kinds[place + 1]
        if kind == "stretch":
            slots.append(replace(_stretch(match, typed), access=coming or Access.OPEN))
            coming = None
        elif kind == "alone":
            part = typed[slice(*match.span("alone"))]
            raise NotATimeError(part) if clock(match["clock"]) is None else OneEndError(part)
        elif kind in _ACCESSES:
            if before != "stretch" and after == "stretch":
                coming = Access(kind)
            else:
                _qualify(slots, Access(kind), before)
    return slots


def _tokens(typed: str) -> Iterator[_Token]:
    text, position = plain(typed), 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise NotATimeError(re.split(r"[/,;]", typed[position:].strip())[0])
        yield next(kind for kind in _KINDS if match[kind] is not None), match
        position = match.end()


def _stretch(match: re.Match[str], typed: str) -> Slot:
    part = typed[slice(*match.span("stretch"))]
    start, end = clock(match["start"]), clock(match["end"])
    if start is None or start == MIDNIGHT:
        raise NotATimeError(typed[slice(*match.span("start"))])
    if end is None:
        raise NotATimeError(typed[slice(*match.span("end"))])
    end = end + MIDNIGHT if match["next"] and end < MIDNIGHT else end_after(start, end)
    if start == end:
        raise EmptyStretchError(part)
    if start > end:
        raise InvertedTimesError(part)
    return Slot(start, end)


def _qualify(slots: list[Slot], access: Access, before: str) -> None:
    """Say who may come: to the stretch just read, to all before a comma, or without times."""
    if before == "stretch":
        slots[-1] = replace(slots[-1], access=access)
    elif before == "comma" and any(slot.access is Access.OPEN for slot in slots):
        slots[:] = [replace(slot, access=access) if slot.access is Access.OPEN else slot for slot in slots]
    else:
        slots.append(Slot(None, None, access))


def _ordered(slots: list[Slot]) -> Day:
    timed = sorted((slot for slot in slots if slot.is_timed), key=lambda slot: slot.start or 0)
    for access in Access:
        same = [slot for slot in timed if slot.access is access]
        for earlier, later in pairwise(same):
            if (later.start or 0) < (earlier.end or 0):
                raise OverlappingTimesError(f"{slot_text(earlier)} / {slot_text(later)}")
    untimed: list[Slot] = []
    for slot in slots:
        if not slot.is_timed and all(slot.access is not other.access for other in untimed):
            untimed.append(slot)
    return (*timed, *untimed)


_ACCESS_TEXT = {Access.APPOINTMENT: "sur rendez-vous", Access.GROUPS: "groupes"}


def slot_text(slot: Slot) -> str:
    """Write one stretch: `10 h – 12 h`, `14 h – 17 h sur rendez-vous`, `groupes`."""
    parts = []
    if slot.start is not None and slot.end is not None:
        is_said_by_itself = end_after(slot.start, slot.end % MIDNIGHT) == slot.end
        is_next_day = slot.end > MIDNIGHT and not is_said_by_itself
        start = clock_text(slot.start) if slot.start else "0\u00a0h"
        parts.append(f"{start}\u00a0– {clock_text(slot.end)}" + (" le lendemain" if is_next_day else ""))
    if slot.access is not Access.OPEN:
        parts.append(_ACCESS_TEXT[slot.access])
    return " ".join(parts)


def times_text(day: Day) -> str:
    """Write the hours of a day as a form shows them back: `10 h – 12 h / 14 h – 18 h`; closed is `fermé`."""
    return " / ".join(map(slot_text, day)) or "fermé"
