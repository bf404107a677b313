"""The drawn covers, served under addresses that carry their version and kept for ever."""

from functools import lru_cache

from flask import Blueprint, Response, abort, request

from portal.domain import museums
from portal.web.kit import covers as kit
from portal.web.kit.assets import FOR_EVER

blueprint = Blueprint("covers", __name__, url_prefix="/couvertures")


@blueprint.get("/<slug:identity>.svg")
def show(identity: str) -> Response:
    """Draw a museum's cover."""
    drawn = kit.draw(_entry(identity))
    return _kept(Response(drawn, mimetype="image/svg+xml"))


@blueprint.get("/<slug:identity>.png")
def share(identity: str) -> Response:
    """Draw the card that social sites show beside a link to the museum."""
    return _kept(Response(_card(kit.draw(_entry(identity))), mimetype="image/png"))


@blueprint.get("/themes/<slug:drawing>.svg")
def door(drawing: str) -> Response:
    """Draw a theme's door."""
    drawn = kit.draw_door(drawing)
    if drawn is None:
        abort(404)
    return _kept(Response(drawn, mimetype="image/svg+xml"))


@lru_cache(maxsize=256)
def _card(cover: str) -> bytes:
    return kit.share_card(cover)


def _entry(identity: str) -> museums.MuseumEntry:
    entry = museums.entry(identity)
    if entry is None:
        abort(404)
    return entry


def _kept(response: Response) -> Response:
    response.headers["Cache-Control"] = FOR_EVER if "v" in request.args else "no-cache"
    return response
