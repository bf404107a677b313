"""What holds of a museum's access on a day: yes, in part, no, or not known, with the facts behind it. Pure."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from portal.domain.access.facts import (
    FACTS_OF,
    FAMILY_OF,
    LIMITED_BY_WORDS,
    MARKED,
    NEEDS_OF,
    Fact,
    Family,
    Measure,
    Need,
)
from portal.domain.access.rows import Access, Mark, Outage, Practical, Told

NARROW_CM = 77
"""A door narrower than this lets no ordinary wheelchair through (arrêté of 8 December 2014, passage utile)."""
HALF = 50


class State(enum.Enum):
    """Whether a museum answers a need."""

    YES = "yes"
    LIMITED = "limited"
    NO = "no"
    UNKNOWN = "unknown"


_BEST_FIRST = (State.YES, State.LIMITED, State.UNKNOWN, State.NO)
"""Of two needs in one family, the better; what is not known is no reason to say no."""


@dataclass(frozen=True)
class Standing:
    """Whether a museum answers one need on a day, and why."""

    need: Need
    state: State
    told: tuple[tuple[Fact, Told], ...]
    """Every fact that has an answer, in their order."""
    outages: tuple[Outage, ...]
    """What does not work on that day."""
    mark: Mark | None
    """The mark that vouches for it on that day."""


@dataclass(frozen=True)
class FamilyStanding:
    """Whether a museum answers a family on a day, with the needs behind it."""

    family: Family
    state: State
    standings: tuple[Standing, ...]


def standing(access: Access, need: Need, day: date) -> Standing:
    """Return whether a museum answers a need on a day."""
    told = tuple((fact, access.told(fact)) for fact in FACTS_OF[need])
    answered = tuple((fact, one) for fact, one in told if one.answer is not None)
    outages = tuple(outage for outage in access.outages if concerns(outage, need) and outage.holds_on(day))
    family = FAMILY_OF[need]
    mark = access.marks.get(family) if MARKED[family] is need else None
    mark = mark if mark is not None and mark.holds_on(day) else None
    state = _wheelchair(access) if need is Need.WHEELCHAIR else _any_of(told)
    if state is State.UNKNOWN and mark is not None:
        state = State.YES
    if state is State.YES and outages:
        state = State.LIMITED
    return Standing(need, state, answered, outages, mark)


def standings(access: Access, day: date) -> tuple[Standing, ...]:
    """Return the six needs on a day, always all six."""
    return tuple(standing(access, need, day) for need in Need)


def family_state(access: Access, family: Family, day: date) -> FamilyStanding:
    """Return whether a museum answers a family on a day."""
    found = tuple(standing(access, need, day) for need in NEEDS_OF[family])
    return FamilyStanding(family, best(one.state for one in found), found)


def best(states: Iterable[State]) -> State:
    """Return the best of several states."""
    return min(states, key=_BEST_FIRST.index)


def concerns(outage: Outage, need: Need) -> bool:
    """Return whether an outage touches a need."""
    return outage.what is need or outage.what in FACTS_OF[need]


def sheltered(practical: Practical) -> bool | None:
    """Return whether at least half of the visit is under a roof; nothing where the museum has not said."""
    share = practical.measures.get(Measure.INDOOR_PERCENT)
    return None if share is None else share >= HALF


def _wheelchair(access: Access) -> State:
    """Return what the entrance and the rooms allow; whoever cannot enter sees no room."""
    entrance, rooms = access.told(Fact.ENTRANCE), access.told(Fact.ROOMS)
    if entrance.answer is False:
        return State.NO
    if entrance.answer is None:
        return State.UNKNOWN
    is_narrow = access.door_cm is not None and access.door_cm < NARROW_CM
    is_whole = rooms.answer is True and not (entrance.words or rooms.words or is_narrow)
    return State.YES if is_whole else State.LIMITED


def _any_of(told: tuple[tuple[Fact, Told], ...]) -> State:
    """Return what several offers allow: one is enough, and no is said only when all are known to be missing."""
    answers = [one.answer for _, one in told]
    if True in answers:
        limits = [fact in LIMITED_BY_WORDS and bool(one.words) for fact, one in told if one.answer]
        return State.LIMITED if all(limits) else State.YES
    return State.UNKNOWN if None in answers else State.NO
