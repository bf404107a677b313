"""What a museum has said of its access and of practical matters, as frozen values."""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from portal.db import Translated
from portal.domain.access.facts import Comfort, Fact, Family, Measure, Need


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of one fact: yes, no, or nothing; and its limit or detail in words."""

    answer: bool | None = None
    words: Translated | None = None


UNTOLD = Told()


class Source(enum.Enum):
    """Where the answers about a family come from."""

    SELF = "self"
    ACCESLIBRE = "acceslibre"
    AUDIT = "audit"
    """The visit that gave the mark."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the answers about a family come from, and since when they hold."""

    source: Source = Source.SELF
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """The State mark Tourisme & Handicap for one family; it holds on both its days."""

    first: date | None
    last: date

    def holds_on(self, day: date) -> bool:
        """Return whether it is valid on a day."""
        return (self.first is None or self.first <= day) and day <= self.last


@dataclass(frozen=True, slots=True)
class Outage:
    """Something that does not work from a day to a day, both included; after the last it has no effect."""

    id: str
    """A short name of its own, so that a button means this one however many come and go."""
    what: Fact | Need
    """The fact that fails, or the need that is touched where no fact says it."""
    first: date
    last: date
    words: Translated | None = None
    is_settled: bool = False
    """Whether somebody has said that it is repaired: it is not asked about again."""

    def holds_on(self, day: date) -> bool:
        """Return whether it has an effect on a day."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Access:
    """What a museum says of its access."""

    facts: Mapping[Fact, Told] = field(default_factory=dict)
    door_cm: int | None = None
    """The width of the narrowest door on the way to the desk, in centimetres."""
    marks: Mapping[Family, Mark] = field(default_factory=dict)
    origins: Mapping[Family, Origin] = field(default_factory=dict)
    outages: tuple[Outage, ...] = ()

    def told(self, fact: Fact) -> Told:
        """Return what is known of a fact."""
        return self.facts.get(fact, UNTOLD)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever said."""
        return not (self.facts or self.marks or self.outages or self.door_cm)


@dataclass(frozen=True)
class Practical:
    """What a museum says of practical matters."""

    facts: Mapping[Comfort, Told] = field(default_factory=dict)
    measures: Mapping[Measure, int] = field(default_factory=dict)

    def told(self, fact: Comfort) -> Told:
        """Return what is known of a fact."""
        return self.facts.get(fact, UNTOLD)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever said."""
        return not (self.facts or self.measures)


def days_of(first: date, last: date) -> Iterable[date]:
    """Return the days from one to another, both included."""
    return (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
