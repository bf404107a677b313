"""Départements, regions and towns as the register spells them, resolved with the shipped tables."""

import re
from functools import cache

from portal import register
from portal.domain.museums.register_file.normalise import fold, tidy

_CEDEX = re.compile(r"\s+c[eé]dex\b.*", re.IGNORECASE)


def departement_code(text: str) -> str | None:
    """Code of the département named or coded by the text, or None when France has no such one."""
    return _departements().get(_key(text))


def departement_of_postcode(postcode: str) -> str | None:
    """Code of the département a postcode is of, or None when France has no such one."""
    if postcode.startswith("20"):  # Corsica shares one prefix between two départements
        return "2A" if postcode < "20200" else "2B"
    overseas = postcode[:3] if postcode.startswith(("97", "98")) else postcode[:2]
    return overseas if overseas in _region_of() else None


def region_of(departement: str | None) -> str | None:
    """Region of a département code, or None when it is unknown."""
    return _region_of().get(departement or "")


def region_name(text: str) -> str | None:
    """Name of the region as this portal writes it, or None when France has no such region."""
    return _regions().get(fold(text))


def town_name(text: str, departement: str | None) -> str:
    """Official name of the commune for a spelling the register uses, else the spelling, tidied."""
    spelling = _CEDEX.sub("", tidy(text))
    return _towns().get((departement, fold(spelling)), spelling)


def _key(text: str) -> str:
    # Réunion and La Réunion are both in use.
    return fold(text).removeprefix("la ")


@cache
def _departements() -> dict[str, str]:
    rows = register.read("departements")
    by_name = {_key(row["name"]): row["code"] for row in rows}
    by_code = {_key(row["code"]): row["code"] for row in rows}
    without_zero = {code.lstrip("0"): code for code in by_code.values() if code.startswith("0")}
    return by_name | by_code | without_zero


@cache
def _region_of() -> dict[str, str]:
    return {row["code"]: row["region"] for row in register.read("departements")}


@cache
def _regions() -> dict[str, str]:
    return {fold(region): region for region in _region_of().values()}


@cache
def _towns() -> dict[tuple[str | None, str], str]:
    names: dict[tuple[str | None, str], str] = {}
    for row in register.read("towns"):
        for spelling in (row["name"], *row["register_spellings"].split(";")):
            names[row["departement"], fold(spelling)] = row["name"]
    return names


@cache
def indivisible_domains() -> tuple[str, ...]:
    """Domain spellings that contain a comma, and would be cut in two by a list with commas."""
    return tuple(row["spelling"] for row in register.read("domain_spellings") if "," in row["spelling"])
