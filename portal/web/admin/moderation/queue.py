"""The list of texts to be read, the oldest first."""

from collections import Counter

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import museums, revisions
from portal.domain.accounts import Permission
from portal.domain.revisions import Unread
from portal.web.admin import moments
from portal.web.admin.moderation import filters, words
from portal.web.admin.moderation.blueprint import blueprint
from portal.web.admin.moderation.filters import Sight
from portal.web.kit import authors, clock, gate
from portal.web.kit.kinds import REVIEWED, kind_of
from portal.web.kit.messages import ngettext
from portal.web.kit.pagination import Page

PER_PAGE = 25


@blueprint.get("/")
@gate.requires(Permission.CONTENT_REVIEW)
def index() -> ResponseReturnValue:
    """Show what is to be read, as asked."""
    asked, found = filters.read(request.args), to_read()
    page = Page.of(filters.seen(found, asked), asked.page, PER_PAGE)
    if page is None:
        abort(404)
    by_id, kinds = museums.guide().by_id, {each.kind for each in found}
    houses = {by_id[each.museum_id] for each in found}
    return render_template(
        "admin/moderation/index.html",
        asked=asked,
        page=page,
        total=len(found),
        figures=_figures(found),
        houses=sorted(houses, key=lambda museum: museum.sort_key),
        kinds=[kind for kind in REVIEWED if kind.kind in kinds],
        by_id=by_id,
        kind_of=kind_of,
        writers=authors.names_of(page.items),
        words=words,
        moments=moments,
        is_old=filters.is_old,
        now=clock.now(),
    )


def to_read() -> list[Unread]:
    """Return what is to be read of the museums in the guide, in kinds that this room can show."""
    by_id = museums.guide().by_id
    everything = revisions.to_read(db.session())
    return [each for each in everything if each.museum_id in by_id and kind_of(each.kind)]


def _figures(found: list[Unread]) -> list[tuple[Sight, int, str]]:
    counted = Counter(map(filters.sight_of, found))
    accept, public, own = counted[Sight.TO_ACCEPT], counted[Sight.PUBLIC], counted[Sight.OF_MUSEUM]
    return [
        (Sight.TO_ACCEPT, accept, ngettext("texte à accepter", "textes à accepter", accept)),
        (
            Sight.PUBLIC,
            public,
            ngettext("texte en ligne, à regarder", "textes en ligne, à regarder", public),
        ),
        (
            Sight.OF_MUSEUM,
            own,
            ngettext(
                "texte que son musée peut aussi publier", "textes que leur musée peut aussi publier", own
            ),
        ),
    ]
