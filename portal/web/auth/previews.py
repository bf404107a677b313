"""A secret link to a preview: what waits of one museum, read by somebody without an account; nobody signs in.

Following it changes nothing but the time it was last followed.
"""

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db, enter, of_museum
from portal.domain import museums, previews
from portal.domain.museums import MuseumEntry
from portal.domain.previews import Link, Page, Worth
from portal.web.kit import clock, gate, preview, transaction
from portal.web.kit.locale import page_language
from portal.web.kit.preview import Asked, Frame

blueprint = Blueprint("previews", __name__, url_prefix="/apercu")

_COPY = "/<secret>/<slug:token>/<slug:set_>/<slug:name>"


@blueprint.get("/<secret>/")
@gate.open_door
def show(secret: str) -> ResponseReturnValue:
    """Show the museum's page as it waits now; of a dead link, that it is dead."""
    now = clock.now()
    worth, link = previews.find(db.session(), secret, now)
    museum = museums.guide().by_id.get(link.museum_id) if link else None
    if worth is not Worth.VALID or link is None or museum is None:
        return _dead(worth if museum else Worth.UNKNOWN, museum)
    if request.method == "GET" and previews.is_newly_opened(link, now):
        transaction.begin_writing()
        previews.open_(db.session(), link, now)
    asked = preview.read(request.args, page_language())
    page = _page(link, asked)
    frame = Frame(
        asked,
        preview.lines(page, link.kinds),
        frozenset(each.token for each in preview.shown_pictures(museum.id, page)),
        lambda token, set_, name, extension: url_for(
            "auth.previews.picture", secret=secret, token=token, set_=set_, name=name, extension=extension
        ),
        until=link.expires_at,
    )
    return preview.answer(museum, page, frame)


@blueprint.get(f"{_COPY}.avif", defaults={"extension": "avif"})
@blueprint.get(f"{_COPY}.webp", defaults={"extension": "webp"})
@blueprint.get(f"{_COPY}.jpg", defaults={"extension": "jpg"})
@gate.open_door
def picture(secret: str, token: str, set_: str, name: str, extension: str) -> Response:
    """Serve a picture that the link shows."""
    worth, link = previews.find(db.session(), secret, clock.now())
    if worth is not Worth.VALID or link is None:
        abort(404)
    page = _page(link, preview.read(request.args, "fr"))
    shown = preview.shown_pictures(link.museum_id, page)
    return preview.picture(shown, token, set_, name, extension)


def _page(link: Link, asked: Asked) -> Page:
    """Return what the link shows, read where no other museum's text can be."""
    enter(db.session(), of_museum(link.museum_id))
    return previews.page_of(db.session(), link.museum_id, asked.at, link.kinds)


def _dead(worth: Worth, museum: MuseumEntry | None) -> ResponseReturnValue:
    html = render_template("auth/previews/dead.html", worth=worth.value, house=museum)
    headers = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
    return html, 404 if worth is Worth.UNKNOWN else 410, headers
