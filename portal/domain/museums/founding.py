"""Founds the register: the départements, towns, themes, labels and museums that the product ships with."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from portal import register
from portal.db import Translated, db
from portal.domain import covers
from portal.domain.folding import fold
from portal.domain.museums import findable
from portal.domain.museums.models import Museum, MuseumLabel, MuseumTheme, SetBy
from portal.domain.places.models import Departement, Town
from portal.domain.themes.models import DomainSpelling, Label, Theme


@dataclass(frozen=True)
class Founded:
    """How many rows of each kind were new."""

    departements: int
    towns: int
    themes: int
    labels: int
    museums: int


def found(now: datetime) -> Founded:
    """Add what the shipped tables hold and the database lacks; change nothing that is there."""
    departements = _add_departements()
    towns = _add_towns()
    themes = _add_themes()
    labels = _add_labels()
    db.session.flush()
    museums = _add_museums(now)
    findable.refresh()
    return Founded(departements, towns, themes, labels, museums)


def split(cell: str) -> list[str]:
    """Return the values of a cell that holds several."""
    return [value for value in cell.split(";") if value]


def _known(column: Any) -> set[Any]:
    return set(db.session.scalars(select(column)))


def _ids(key: Any, id_: Any) -> dict[str, int]:
    return {found: number for found, number in db.session.execute(select(key, id_))}  # noqa: C416 - a Result is no mapping


def _translated(fr: str, oc: str, local: str = "oc") -> Translated:
    return Translated(fr, oc or None, "ca" if local == "ca" else "oc")


def _add_departements() -> int:
    known = _known(Departement.code)
    new = [row for row in register.read("departements") if row["code"] not in known]
    db.session.add_all(
        Departement(
            code=row["code"],
            slug=row["slug"],
            name=_translated(row["name"], row["name_oc"]),
            region=row["region"],
        )
        for row in new
    )
    return len(new)


def _add_towns() -> int:
    known = _known(Town.insee)
    new = [row for row in register.read("towns") if row["insee"] not in known]
    for row in new:
        db.session.add(
            Town(
                slug=row["slug"],
                insee=row["insee"],
                name=_translated(row["name"], row["name_local"], row["local_language"]),
                sort_key=fold(row["name"]),
                departement_code=row["departement"],
                latitude=float(row["latitude"]) if row["latitude"] else None,
                longitude=float(row["longitude"]) if row["longitude"] else None,
                postcodes=split(row["postcodes"]),
                spellings=[fold(spelling) for spelling in split(row["register_spellings"])],
                also_called=split(row["also_called"]),
            ),
        )
    return len(new)


def _add_themes() -> int:
    known = _known(Theme.slug)
    new = [row for row in register.read("themes") if row["slug"] not in known]
    for row in new:
        db.session.add(
            Theme(
                slug=row["slug"],
                name=_translated(row["name_fr"], row["name_oc"]),
                text=_translated(row["text_fr"], row["text_oc"]) if row.get("text_fr") else None,
                position=int(row["position"]),
                cover=row["cover"],
            ),
        )
    db.session.flush()
    ids = _ids(Theme.slug, Theme.id)
    spellings = _known(DomainSpelling.spelling)
    for row in register.read("domain_spellings"):
        if (folded := fold(row["spelling"])) not in spellings:
            spellings.add(folded)
            db.session.add(DomainSpelling(spelling=folded, theme_id=ids[row["theme"]]))
    return len(new)


def _add_labels() -> int:
    known = _known(Label.slug)
    rows = enumerate(register.read("labels"), start=1)
    new = [(position, row) for position, row in rows if row["slug"] not in known]
    for position, row in new:
        name = _translated(row["name_fr"], row["name_oc"])
        db.session.add(Label(slug=row["slug"], name=name, position=position))
    db.session.flush()
    _explain_labels()
    return len(new)


def _explain_labels() -> None:
    """Give the labels that nobody has explained the shipped words."""
    rows = {row["slug"]: row for row in register.read("labels")}
    for label in db.session.scalars(select(Label).where(Label.text.is_(None))):
        if row := rows.get(label.slug):
            label.text = _translated(row["text_fr"], row["text_oc"])
            label.keeper = _translated(row["keeper_fr"], row["keeper_oc"])
            label.website = row["website"] or None


def _add_museums(now: datetime) -> int:
    known = _known(Museum.museofile_id)
    rows = register.read("museums")
    towns = _ids(Town.insee, Town.id)
    themes = _ids(Theme.slug, Theme.id)
    labels = _ids(Label.slug, Label.id)
    drawings = {row["slug"]: row["cover"] for row in register.read("themes")}
    salts = _salts(rows, drawings)
    new = [row for row in rows if row["museofile_id"] not in known]
    for row in new:
        museum = _museum(row, towns[row["insee"]], salts[row["museofile_id"]], now)
        museum.themes = list(_themes(row, themes))
        museum.labels = [
            MuseumLabel(label_id=labels[slug], set_by=SetBy.REGISTER) for slug in split(row["labels"])
        ]
        db.session.add(museum)
    db.session.flush()
    return len(new)


def _museum(row: dict[str, str], town_id: int, salt: int, now: datetime) -> Museum:
    return Museum(
        museofile_id=row["museofile_id"],
        former_ref=row["former_ref"] or None,
        slug=row["slug"],
        official_name=row["official_name"],
        usage_name=Translated(row["usage_name"]),
        street=row["street"] or None,
        place=row["place"] or None,
        postcode=row["postcode"] or None,
        town_id=town_id,
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
        phone=row["phone"] or None,
        website=row["website"] or None,
        domains=split(row["domains"]),
        cover_salt=salt,
        updated_at=now,
    )


def _themes(row: dict[str, str], ids: dict[str, int]) -> Iterable[MuseumTheme]:
    """Yield the themes of a shipped museum; those its domains lead to are the register's, the rest were set by hand."""
    by_spelling = {fold(item["spelling"]): item["theme"] for item in register.read("domain_spellings")}
    from_register = {by_spelling.get(fold(domain)) for domain in split(row["domains"])}
    if row["principal_theme"]:
        yield MuseumTheme(theme_id=ids[row["principal_theme"]], position=0, set_by=SetBy.ASSOCIATION)
    for position, slug in enumerate(split(row["other_themes"]), start=1):
        set_by = SetBy.REGISTER if slug in from_register else SetBy.ASSOCIATION
        yield MuseumTheme(theme_id=ids[slug], position=position, set_by=set_by)


def _salts(rows: list[dict[str, str]], drawings: dict[str, str]) -> dict[str, int]:
    towns: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        towns[row["insee"]].append((row["museofile_id"], drawings.get(row["principal_theme"], "musee")))
    return {
        identity: salt for town in towns.values() for identity, salt in covers.distinct_salts(town).items()
    }
