"""What museums, their towns and their themes are found by."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from portal.db import Translated, db
from portal.domain import search
from portal.domain.folding import fold
from portal.domain.museums.models import Museum, MuseumProfile, MuseumTheme
from portal.domain.museums.profile_texts import TEXTS
from portal.domain.places.models import Town
from portal.domain.search import Kind
from portal.domain.themes.models import DomainSpelling, Theme

# Every museum is found by the word, whatever its name: Les Abattoirs, the Muséum, Narbo Via.
ANY_MUSEUM = ("musée", "musèu")


def refresh() -> int:
    """Bring what is found in step with every museum, town and theme; return how many rows changed."""
    museums = list(db.session.scalars(_listed()))
    towns = {museum.town_id: museum.town for museum in museums}
    return (
        search.replace(Kind.MUSEUM, map(_museum, museums))
        + search.replace(Kind.TOWN, map(_town, towns.values()))
        + search.replace(Kind.THEME, _themes())
    )


def refresh_museum(museum_id: int) -> int:
    """Bring what is found in step with one museum, after a change of its own; return how many rows changed."""
    museum = db.session.scalar(_listed().where(Museum.id == museum_id))
    return search.forget(Kind.MUSEUM, museum_id) if museum is None else search.index(_museum(museum))


def _listed() -> Select[Museum]:
    return (
        select(Museum)
        .where(Museum.archived_at.is_(None))
        .options(
            joinedload(Museum.town).joinedload(Town.departement),
            joinedload(Museum.profile),
            selectinload(Museum.themes).joinedload(MuseumTheme.theme),
        )
        .execution_options(populate_existing=True)
    )


def _museum(museum: Museum) -> search.Entry:
    town = museum.town
    names = [museum.name, museum.usage_name, town.name, town.departement.name]
    themes = [own.theme.name for own in museum.themes]
    plain = [museum.official_name, museum.shown_place or "", museum.shown_postcode or "", *museum.domains]
    of_town = [*town.also_called, *town.spellings, *town.postcodes]
    body = " ".join([*_both([*names, *themes]), *plain, *of_town, *ANY_MUSEUM, *_own_words(museum.profile)])
    return search.Entry(
        Kind.MUSEUM,
        museum.id,
        museum.slug,
        museum.name,
        Translated(body, museum.name.oc and body),
        detail=town.name,
        weight=1,
        sort_key=f"{fold(museum.name.fr)}\t{town.sort_key}",  # the guide's order: a tab sorts before any letter
    )


def _own_words(profile: MuseumProfile | None) -> Iterable[str]:
    """Yield what the museum writes of itself, without its marks."""
    for name, text in TEXTS.items():
        own: Translated | None = getattr(profile, name, None)
        for written in (own.fr, own.oc) if own else ():
            yield from text.lines(written)


def _town(town: Town) -> search.Entry:
    other = [*_both([town.name, town.departement.name]), *town.also_called, *town.spellings, *town.postcodes]
    return search.Entry(
        Kind.TOWN,
        town.id,
        town.slug,
        town.name,
        Translated(" ".join(other)),
        detail=town.departement.name,
        weight=2,
        sort_key=town.sort_key,
    )


def _themes() -> Iterable[search.Entry]:
    spellings = defaultdict(list)
    for row in db.session.scalars(select(DomainSpelling)):
        spellings[row.theme_id].append(row.spelling)
    for theme in db.session.scalars(select(Theme)):
        body = " ".join([*_both([theme.name]), *sorted(spellings[theme.id])])
        key = f"{theme.position:04}"
        yield search.Entry(
            Kind.THEME, theme.id, theme.slug, theme.name, Translated(body), weight=2, sort_key=key
        )


def _both(names: Iterable[Translated]) -> list[str]:
    return [text for name in names for text in (name.fr, name.oc) if text]
