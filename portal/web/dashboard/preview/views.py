"""The museum's public page with what waits in place of what is live, in a language and on a day."""

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import previews
from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry
from portal.web.kit import gate, preview
from portal.web.kit.locale import page_language
from portal.web.kit.preview import Frame
from portal.web.kit.written import written_of

blueprint = Blueprint("preview", __name__, url_prefix="/apercu")

_COPY = "/<slug:token>/<slug:set_>/<slug:name>"


@blueprint.get("/")
@gate.requires(Permission.SPACE_ENTER)
def show(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the page as the public would read it."""
    asked = preview.read(request.args, page_language())
    page = previews.page_of(db.session(), museum.id, asked.at, asked.kinds or None)
    one = written_of(asked.kinds[0]) if len(asked.kinds) == 1 else None
    room = one.room if one else "dashboard.publication.index"
    may_share = gate.may(Permission.CONTENT_DRAFT)
    frame = Frame(
        asked,
        preview.lines(page),
        frozenset(each.token for each in preview.shown_pictures(museum.id, page)),
        lambda token, set_, name, extension: url_for(
            "dashboard.preview.picture",
            museum=museum.slug,
            token=token,
            set_=set_,
            name=name,
            extension=extension,
        ),
        back=url_for(room, museum=museum.slug),
        share=url_for("dashboard.publication.links", museum=museum.slug) if may_share else "",
    )
    return preview.answer(museum, page, frame)


@blueprint.get(f"{_COPY}.avif", defaults={"extension": "avif"})
@blueprint.get(f"{_COPY}.webp", defaults={"extension": "webp"})
@blueprint.get(f"{_COPY}.jpg", defaults={"extension": "jpg"})
@gate.requires(Permission.SPACE_ENTER)
def picture(museum: MuseumEntry, token: str, set_: str, name: str, extension: str) -> Response:
    """Serve a picture of the museum, published or not, to those who work on it."""
    mine = preview.all_pictures(museum.id)
    return preview.picture(mine, token, set_, name, extension)
