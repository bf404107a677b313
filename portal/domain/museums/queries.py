"""What may be asked about museums."""

import dataclasses
import weakref
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import joinedload

from portal.db import (
    TenancyError,
    TranslatedText,
    content_version,
    db,
    has_unpublished_changes,
    preview_of,
    scope_of,
)
from portal.domain.folding import fold
from portal.domain.museums import profile
from portal.domain.museums.guide import Guide
from portal.domain.museums.guide_entries import (
    BorneLabel,
    DepartementEntry,
    LabelEntry,
    MuseumEntry,
    ThemeEntry,
    TownEntry,
)
from portal.domain.museums.models import FormerSlug, Museum, MuseumLabel, MuseumProfile, MuseumTheme
from portal.domain.places.models import Departement, Town
from portal.domain.themes.models import Label, Theme

_guides: weakref.WeakKeyDictionary[Engine, tuple[int, Guide]] = weakref.WeakKeyDictionary()


def guide() -> Guide:
    """Return the guide as the public content now stands; one statement where nothing changed.

    A session confined to one museum cannot read the others: it gets the guide as it was last read, which the
    gate has done on the way in.
    """
    session = db.session
    engine = db.engine
    if scope_of(session()).is_confined:
        if engine not in _guides:
            raise TenancyError("the guide, asked in one museum's scope before anybody has read it")
        return _guides[engine][1]
    stamp = content_version(session())
    known = _guides.get(engine)
    if known and known[0] == stamp.number and not has_unpublished_changes(session()):
        return known[1]
    read = _read_guide()
    if not has_unpublished_changes(session()):  # a transaction that may yet be undone is nobody else's truth
        _guides[engine] = (stamp.number, read)
    return read


def by_slug(slug: str) -> Museum | None:
    """Return the museum at this address part, listed or archived.

    Its town, themes and labels are in the guide (`entry_of`); an archived museum, which is not, loads them. In a
    preview of it, it says of itself what is previewed.
    """
    found = db.session.scalar(
        select(Museum).where(Museum.slug == slug).options(joinedload(Museum.profile)),
    )
    preview = preview_of(db.session(), found.id) if found is not None else None
    if found is not None and preview is not None and profile.KIND in preview.texts:
        profile.show_as(found, dict(preview.texts[profile.KIND]))
    return found


def entry(identity: str) -> MuseumEntry | None:
    """Return the museum of this Muséofile id or address part, listed or archived, as lists show it."""
    known = guide().by_identity.get(identity)
    if known is not None:
        return known
    slug = slug_now(identity) or identity
    museum = by_slug(slug)
    return entry_of(museum) if museum is not None else None


def entry_of(museum: Museum) -> MuseumEntry:
    """Return a museum as lists show it, though it be archived and in none; in a preview of it, under its name there."""
    known = guide().by_id.get(museum.id)
    if known is not None:
        is_previewed = preview_of(db.session(), museum.id) is not None
        return dataclasses.replace(known, name=museum.name) if is_previewed else known
    departement = museum.town.departement
    town = TownEntry(
        museum.town.id,
        museum.town.slug,
        museum.town.insee,
        museum.town.name,
        museum.town.sort_key,
        DepartementEntry(departement.code, departement.slug, departement.name),
        museum.town.latitude,
        museum.town.longitude,
        tuple(museum.town.postcodes),
    )
    themes = {own.theme_id: _theme_entry(own.theme) for own in museum.themes}
    borne = sorted(museum.labels, key=lambda own: own.label.position)
    labels = [BorneLabel(_label_entry(own.label), own.since, own.until) for own in borne]
    return _entry(museum, town, themes, [(own.position, own.theme_id) for own in museum.themes], labels)


def _theme_entry(theme: Theme) -> ThemeEntry:
    return ThemeEntry(theme.id, theme.slug, theme.name, theme.position, theme.cover, theme.text)


def _label_entry(label: Any) -> LabelEntry:
    """Return the entry of a label, from its row or from its object."""
    return LabelEntry(label.slug, label.name, label.position, label.text, label.keeper, label.website)


def slug_now(former: str) -> str | None:
    """Return today's address part for an old one or for a Muséofile id, if it leads anywhere."""
    by_former = (
        select(Museum.slug)
        .join(FormerSlug, FormerSlug.museum_id == Museum.id)
        .where(FormerSlug.slug == former)
    )
    by_id = select(Museum.slug).where(Museum.museofile_id == former.upper())
    return db.session.scalar(by_former) or db.session.scalar(by_id)


def slugs_now(formers: Collection[str]) -> dict[str, str]:
    """Return today's address parts of old ones, for those that lead anywhere: one statement for all."""
    if not formers:
        return {}
    rows = db.session.execute(
        select(FormerSlug.slug, Museum.slug)
        .join(FormerSlug, FormerSlug.museum_id == Museum.id)
        .where(FormerSlug.slug.in_(sorted(formers)))
    )
    return dict(rows.all())


def _read_guide() -> Guide:
    session = db.session
    departements = {
        code: DepartementEntry(code, slug, name)
        for code, slug, name in session.execute(select(Departement.code, Departement.slug, Departement.name))
    }
    themes = {
        theme.id: _theme_entry(theme) for theme in session.scalars(select(Theme).order_by(Theme.position))
    }
    towns = _read_towns(departements)
    museum_themes = _read_museum_themes()
    labels = _read_labels()
    museum_labels = _read_museum_labels(labels)
    rows = session.execute(
        select(
            Museum.id,
            Museum.museofile_id,
            Museum.slug,
            func.coalesce(MuseumProfile.usage_name, Museum.usage_name, type_=TranslatedText).label("name"),
            Museum.town_id,
            Museum.latitude,
            Museum.longitude,
            Museum.cover_salt,
            Museum.updated_at,
        )
        .outerjoin(MuseumProfile, MuseumProfile.museum_id == Museum.id)
        .where(Museum.archived_at.is_(None)),
    )
    entries = [
        _entry(row, towns[row.town_id], themes, museum_themes[row.id], museum_labels[row.id]) for row in rows
    ]
    entries.sort(key=lambda museum: (museum.sort_key, museum.town.sort_key, museum.id))
    return Guide(tuple(entries), tuple(themes.values()), tuple(labels.values()))


def _read_towns(departements: dict[str, DepartementEntry]) -> dict[int, TownEntry]:
    columns = select(
        Town.id,
        Town.slug,
        Town.insee,
        Town.name,
        Town.sort_key,
        Town.departement_code,
        Town.latitude,
        Town.longitude,
        Town.postcodes,
    )
    return {
        id_: TownEntry(id_, slug, insee, name, key, departements[code], latitude, longitude, tuple(postcodes))
        for id_, slug, insee, name, key, code, latitude, longitude, postcodes in db.session.execute(columns)
    }


def _read_museum_themes() -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    columns = select(MuseumTheme.museum_id, MuseumTheme.position, MuseumTheme.theme_id)
    for museum_id, position, theme_id in db.session.execute(columns.order_by(MuseumTheme.position)):
        found[museum_id].append((position, theme_id))
    return found


def _read_labels() -> dict[int, LabelEntry]:
    columns = (Label.id, Label.slug, Label.name, Label.position, Label.text, Label.keeper, Label.website)
    rows = db.session.execute(select(*columns).order_by(Label.position))
    return {row.id: _label_entry(row) for row in rows}


def _read_museum_labels(labels: dict[int, LabelEntry]) -> dict[int, list[BorneLabel]]:
    found: dict[int, list[BorneLabel]] = defaultdict(list)
    columns = select(MuseumLabel.museum_id, MuseumLabel.label_id, MuseumLabel.since, MuseumLabel.until)
    for museum_id, label_id, since, until in db.session.execute(columns):
        found[museum_id].append(BorneLabel(labels[label_id], since, until))
    for borne in found.values():
        borne.sort(key=lambda own: own.label.position)
    return found


def _entry(
    row: Any,
    town: TownEntry,
    themes: dict[int, ThemeEntry],
    museum_themes: list[tuple[int, int]],
    labels: list[BorneLabel],
) -> MuseumEntry:
    """Return the entry of a museum, from its row or from its object."""
    own_themes = tuple(themes[theme_id] for _, theme_id in museum_themes)
    return MuseumEntry(
        id=row.id,
        museofile_id=row.museofile_id,
        slug=row.slug,
        name=row.name,
        sort_key=fold(row.name.fr),
        town=town,
        latitude=row.latitude,
        longitude=row.longitude,
        themes=own_themes,
        principal_theme=own_themes[0] if museum_themes and museum_themes[0][0] == 0 else None,
        labels=tuple(labels),
        cover_salt=row.cover_salt,
        updated_at=row.updated_at,
    )
