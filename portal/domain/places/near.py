"""Reads where somebody wants to be near: a commune, a postcode, or a latitude and a longitude."""

import enum
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from portal.db import Remembered, db
from portal.domain.places.communes import Commune, communes, name_keys
from portal.domain.places.drawing import departement_at
from portal.domain.places.models import Town

LONGEST = 200  # characters


@dataclass(frozen=True, slots=True)
class Place:
    """A point that distances are counted from; it has no name where coordinates were given."""

    name: str | None
    latitude: float
    longitude: float
    departement_code: str | None


@dataclass(frozen=True, slots=True)
class UnlocatedCommune:
    """A commune that exists but whose position we do not hold."""

    name: str
    departement_code: str


class Refusal(enum.Enum):
    """Why coordinates make no sense."""

    NOT_NUMBERS = "not_numbers"
    OUT_OF_RANGE = "out_of_range"


@dataclass(frozen=True)
class _Towns:
    """The towns of the database whose position is known."""

    by_name: dict[str, Place] = field(default_factory=dict)
    """By address part and French name, in each form (see `name_keys`)."""
    by_other_name: dict[str, Place] = field(default_factory=dict)
    """By Occitan or Catalan name, by what people call it, and by the spellings of the register."""
    by_postcode: dict[str, Place] = field(default_factory=dict)
    by_insee: dict[str, Place] = field(default_factory=dict)


def resolve(value: str) -> Place | UnlocatedCommune | Refusal | None:
    """Return where a value of `pres` is; nothing where no commune answers to it.

    Of several communes that share a name or a postcode, one whose position is known goes first, then the most
    populous; the code of the département after the name tells them apart (`montgaillard-65`).
    """
    asked = value.strip()[:LONGEST]
    if "," in asked and (point := _point(asked)) is not None:
        return point
    towns, known = _towns(), communes()
    if asked.isascii() and asked.isdigit():
        return towns.by_postcode.get(asked) or _commune(known.by_postcode.get(asked, ()), towns)
    keys = name_keys(asked)
    for key in keys:
        found = towns.by_name.get(key) or _commune(known.by_name.get(key, ()), towns)
        if found is not None:
            return found
    return next(filter(None, map(towns.by_other_name.get, keys)), None)


def _point(value: str) -> Place | Refusal | None:
    """Return the point of two numbers, why they are none, or nothing where this is a name with a comma."""
    try:
        latitude, longitude = (float(part) for part in value.replace("_", "?").split(","))
    except ValueError:
        return None if any(character.isalpha() for character in value) else Refusal.NOT_NUMBERS
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        return Refusal.NOT_NUMBERS
    if abs(latitude) > 90 or abs(longitude) > 180:
        return Refusal.OUT_OF_RANGE
    return Place(None, latitude, longitude, departement_at(longitude, latitude))


def _commune(candidates: Sequence[Commune], towns: _Towns) -> Place | UnlocatedCommune | None:
    if not candidates:
        return None
    located = (towns.by_insee.get(commune.insee) for commune in candidates)
    first = candidates[0]
    return next(filter(None, located), None) or UnlocatedCommune(first.name, first.departement_code)


def _read() -> _Towns:
    towns = _Towns()
    columns = (Town.insee, Town.slug, Town.name, Town.departement_code, Town.latitude, Town.longitude)
    for row in db.session.execute(
        select(*columns, Town.also_called, Town.spellings, Town.postcodes)
        .where(Town.latitude.is_not(None), Town.longitude.is_not(None))
        .order_by(Town.sort_key, Town.id),
    ):
        place = Place(row.name.fr, row.latitude, row.longitude, row.departement_code)
        _name(towns.by_name, place, row.slug, row.name.fr)
        _name(towns.by_other_name, place, row.name.oc or "", *row.also_called, *row.spellings)
        for postcode in row.postcodes:
            towns.by_postcode.setdefault(postcode, place)
        if row.insee:
            towns.by_insee[row.insee] = place
    return towns


def _name(names: dict[str, Place], place: Place, *own: str) -> None:
    for key in (key for name in own if name for key in name_keys(name)):
        names.setdefault(key, place)


_towns = Remembered(_read)
