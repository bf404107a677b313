"""The grand themes: the arcade of doors, and a page each."""

from flask import Blueprint, abort, render_template

from portal.domain import museums
from portal.web.kit import status_lines
from portal.web.kit.maps import region_map

# All of them at the region's size; the guide, which the page links to, lists any number.
SHOWN = 96

blueprint = Blueprint("themes", __name__, url_prefix="/themes")


@blueprint.get("/")
def index() -> str:
    """Show every theme's door."""
    guide = museums.guide()
    counts = guide.select(museums.Criteria()).counts["themes"]
    return render_template("public/themes/index.html", themes=guide.themes, counts=counts)


@blueprint.get("/<slug:slug>/")
def show(slug: str) -> str:
    """Show a theme: its text, its museums with those it is the principal theme of first, its neighbours."""
    guide = museums.guide()
    theme = guide.themes_by_slug.get(slug)
    if theme is None:
        abort(404)
    found = guide.of_theme(slug)
    return render_template(
        "public/themes/show.html",
        theme=theme,
        found=found,
        shown=SHOWN,
        lines=status_lines.of(found[:SHOWN]),
        principal=sum(museum.principal_theme == theme for museum in found),
        neighbours=guide.themes_beside(slug),
        counts=guide.select(museums.Criteria()).counts["themes"],
        region=region_map(found),
    )
