"""The copies of pictures, under addresses that nobody guesses and that never change: only what the public may see."""

from flask import Blueprint, Response, abort

from portal.domain.media import files
from portal.domain.media.models import copy_name
from portal.web.kit import clock, pictures
from portal.web.kit.assets import FOR_EVER

blueprint = Blueprint("media", __name__, url_prefix="/media")

_COPY = "/<slug:token>/<slug:set_>/<slug:name>"


@blueprint.get(f"{_COPY}.avif", defaults={"extension": "avif"})
@blueprint.get(f"{_COPY}.webp", defaults={"extension": "webp"})
@blueprint.get(f"{_COPY}.jpg", defaults={"extension": "jpg"})
def show(token: str, set_: str, name: str, extension: str) -> Response:
    """Answer with a copy; an original, a draft, what is under embargo or withdrawn is as if it did not exist."""
    if not files.is_public(token, set_, clock.today()):
        abort(404)
    return pictures.answer(copy_name(token, set_, f"{name}.{extension}"), extension, FOR_EVER)
