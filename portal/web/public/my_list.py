"""The visitor's own list: the museums that its address names. The portal keeps nothing of it."""

import re
from collections.abc import Collection, Iterator

from flask import Blueprint, g, render_template, request

from portal.domain import museums
from portal.web.kit import status_lines
from portal.web.kit.maps import town_map

blueprint = Blueprint("my_list", __name__, url_prefix="/ma-liste")

MOST = 60
SLUG = re.compile(r"[a-z0-9-]{1,200}")


@blueprint.get("/")
def show() -> str:
    """Show the museums that the address names, in its order."""
    asked = list(dict.fromkeys(slug.strip() for slug in request.args.getlist("m") if slug.strip()))
    found = list(dict.fromkeys(_known(asked[:MOST])))
    g.canonical_parameters = {"m": [museum.slug for museum in found]}
    return render_template(
        "public/my_list/show.html",
        museums=found,
        drawn=town_map(found),
        lines=status_lines.of(found),
        is_asked=bool(asked),
        unknown=len(asked[:MOST]) - len(found),
        is_long=len(asked) > MOST,
        most=MOST,
    )


def _known(slugs: Collection[str]) -> Iterator[museums.MuseumEntry]:
    """Yield the listed museums of these slugs; one that a museum had before leads to it still."""
    by_slug = {museum.slug: museum for museum in museums.guide().museums}
    former = {slug for slug in slugs if slug not in by_slug and SLUG.fullmatch(slug)}
    now = museums.slugs_now(former)
    for slug in slugs:
        museum = by_slug.get(now.get(slug, slug))
        if museum is not None:
            yield museum
