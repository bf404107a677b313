"""Applies a published register: the facts it owns follow the file, what a museum wrote is never touched."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from portal.db import Translated, db
from portal.domain.covers import distinct_salts
from portal.domain.folding import fold, slugify
from portal.domain.museums import findable
from portal.domain.museums.models import Museum, MuseumTheme, SetBy
from portal.domain.museums.naming import free_slug, usage_name_of
from portal.domain.museums.register_file import CurrentFacts, Facts, Plan, RegisterRow
from portal.domain.places.models import Departement, Town
from portal.domain.themes.models import DomainSpelling

PLAIN_FACTS = (
    "official_name",
    "street",
    "place",
    "postcode",
    "latitude",
    "longitude",
    "phone",
    "website",
    "former_ref",
)


def current_facts() -> dict[str, CurrentFacts]:
    """Return what we hold of every museum of the register, by Muséofile id."""
    query = select(Museum).options(joinedload(Museum.town).joinedload(Town.departement))
    return {
        museum.museofile_id: _facts_of(museum) for museum in db.session.scalars(query) if museum.museofile_id
    }


def _facts_of(museum: Museum) -> CurrentFacts:
    facts = Facts(
        official_name=museum.official_name,
        street=museum.street or "",
        place=museum.place or "",
        postcode=museum.postcode or "",
        town=museum.town.name.fr,
        departement=museum.town.departement.code,
        region=museum.town.departement.region,
        latitude=museum.latitude,
        longitude=museum.longitude,
        phone=museum.phone or "",
        website=museum.website or "",
        domains=tuple(museum.domains),
    )
    return CurrentFacts(facts, museum.former_ref, museum.is_archived)


def apply(plan: Plan, now: datetime) -> None:
    """Write a plan: create, change, archive and restore, in the session's one transaction."""
    if plan.is_empty:
        return
    registrar = _Registrar(now)
    for row in plan.created:
        registrar.create(row)
    for museofile_id, changes in plan.changed:
        registrar.change(museofile_id, {name: after for name, (_, after) in changes.items()})
    for museofile_id in plan.restored:
        registrar.museums[museofile_id].archived_at = None
    for museofile_id in plan.archived:
        registrar.museums[museofile_id].archived_at = now
    db.session.flush()
    findable.refresh()


def _load_museums() -> dict[str, Museum]:
    query = select(Museum).options(
        joinedload(Museum.town), selectinload(Museum.themes).joinedload(MuseumTheme.theme)
    )
    return {museum.museofile_id: museum for museum in db.session.scalars(query) if museum.museofile_id}


@dataclass
class _Registrar:
    """Holds what applying a plan needs at hand, so that each row costs no query of its own."""

    now: datetime
    museums: dict[str, Museum] = field(default_factory=_load_museums)

    def __post_init__(self) -> None:
        self.theme_ids = {row.spelling: row.theme_id for row in db.session.scalars(select(DomainSpelling))}
        self.departements = {row.code: row for row in db.session.scalars(select(Departement))}
        self.slugs = set(db.session.scalars(select(Museum.slug)))
        self.town_slugs = set(db.session.scalars(select(Town.slug)))
        self.towns: dict[tuple[str, str], Town] = {}
        for town in db.session.scalars(select(Town)):
            for spelling in (town.sort_key, *town.spellings):
                self.towns[town.departement_code, spelling] = town

    def create(self, row: RegisterRow) -> None:
        """Add the museum of a row; without a principal theme, unless its one domain leaves no doubt."""
        facts = row.facts
        town = self._town(facts.town or "", facts.departement or "", facts)
        name = usage_name_of(facts.official_name or "", town.name.fr)
        slug = free_slug(name, town.name.fr, self.slugs)
        self.slugs.add(slug)
        museum = Museum(
            museofile_id=row.museofile_id,
            former_ref=row.former_ref or None,
            slug=slug,
            official_name=facts.official_name or "",
            usage_name=Translated(name),
            street=facts.street or None,
            place=facts.place or None,
            postcode=facts.postcode or None,
            town=town,
            latitude=facts.latitude,
            longitude=facts.longitude,
            phone=facts.phone or None,
            website=facts.website or None,
            domains=list(facts.domains or ()),
            updated_at=self.now,
        )
        self._set_register_themes(museum)
        db.session.add(museum)
        self.museums[row.museofile_id or slug] = museum
        self._tell_apart(museum, town)

    def change(self, museofile_id: str, changes: Mapping[str, object]) -> None:
        """Give a museum the register's new facts."""
        museum = self.museums[museofile_id]
        for fact in PLAIN_FACTS:
            if fact in changes:
                setattr(museum, fact, changes[fact] or None)
        if "town" in changes or "departement" in changes:
            name = str(changes.get("town", museum.town.name.fr))
            code = str(changes.get("departement", museum.town.departement_code))
            museum.town = self._town(name, code, None)
        domains = changes.get("domains")
        if isinstance(domains, tuple):
            museum.domains = list(domains)
            self._set_register_themes(museum)
        museum.updated_at = self.now

    def _set_register_themes(self, museum: Museum) -> None:
        """Replace the themes that came from the register's domains; those set by hand stay."""
        by_hand = [own for own in museum.themes if own.set_by is SetBy.ASSOCIATION]
        kept = {own.theme_id: own for own in museum.themes}
        found = [self.theme_ids.get(fold(domain)) for domain in museum.domains]
        wanted = [
            id_
            for id_ in dict.fromkeys(found)
            if id_ is not None and id_ not in {own.theme_id for own in by_hand}
        ]
        is_certain = not by_hand and len(wanted) == 1
        first = 0 if is_certain else 1 + max((own.position for own in by_hand), default=0)
        themes = [kept.get(id_) or MuseumTheme(theme_id=id_, set_by=SetBy.REGISTER) for id_ in wanted]
        for position, own in enumerate(themes, start=first):
            own.position = position
        museum.themes = [*by_hand, *themes]

    def _town(self, name: str, code: str, facts: Facts | None) -> Town:
        known = self.towns.get((code, fold(name)))
        if known is not None:
            return known
        plain = slugify(name) or "commune"
        slug = plain if plain not in self.town_slugs else f"{plain}-{code.lower()}"
        postcode = (facts and facts.postcode) or None
        town = Town(
            slug=slug,
            name=Translated(name),
            sort_key=fold(name),
            departement_code=code,
            latitude=facts and facts.latitude,
            longitude=facts and facts.longitude,
            postcodes=[postcode] if postcode else [],
            spellings=[],
            also_called=[],
        )
        db.session.add(town)
        self.town_slugs.add(slug)
        self.towns[code, fold(name)] = town
        return town

    def _tell_apart(self, museum: Museum, town: Town) -> None:
        """Give a new museum a cover unlike those of its town, without changing theirs."""
        own = [other for other in self.museums.values() if other.town is town]
        named = [(other.museofile_id or other.slug, "musee") for other in own]
        museum.cover_salt = distinct_salts(named).get(museum.museofile_id or museum.slug, 0)
