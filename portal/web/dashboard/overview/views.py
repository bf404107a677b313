"""`/espace/<museum>/`: the museum's first page."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from portal.domain import hours, museums
from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry
from portal.web.dashboard.overview.hours import hour_points
from portal.web.dashboard.overview.points import points_of
from portal.web.kit import clock, gate

blueprint = Blueprint("overview", __name__)


@blueprint.get("/")
@gate.requires(Permission.SPACE_ENTER)
def show(museum: MuseumEntry) -> ResponseReturnValue:
    """Show what the public page holds and what is missing from it."""
    found = museums.by_slug(museum.slug) or abort(404)
    points = [*hour_points(hours.of(museum.id), clock.today()), *points_of(found)]
    missing = [point for point in points if not point.is_complete]
    return render_template("dashboard/overview/show.html", points=points, missing=missing)
