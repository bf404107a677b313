"""The guide: every listed museum in one immutable index, so that list, map and API are one sequence.

It is read from the database once per content version and process, and answers every selection from memory:
a page's statements and cost do not grow with the number of museums.
"""

import enum
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from math import inf

from portal.db import Translated
from portal.domain.places.distance import distance_km

KEPT_SELECTIONS = 500
MOST_NEIGHBOURS = 12


@dataclass(frozen=True, slots=True)
class DepartementEntry:
    """A département as lists show it."""

    code: str
    slug: str
    name: Translated


@dataclass(frozen=True, slots=True)
class TownEntry:
    """A town as lists show it."""

    id: int
    slug: str
    insee: str | None
    name: Translated
    sort_key: str
    departement: DepartementEntry
    latitude: float | None
    longitude: float | None
    postcodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    """A grand theme as lists show it."""

    id: int
    slug: str
    name: Translated
    position: int
    cover: str
    text: Translated | None = None


@dataclass(frozen=True, slots=True)
class LabelEntry:
    """A label as lists show it."""

    slug: str
    name: Translated
    position: int


@dataclass(frozen=True, slots=True)
class MuseumEntry:
    """A museum as lists, the map and the API show it."""

    id: int
    museofile_id: str | None
    slug: str
    name: Translated
    sort_key: str
    town: TownEntry
    latitude: float | None
    longitude: float | None
    themes: tuple[ThemeEntry, ...]
    """The principal theme first, where one is set."""
    principal_theme: ThemeEntry | None
    labels: tuple[LabelEntry, ...]
    cover_salt: int
    updated_at: datetime

    @property
    def identity(self) -> str:
        """What names the museum for ever: its Muséofile id, or its address part where it has none."""
        return self.museofile_id or self.slug

    @property
    def drawing(self) -> str:
        """The drawing of the museum's cover."""
        return self.principal_theme.cover if self.principal_theme else "musee"

    @property
    def departement(self) -> DepartementEntry:
        """The département of the museum's town."""
        return self.town.departement


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
    order: Order = Order.NAME

    def choosing(self, facet: str, values: frozenset[str]) -> "Criteria":
        """Return the same question with other values for one facet."""
        chosen = {name: getattr(self, name) for name in FACETS} | {facet: values}
        return Criteria(ranked=self.ranked, circle=self.circle, order=self.order, **chosen)

    def given(self) -> dict[str, frozenset[str]]:
        """Return the facets that hold values, by name."""
        return {name: getattr(self, name) for name in FACETS if getattr(self, name)}

    @property
    def is_plain(self) -> bool:
        """Whether only facets are asked for."""
        return self.ranked is None and self.circle is None


FACETS: Mapping[str, Callable[[MuseumEntry], Iterable[str]]] = {
    "departements": lambda museum: (museum.departement.code,),
    "towns": lambda museum: (museum.town.slug,),
    "themes": lambda museum: (theme.slug for theme in museum.themes),
    "labels": lambda museum: (label.slug for label in museum.labels),
}


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A museum and its distance from somewhere, in kilometres as the crow flies."""

    museum: MuseumEntry
    km: float


@dataclass(frozen=True)
class Selection:
    """The museums that satisfy every criterion, in the guide's order, and what each choice would give."""

    museums: tuple[MuseumEntry, ...]
    counts: Mapping[str, Counter[str]]
    """For each facet, how many museums each of its values would give beside the other criteria."""
    distances: Mapping[int, float] = field(default_factory=dict)
    """How far each museum is from the point asked for, in kilometres, by its number."""
    unconfirmed: int = 0
    """How many more may satisfy the question, where the facts are not known."""

    @property
    def total(self) -> int:
        """How many museums there are."""
        return len(self.museums)


@dataclass(frozen=True)
class Guide:
    """Every listed museum, in the one order of lists, map and API: by name, then town, then id."""

    museums: tuple[MuseumEntry, ...]
    themes: tuple[ThemeEntry, ...] = ()
    """All grand themes, in the association's order."""
    _selections: dict[Criteria, Selection] = field(default_factory=dict, repr=False, compare=False)
    _neighbours: dict[int, list[Neighbour]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def themes_by_slug(self) -> Mapping[str, ThemeEntry]:
        """All grand themes by their address part, in the association's order."""
        return {theme.slug: theme for theme in self.themes}

    @cached_property
    def by_identity(self) -> Mapping[str, MuseumEntry]:
        """The museums by their Muséofile id, or by their address part where they have none."""
        return {museum.identity: museum for museum in self.museums}

    @cached_property
    def by_id(self) -> Mapping[int, MuseumEntry]:
        """The museums by their number."""
        return {museum.id: museum for museum in self.museums}

    @cached_property
    def towns(self) -> Mapping[str, TownEntry]:
        """The towns that have a listed museum, by address part, in alphabetical order."""
        towns = {museum.town.slug: museum.town for museum in self.museums}
        return dict(sorted(towns.items(), key=lambda item: (item[1].sort_key, item[0])))

    @cached_property
    def departements(self) -> Mapping[str, DepartementEntry]:
        """The départements that have a listed museum, by code, in the order of their slugs."""
        found = {museum.departement.code: museum.departement for museum in self.museums}
        return dict(sorted(found.items(), key=lambda item: item[1].slug))

    @cached_property
    def labels(self) -> Mapping[str, LabelEntry]:
        """The labels that a listed museum bears, by address part, in the association's order."""
        found = {label.slug: label for museum in self.museums for label in museum.labels}
        return dict(sorted(found.items(), key=lambda item: item[1].position))

    def select(self, criteria: Criteria) -> Selection:
        """Return the museums that satisfy the criteria, with the counts of every facet."""
        known = self._selections.get(criteria)
        if known is None:
            known = self._select(criteria)
            # Facets are known slugs, but their subsets are many; searches and circles are endless.
            if criteria.is_plain and len(self._selections) < KEPT_SELECTIONS:
                self._selections[criteria] = known
        return known

    def near(
        self, latitude: float | None, longitude: float | None, *, but: int | None = None
    ) -> list[Neighbour]:
        """Return every located museum by its distance from a point, nearest first, but for one of them."""
        if latitude is None or longitude is None:
            return []
        found = [
            Neighbour(museum, distance_km(latitude, longitude, museum.latitude, museum.longitude))
            for museum in self.museums
            if museum.id != but and museum.latitude is not None and museum.longitude is not None
        ]
        return sorted(found, key=lambda neighbour: (neighbour.km, neighbour.museum.id))

    def neighbours(self, museum: MuseumEntry, count: int) -> list[Neighbour]:
        """Return the museums nearest to one; found once for as long as the guide stands."""
        known = self._neighbours.get(museum.id)
        if known is None:
            known = self.near(museum.latitude, museum.longitude, but=museum.id)[:MOST_NEIGHBOURS]
            self._neighbours[museum.id] = known
        return known[:count]

    def of_theme(self, slug: str) -> list[MuseumEntry]:
        """Return a theme's museums: those whose principal theme it is first, then in the guide's order."""
        museums = self.select(Criteria(themes=frozenset({slug}))).museums
        return sorted(
            museums, key=lambda museum: museum.principal_theme is None or museum.principal_theme.slug != slug
        )

    def themes_beside(self, slug: str, count: int = 6) -> list[ThemeEntry]:
        """Return the themes that most often stand beside this one in the same museums."""
        beside = Counter(
            theme for museum in self.of_theme(slug) for theme in museum.themes if theme.slug != slug
        )
        return [theme for theme, _ in sorted(beside.items(), key=lambda item: (-item[1], item[0].position))][
            :count
        ]

    def featured(self, count: int = 6) -> list[MuseumEntry]:
        """Return a few museums for the home page: of different themes and different towns."""
        chosen: dict[str, MuseumEntry] = {}
        for theme in self.themes:
            towns = {museum.town.slug for museum in chosen.values()}
            own = (museum for museum in self.museums if museum.principal_theme == theme)
            found = next((museum for museum in own if museum.town.slug not in towns), None)
            if found is not None and len(chosen) < count:
                chosen[theme.slug] = found
        return list(chosen.values())

    def _select(self, criteria: Criteria) -> Selection:
        given = criteria.given()
        chosen = []
        counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
        distances = self._distances(criteria.circle)
        for museum in self._candidates(criteria):
            if criteria.circle and museum.id not in distances:
                continue
            values = {name: tuple(read(museum)) for name, read in FACETS.items()}
            failed = [name for name, wanted in given.items() if wanted.isdisjoint(values[name])]
            if not failed:
                chosen.append(museum)
                for name in FACETS:
                    counts[name].update(values[name])
            elif len(failed) == 1:
                counts[failed[0]].update(values[failed[0]])
        if criteria.order is Order.TOWN:
            chosen.sort(key=lambda museum: museum.town.sort_key)
        elif criteria.order is Order.DISTANCE:
            chosen.sort(key=lambda museum: distances.get(museum.id, inf))
        return Selection(tuple(chosen), counts, distances)

    def _candidates(self, criteria: Criteria) -> Iterable[MuseumEntry]:
        """Return the museums a search allows: best first where relevance is asked for, else in the guide's order."""
        if criteria.ranked is None:
            return self.museums
        if criteria.order is Order.RELEVANCE:
            return [self.by_id[id_] for id_ in criteria.ranked if id_ in self.by_id]
        allowed = frozenset(criteria.ranked)
        return [museum for museum in self.museums if museum.id in allowed]

    def _distances(self, circle: Circle | None) -> dict[int, float]:
        if circle is None:
            return {}
        near = self.near(circle.latitude, circle.longitude)
        return {neighbour.museum.id: neighbour.km for neighbour in near if neighbour.km <= circle.km}
