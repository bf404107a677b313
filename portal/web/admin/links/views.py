"""`/admin/liens/`: what is wrong with the links of every museum, and how many are right."""

from collections import Counter

from flask import Blueprint, abort, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import links, museums
from portal.domain.accounts import Permission
from portal.domain.links import Standing
from portal.web.kit import gate, link_words
from portal.web.kit.pagination import Page

blueprint = Blueprint("links", __name__, url_prefix="/liens")

SIGHTS = {
    "perdus": Standing.GONE,
    "injoignables": Standing.UNREACHABLE,
    "avertissement": Standing.CERTIFICATE,
    "deplaces": Standing.MOVED,
}
"""What the list's address says."""
PER_PAGE = 60


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
    given = request.args.get("page", "1")
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 1
    page = Page.of(sorted(shown, key=lambda line: line[0].sort_key), number, PER_PAGE)
    if page is None:
        abort(404)
    return render_template(
        "admin/links/index.html",
        page=page,
        address=lambda page=1: url_for(
            ".index", voir=request.args.get("voir"), page=page if page > 1 else None
        ),
        figures=[(value, standing, counted[standing]) for value, standing in SIGHTS.items()],
        sight=sight,
        total=len({each.address for each in found}),
        followed=sum(link.checked_at is not None for link in known.values()),
        is_on=current_app.extensions["settings"].checks_links,
        words=link_words,
    )
