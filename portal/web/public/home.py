"""The home page: search first, then the map, the themes and what the network is."""

from collections.abc import Iterator

from flask import Blueprint, render_template, url_for

from portal.db import Translated
from portal.domain import museums
from portal.web.kit.maps import region_map

QUICK_THEMES = ("prehistoire", "moyen-age", "textile")

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def show() -> str:
    """Show the home page."""
    guide = museums.guide()
    selection = guide.select(museums.Criteria())
    return render_template(
        "public/home/show.html",
        guide=guide,
        counts=selection.counts,
        featured=guide.featured(),
        quick=list(_quick_searches(guide)),
        region=region_map(guide.museums),
    )


def _quick_searches(guide: museums.Guide) -> Iterator[tuple[Translated, str]]:
    """Yield a few searches that need no typing: themes far from one another, and the rarer labels."""
    for slug in QUICK_THEMES:
        if slug in guide.themes_by_slug:
            yield guide.themes_by_slug[slug].name, url_for("public.museums.index", theme=slug)
    for slug, label in list(guide.labels.items())[1:]:
        yield label.name, url_for("public.museums.index", label=slug)
