"""`/admin/liens/`: what is wrong with the links of every museum, and how many are right."""

from collections import Counter

from flask import Blueprint, current_app, render_template, request
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import links, museums
from portal.domain.accounts import Permission
from portal.domain.links import Standing
from portal.web.kit import gate, link_words

blueprint = Blueprint("links", __name__, url_prefix="/liens")

SIGHTS = {
    "perdus": Standing.GONE,
    "injoignables": Standing.UNREACHABLE,
    "avertissement": Standing.CERTIFICATE,
    "deplaces": Standing.MOVED,
}
"""What the list's address says."""


@blueprint.get("/")
@gate.requires(Permission.REPORTS_READ)
def index() -> ResponseReturnValue:
    """Show the links with which something is certainly wrong, by museum."""
    found = links.everywhere(db.session())
    known = links.standings(db.session(), (each.address for each in found))
    entries = museums.guide().by_id
    wrong = [
        (entries[each.museum_id], each, link)
        for each in found
        if each.museum_id in entries and (link := known.get(each.address)) is not None and link.is_told
    ]
    counted = Counter(link.standing for _entry, _each, link in wrong)
    sight = SIGHTS.get(request.args.get("voir", ""))
    shown = [line for line in wrong if sight is None or line[2].standing is sight]
    return render_template(
        "admin/links/index.html",
        lines=sorted(shown, key=lambda line: line[0].sort_key),
        figures=[(value, standing, counted[standing]) for value, standing in SIGHTS.items()],
        sight=sight,
        total=len({each.address for each in found}),
        followed=sum(link.checked_at is not None for link in known.values()),
        is_on=current_app.extensions["settings"].checks_links,
        words=link_words,
    )
