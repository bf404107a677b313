"""The labels that museums bear: what each means, and a page each with the museums that bear it today."""

from flask import Blueprint, abort, render_template

from portal.domain import museums
from portal.domain.museums import Criteria
from portal.web.kit import status_lines
from portal.web.kit.clock import today
from portal.web.kit.maps import region_map

# All of them at the region's size; the guide, which the page links to, lists any number.
SHOWN = 96

blueprint = Blueprint("labels", __name__, url_prefix="/labels")


@blueprint.get("/")
def index() -> str:
    """Show every label with what it means and how many museums bear it."""
    guide = museums.guide()
    counts = guide.select(Criteria(day=today())).counts["labels"]
    return render_template("public/labels/index.html", labels=guide.all_labels, counts=counts)


@blueprint.get("/<slug:slug>/")
def show(slug: str) -> str:
    """Show a label: what it means, who gives it, its museums."""
    guide, day = museums.guide(), today()
    label = guide.labels.get(slug)
    if label is None:
        abort(404)
    found = guide.select(Criteria(labels=frozenset({slug}), day=day)).museums
    since = {
        museum.id: own.since
        for museum in found
        for own in museum.labels_on(day)
        if own.label.slug == slug and own.since
    }
    return render_template(
        "public/labels/show.html",
        label=label,
        found=found,
        shown=SHOWN,
        since=since,
        lines=status_lines.of(found[:SHOWN]),
        others=[other for other in guide.labels_on(day).values() if other != label],
        region=region_map(found),
    )
