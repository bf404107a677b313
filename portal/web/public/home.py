"""The home page: search first, then the map, the themes and what the network is."""

from flask import Blueprint, render_template

from portal.domain import museums
from portal.web.kit.maps import region_map

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
        region=region_map(guide.museums),
    )
