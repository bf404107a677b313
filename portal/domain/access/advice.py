"""What is worth a look: nothing here blocks, each piece of advice names its field."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from portal.domain.access.facts import FACTS_OF, NEEDS_OF, Comfort, Fact, Family, Measure
from portal.domain.access.rows import Access, Outage, Practical
from portal.domain.access.standing import NARROW_CM

MARK_ENDS_SOON = timedelta(days=90)
ASKED_ABOUT = timedelta(days=30)
"""How long after its end an outage is asked about."""


class AdviceKind(enum.Enum):
    """What may be wrong."""

    OUTAGE_ENDED = "outage_ended"
    """Its last day has passed and nobody has said that it is repaired."""
    MARK_EXPIRED = "mark_expired"
    MARK_ENDS_SOON = "mark_ends_soon"
    FAMILY_UNKNOWN = "family_unknown"
    """Not one question of a family is answered."""
    DOOR_NARROW = "door_narrow"
    """The entrance is said to be without obstacle and its door is too narrow."""
    LIFT_MISSING = "lift_missing"
    """An outage of a lift that the answers do not know."""
    SHELTER_UNKNOWN = "shelter_unknown"
    """The share under a roof is not said, so no search by rainy weather finds the museum."""
    VISIT_UNKNOWN = "visit_unknown"


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing worth a look."""

    kind: AdviceKind
    path: str
    """The field, as `facts.rooms`, `marks.moteur`, `outages.<id>`; a family as `families.moteur`."""
    day: date | None = None


def advice(access: Access, today: date) -> list[Advice]:
    """Return what is worth a look in a museum's access, what harms visitors most first."""
    return [
        *(Advice(AdviceKind.OUTAGE_ENDED, f"outages.{one.id}", one.last) for one in ended(access, today)),
        *_marks(access, today),
        *_doubts(access, today),
        *_unknown(access),
    ]


def practical_advice(practical: Practical) -> list[Advice]:
    """Return what is worth a look in a museum's practical facts."""
    asked = (
        (Measure.INDOOR_PERCENT, AdviceKind.SHELTER_UNKNOWN),
        (Measure.VISIT_MINUTES, AdviceKind.VISIT_UNKNOWN),
    )
    return [Advice(kind, f"measures.{name.value}") for name, kind in asked if name not in practical.measures]


def ended(access: Access, today: date) -> list[Outage]:
    """Return the outages that have just ended and that nobody has said to be repaired."""
    return [one for one in access.outages if not one.is_settled and today - ASKED_ABOUT <= one.last < today]


def answered(access: Access, family: Family) -> tuple[int, int]:
    """Return how many questions of a family are answered, and how many there are."""
    facts = [fact for need in NEEDS_OF[family] for fact in FACTS_OF[need]]
    return sum(access.told(fact).answer is not None for fact in facts), len(facts)


def practical_answered(practical: Practical) -> tuple[int, int]:
    """Return how many practical questions are answered, and how many there are."""
    known = sum(practical.told(fact).answer is not None for fact in Comfort)
    return known + len(practical.measures), len(Comfort) + len(Measure)


def _marks(access: Access, today: date) -> Iterator[Advice]:
    for family, mark in access.marks.items():
        if mark.last < today:
            yield Advice(AdviceKind.MARK_EXPIRED, f"marks.{family.value}", mark.last)
        elif mark.last <= today + MARK_ENDS_SOON:
            yield Advice(AdviceKind.MARK_ENDS_SOON, f"marks.{family.value}", mark.last)


def _doubts(access: Access, today: date) -> Iterator[Advice]:
    is_open = access.told(Fact.ENTRANCE).answer
    if is_open and access.door_cm is not None and access.door_cm < NARROW_CM:
        yield Advice(AdviceKind.DOOR_NARROW, "door_cm")
    has_lift = access.told(Fact.LIFT).answer
    if not has_lift and any(one.what is Fact.LIFT and one.last >= today for one in access.outages):
        yield Advice(AdviceKind.LIFT_MISSING, "facts.lift")


def _unknown(access: Access) -> Iterator[Advice]:
    for family in Family:
        if answered(access, family)[0] == 0:
            yield Advice(AdviceKind.FAMILY_UNKNOWN, f"families.{family.value}")
