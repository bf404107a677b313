"""What may be asked of the guide, and how its answers are ordered."""

import enum
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from portal.domain.museums.guide_entries import MuseumEntry


class Order(enum.Enum):
    """How a selection is ordered; equals always stand by name, then town, then number."""

    NAME = "nom"
    TOWN = "commune"
    RELEVANCE = "pertinence"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True)
class Circle:
    """Everything within some kilometres of a point."""

    latitude: float
    longitude: float
    km: float


@dataclass(frozen=True)
class Criteria:
    """What a visitor asks of the guide; values of one criterion are alternatives, criteria add up."""

    departements: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    ranked: tuple[int, ...] | None = None
    """The museums that answer a search, best first; `None` where nothing is searched for."""
    circle: Circle | None = None
    only: frozenset[int] | None = None
    """The museums to choose among, where something outside the guide leaves others out: open on a date."""
    order: Order = Order.NAME
    day: date | None = None
    """The day on which labels must hold; nothing where no label is asked for nor counted."""

    def choosing(self, facet: str, values: frozenset[str]) -> "Criteria":
        """Return the same question with other values for one facet."""
        changed: dict[str, Any] = {facet: values}
        return replace(self, **changed)

    def given(self) -> dict[str, frozenset[str]]:
        """Return the facets that hold values, by name."""
        return {name: getattr(self, name) for name in FACETS if getattr(self, name)}

    @property
    def is_plain(self) -> bool:
        """Whether only facets are asked for."""
        return self.ranked is None and self.circle is None and self.only is None


FACETS: Mapping[str, Callable[[MuseumEntry, date | None], Iterable[str]]] = {
    "departements": lambda museum, _day: (museum.departement.code,),
    "towns": lambda museum, _day: (museum.town.slug,),
    "themes": lambda museum, _day: (theme.slug for theme in museum.themes),
    "labels": lambda museum, day: (own.label.slug for own in museum.labels_on(day)) if day else (),
}
