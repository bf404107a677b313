"""The week table: a row a day, with bars on one scale; the words beside them say the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.domain.hours.rows import Access, Day
from portal.domain.hours.schedule import Interval

EARLIEST, LATEST = 9 * 60, 21 * 60
"""The scale of the bars; what lies outside is cut."""
WIDTH = 144
"""The width of the scale in the drawing's units: five minutes each."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of opening as drawn."""

    x: int
    width: int
    is_restricted: bool = False
    """By appointment, or groups."""


def bars(intervals: Sequence[Interval], restricted: Day = ()) -> tuple[Bar, ...]:
    """Return the bars of a day."""
    timed = [(slot.start, slot.end) for slot in restricted if slot.start is not None and slot.end is not None]
    drawn = [_bar(*each, is_restricted=False) for each in intervals]
    drawn += [_bar(*each, is_restricted=True) for each in timed]
    return tuple(bar for bar in drawn if bar.width > 0)


def bars_of(slots: Day) -> tuple[Bar, ...]:
    """Return the bars of the slots of a usual day."""
    usual = [
        (slot.start, slot.end)
        for slot in slots
        if slot.access is Access.OPEN and slot.start is not None and slot.end is not None
    ]
    return bars(usual, tuple(slot for slot in slots if slot.access is not Access.OPEN))


def _bar(start: int, end: int, *, is_restricted: bool) -> Bar:
    first, last = max(start, EARLIEST), min(end, LATEST)
    scale = (LATEST - EARLIEST) / WIDTH
    return Bar(round((first - EARLIEST) / scale), max(0, round((last - first) / scale)), is_restricted)
