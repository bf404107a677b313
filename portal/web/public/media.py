"""The copies of pictures, under addresses that nobody guesses and that never change: only what the public may see."""

from flask import Blueprint, Response, abort

from portal.domain.media import files
from portal.domain.media.models import copy_name
from portal.web.kit import clock, pictures
from portal.web.kit.assets import FOR_EVER

blueprint = Blueprint("media", __name__, url_prefix="/media")

_COPY = "/<string(length=32):token>/<slug:set_>/<any(whole, page, card, share):crop>-<int:width>"


@blueprint.get(f"{_COPY}.avif", defaults={"extension": "avif"})
@blueprint.get(f"{_COPY}.webp", defaults={"extension": "webp"})
@blueprint.get(f"{_COPY}.jpg", defaults={"extension": "jpg"})
def show(token: str, set_: str, crop: str, width: int, extension: str) -> Response:
    """Answer with a copy; an original, a draft, what is under embargo or withdrawn is as if it did not exist."""
    if not files.is_public(token, set_, clock.today()):
        abort(404)
    return pictures.answer(copy_name(token, set_, f"{crop}-{width}.{extension}"), extension, FOR_EVER)
