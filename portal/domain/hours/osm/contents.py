"""What a calendar day holds, cut at midnight: stretches that do not overlap, each with what holds then."""

import enum
from dataclasses import dataclass
from functools import lru_cache

from portal.domain.hours.rows import MIDNIGHT, Access, Day, Slot
from portal.domain.hours.schedule import Answer, State


class Kind(enum.Enum):
    """What holds for a stretch of a day."""

    OPEN = "open"
    GROUPS = "groups"
    APPOINTMENT = "appointment"
    UNCONFIRMED = "unconfirmed"


Piece = tuple[int, int, Kind]
Content = tuple[Piece, ...]
"""In order, without overlap; where there is none it is closed."""
UNKNOWN: Content = ((0, MIDNIGHT, Kind.UNCONFIRMED),)
_OF = {Access.OPEN: Kind.OPEN, Access.APPOINTMENT: Kind.APPOINTMENT, Access.GROUPS: Kind.GROUPS}
_WEAKEST_FIRST = (Kind.APPOINTMENT, Kind.GROUPS, Kind.OPEN)


@dataclass(frozen=True, slots=True)
class Split:
    """Slots cut at midnight: what the day itself holds, and what runs into the next, in minutes of the next."""

    own: Content
    spill: Content = ()


@lru_cache(maxsize=20_000)
def split(slots: Day) -> Split:
    """Cut slots at midnight; those whose times are not said fill what is left of the day."""
    whole: Content = ()
    for kind in _WEAKEST_FIRST:
        for slot in slots:
            if slot.start is not None and slot.end is not None and _OF[slot.access] is kind:
                whole = paint(whole, (slot.start, slot.end, kind))
    own = tuple((start, min(end, MIDNIGHT), kind) for start, end, kind in whole if start < MIDNIGHT)
    spill = tuple(
        (max(start, MIDNIGHT) - MIDNIGHT, end - MIDNIGHT, kind)
        for start, end, kind in whole
        if end > MIDNIGHT
    )
    untimed = [_OF[slot.access] for slot in slots if not slot.is_timed]
    if untimed:
        own = over(((0, MIDNIGHT, untimed[0]),), own)
    return Split(own, spill)


def of_answer(answer: Answer) -> Split:
    """Return what an answer makes of its day and of the next."""
    if answer.state is State.UNCONFIRMED:
        return Split(UNKNOWN, split(answer.restricted).spill)
    return split((*(Slot(start, end) for start, end in answer.intervals), *answer.restricted))


@lru_cache(maxsize=20_000)
def over(below: Content, above: Content) -> Content:
    """Return a content with another painted over it."""
    for piece in above:
        below = paint(below, piece)
    return below


@lru_cache(maxsize=20_000)
def with_night(own: Content, spill: Content) -> Content:
    """Return what a day holds with the night that runs into it: open beats what only some may use."""
    weak = over(tuple(piece for piece in spill if piece[2] is not Kind.OPEN), own)
    return over(weak, tuple(piece for piece in spill if piece[2] is Kind.OPEN))


def paint(content: Content, piece: Piece) -> Content:
    """Return a content with one stretch painted over it; stretches alike that touch are made one."""
    start, end, _ = piece
    kept = [(a, min(b, start), other) for a, b, other in content if a < start]
    kept += [(max(a, end), b, other) for a, b, other in content if b > end]
    joined: list[Piece] = []
    for a, b, other in sorted([*kept, piece], key=lambda found: found[:2]):
        if joined and joined[-1][1] == a and joined[-1][2] is other:
            joined[-1] = (joined[-1][0], b, other)
        else:
            joined.append((a, b, other))
    return tuple(joined)
