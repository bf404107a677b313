"""The communes of Occitanie that the product ships with; most have no museum and no known position."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from portal import register
from portal.domain import search
from portal.domain.folding import fold


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune as the territory's table names it."""

    insee: str
    name: str
    departement_code: str
    postcodes: tuple[str, ...]
    population: int


@dataclass(frozen=True)
class Communes:
    """All of them, the most populous first wherever several answer to one name or postcode."""

    by_name: Mapping[str, tuple[Commune, ...]]
    """By every form of the name (see `name_keys`), alone or with the code of the département."""
    by_postcode: Mapping[str, tuple[Commune, ...]]


@cache
def communes() -> Communes:
    """Return the shipped communes."""
    by_name: dict[str, list[Commune]] = defaultdict(list)
    by_postcode: dict[str, list[Commune]] = defaultdict(list)
    read = map(_commune, register.read("communes"))
    for commune in sorted(read, key=lambda commune: (-commune.population, commune.insee)):
        for key in name_keys(commune.name):
            by_name[key].append(commune)
            by_name[f"{key} {commune.departement_code.lower()}"].append(commune)
        for postcode in commune.postcodes:
            by_postcode[postcode].append(commune)
    return Communes(_closed(by_name), _closed(by_postcode))


def name_keys(name: str) -> tuple[str, ...]:
    """Return the forms a name is known by: folded, and without its articles, `st` read as `saint`."""
    return tuple(dict.fromkeys((fold(name), search.name_key(name))))


def _commune(row: dict[str, str]) -> Commune:
    postcodes = tuple(filter(None, row["postcodes"].split(";")))
    return Commune(row["insee"], row["name"], row["departement"], postcodes, int(row["population"]))


def _closed(found: dict[str, list[Commune]]) -> Mapping[str, tuple[Commune, ...]]:
    return {key: tuple(own) for key, own in found.items()}
