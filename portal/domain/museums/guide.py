"""The guide: every listed museum in one immutable index, so that list, map and API are one sequence.

It is read from the database once per content version and process, and answers every selection from memory:
a page's statements and cost do not grow with the number of museums.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import nsmallest
from itertools import chain, takewhile
from math import inf

from portal.domain.museums.guide_criteria import FACETS, Circle, Criteria, Order
from portal.domain.museums.guide_entries import (
    DepartementEntry,
    LabelEntry,
    MuseumEntry,
    ThemeEntry,
    TownEntry,
)
from portal.domain.places.distance import distance_km
from portal.domain.recent import Recent

# Facets are known slugs, but their subsets are many; searches and points are endless, and push each other out.
KEPT_SELECTIONS, KEPT_SEARCHES, KEPT_POINTS, KEPT_DAYS = 500, 64, 32, 4
MOST_NEIGHBOURS = 12


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
    all_labels: tuple[LabelEntry, ...] = ()
    """All labels that a museum may bear, in the association's order."""
    _selections: Recent[Criteria, Selection] = field(
        default_factory=lambda: Recent(KEPT_SELECTIONS), repr=False, compare=False
    )
    _searches: Recent[Criteria, Selection] = field(
        default_factory=lambda: Recent(KEPT_SEARCHES), repr=False, compare=False
    )
    _points: Recent[tuple[float, float], tuple[Neighbour, ...]] = field(
        default_factory=lambda: Recent(KEPT_POINTS), repr=False, compare=False
    )
    _values: Recent[date | None, Mapping[int, Mapping[str, tuple[str, ...]]]] = field(
        default_factory=lambda: Recent(KEPT_DAYS), repr=False, compare=False
    )
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
    def by_slug(self) -> Mapping[str, MuseumEntry]:
        """The museums by their address part of today."""
        return {museum.slug: museum for museum in self.museums}

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
        """All labels by their address part, in the association's order."""
        return {label.slug: label for label in self.all_labels}

    def labels_on(self, day: date) -> Mapping[str, LabelEntry]:
        """Return the labels that a listed museum bears on a day, by address part, in the association's order."""
        borne = {own.label.slug for museum in self.museums for own in museum.labels_on(day)}
        return {slug: label for slug, label in self.labels.items() if slug in borne}

    def select(self, criteria: Criteria) -> Selection:
        """Return the museums that satisfy the criteria, with the counts of every facet."""
        kept = self._selections if criteria.is_plain else self._searches
        return kept.get(criteria, lambda: self._select(criteria))

    def near(self, latitude: float | None, longitude: float | None) -> tuple[Neighbour, ...]:
        """Return every located museum by its distance from a point, nearest first."""
        if latitude is None or longitude is None:
            return ()
        point = (latitude, longitude)
        return self._points.get(point, lambda: tuple(sorted(self._measured(*point), key=_by_distance)))

    def neighbours(self, museum: MuseumEntry, count: int) -> list[Neighbour]:
        """Return the museums nearest to one; found once for as long as the guide stands."""
        known = self._neighbours.get(museum.id)
        if known is None:
            known = self._neighbours[museum.id] = self._nearest(museum)
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

    def _values_on(self, day: date | None) -> Mapping[int, Mapping[str, tuple[str, ...]]]:
        """Return what each museum gives each facet on a day, by the museum's number."""
        return self._values.get(
            day,
            lambda: {
                museum.id: {name: tuple(read(museum, day)) for name, read in FACETS.items()}
                for museum in self.museums
            },
        )

    def _select(self, criteria: Criteria) -> Selection:
        given = criteria.given()
        distances, facets = self._distances(criteria.circle), self._values_on(criteria.day)
        chosen: list[MuseumEntry] = []
        # A museum counts for every facet where it is chosen, and for the one facet that leaves it out.
        counted: dict[str, list[tuple[str, ...]]] = {name: [] for name in FACETS}
        for museum in self._candidates(criteria):
            if criteria.circle and museum.id not in distances:
                continue
            values = facets[museum.id]
            failed = [name for name, wanted in given.items() if wanted.isdisjoint(values[name])]
            if not failed:
                chosen.append(museum)
            for name in failed or FACETS:
                if len(failed) < 2:
                    counted[name].append(values[name])
        if criteria.order is Order.TOWN:
            chosen.sort(key=lambda museum: museum.town.sort_key)
        elif criteria.order is Order.DISTANCE:
            chosen.sort(key=lambda museum: distances.get(museum.id, inf))
        counts = {name: Counter(chain.from_iterable(values)) for name, values in counted.items()}
        return Selection(tuple(chosen), counts, distances)

    def _candidates(self, criteria: Criteria) -> Iterable[MuseumEntry]:
        """Return the museums a search allows: best first where relevance is asked for, else in the guide's order."""
        only = criteria.only
        if criteria.ranked is None:
            return self.museums if only is None else [museum for museum in self.museums if museum.id in only]
        if criteria.order is Order.RELEVANCE:
            found = (self.by_id[id_] for id_ in criteria.ranked if id_ in self.by_id)
            return [museum for museum in found if only is None or museum.id in only]
        allowed = frozenset(criteria.ranked) if only is None else only.intersection(criteria.ranked)
        return [museum for museum in self.museums if museum.id in allowed]

    def _distances(self, circle: Circle | None) -> dict[int, float]:
        if circle is None:
            return {}
        near = self.near(circle.latitude, circle.longitude)
        within = takewhile(lambda neighbour: neighbour.km <= circle.km, near)
        return {neighbour.museum.id: neighbour.km for neighbour in within}

    def _nearest(self, museum: MuseumEntry) -> list[Neighbour]:
        if museum.latitude is None or museum.longitude is None:
            return []
        measured = self._measured(museum.latitude, museum.longitude)
        others = (neighbour for neighbour in measured if neighbour.museum.id != museum.id)
        return nsmallest(MOST_NEIGHBOURS, others, key=_by_distance)

    def _measured(self, latitude: float, longitude: float) -> Iterable[Neighbour]:
        return (
            Neighbour(museum, distance_km(latitude, longitude, museum.latitude, museum.longitude))
            for museum in self.museums
            if museum.latitude is not None and museum.longitude is not None
        )


def _by_distance(neighbour: Neighbour) -> tuple[float, int]:
    return neighbour.km, neighbour.museum.id
