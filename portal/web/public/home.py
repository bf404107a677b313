"""The home page: search first, then the map, the themes and what the network is."""

from collections.abc import Iterator

from flask import Blueprint, render_template, url_for

from portal.db import Translated
from portal.domain import hours, museums
from portal.web.kit import status_lines, when, when_words
from portal.web.kit.clock import today
from portal.web.kit.events import upcoming
from portal.web.kit.locale import page_language
from portal.web.kit.maps import region_map

QUICK_THEMES = ("prehistoire", "moyen-age", "textile")

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def show() -> str:
    """Show the home page."""
    guide = museums.guide()
    selection = guide.select(museums.Criteria())
    featured = guide.featured()
    states = hours.states(today(), today())
    return render_template(
        "public/home/show.html",
        guide=guide,
        counts=selection.counts,
        featured=featured,
        lines=status_lines.of(featured),
        days=when_words.choices(),
        weekend=upcoming.of_region(when.meant(when.WEEKEND, today()), page_language()),
        today=today(),
        opened=len(states.open),
        may=len(states.unconfirmed),
        quick=list(_quick_searches(guide)),
        region=region_map(guide.museums),
    )


def _quick_searches(guide: museums.Guide) -> Iterator[tuple[Translated, str]]:
    """Yield a few searches that need no typing: themes far from one another, and the rarer labels."""
    for slug in QUICK_THEMES:
        if slug in guide.themes_by_slug:
            yield guide.themes_by_slug[slug].name, url_for("public.museums.index", theme=slug)
    for slug, label in list(guide.labels_on(today()).items())[1:]:
        yield label.name, url_for("public.museums.index", label=slug)
