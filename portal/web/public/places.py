"""Départements and towns as pages: their museums and their neighbours."""

from flask import Blueprint, abort, render_template

from portal.domain import museums
from portal.domain.museums import Criteria
from portal.domain.places import drawing
from portal.web.kit import sentences, status_lines
from portal.web.kit.maps import alone_on_the_map, region_map

blueprint = Blueprint("places", __name__)

NEAR_TOWNS = 6
# All of them at the region's size; the guide, which the page links to, lists any number.
SHOWN = 96
NEAR_MUSEUMS = 4
SHOWN_THEMES = 3


@blueprint.get("/departements/<slug:slug>/")
def departement(slug: str) -> str:
    """Show a département: its museums, its towns, its neighbours."""
    guide = museums.guide()
    here = next((found for found in guide.departements.values() if found.slug == slug), None)
    if here is None:
        abort(404)
    selection = guide.select(Criteria(departements=frozenset({here.code})))
    known = guide.departements
    towns = [town for town in guide.towns.values() if town.departement == here]
    return render_template(
        "public/places/departement.html",
        departement=here,
        selection=selection,
        shown=SHOWN,
        lines=status_lines.of(selection.museums[:SHOWN]),
        guide=guide,
        towns=towns,
        themes=[
            (guide.themes_by_slug[slug], count)
            for slug, count in selection.counts["themes"].most_common(SHOWN_THEMES)
        ],
        counts=guide.select(Criteria()).counts,
        summary=sentences.of_departement(here, towns, selection.total),
        neighbours=[known[code] for code in drawing.neighbours(here.code) if code in known],
        region=region_map(
            selection.museums,
            only=alone_on_the_map({here.code}),
        ),
    )


@blueprint.get("/communes/<slug:slug>/")
def town(slug: str) -> str:
    """Show a town: its museums, and what is near."""
    guide = museums.guide()
    here = guide.towns.get(slug)
    if here is None:
        abort(404)
    selection = guide.select(Criteria(towns=frozenset({slug})))
    near = [found for found in guide.near(here.latitude, here.longitude) if found.museum.town.slug != slug]
    towns = list(dict.fromkeys(found.museum.town for found in near))
    return render_template(
        "public/places/town.html",
        town=here,
        selection=selection,
        summary=sentences.of_town(here, selection.total),
        near=near[:NEAR_MUSEUMS],
        lines=status_lines.of([*selection.museums, *(each.museum for each in near[:NEAR_MUSEUMS])]),
        towns=towns[:NEAR_TOWNS],
        region=region_map(selection.museums, only=alone_on_the_map({here.departement.code})),
    )
