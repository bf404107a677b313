"""Pictures on pages: where their copies are, in which sizes, and the answer that carries one."""

from collections.abc import Mapping

from flask import Response, abort, current_app, g, request, url_for

from portal.domain import media
from portal.domain.media import Crop, Licence, Shown
from portal.domain.media.rendering import TYPES
from portal.domain.museums import MuseumEntry
from portal.files import NameRefusedError, Store
from portal.web.kit import clock
from portal.web.kit.addresses import absolute
from portal.web.kit.messages import LazyString, _l

WIDEST = 1920


def store() -> Store:
    """Return where this installation keeps its files."""
    kept: Store = current_app.extensions["files"]
    return kept


def pictures_of(museum: MuseumEntry) -> tuple[Shown, ...]:
    """Return what the public sees of a museum's pictures today, in its order."""
    if "pictures" not in g:  # asked for every museum of a list
        g.pictures = media.shown()
    return media.on(clock.today(), g.pictures.get(museum.id, ()))


def picture_of(museum: MuseumEntry) -> Shown | None:
    """Return the picture that stands for a museum in lists; nothing where its drawn cover does."""
    return next(iter(pictures_of(museum)), None)


_LICENCES: Mapping[Licence, LazyString | str] = {
    Licence.CC_BY: "CC BY 4.0",
    Licence.CC_BY_SA: "CC BY-SA 4.0",
    Licence.OPEN_LICENCE: _l("Licence Ouverte"),
    Licence.CC0: "CC0",
    Licence.PUBLIC_DOMAIN: _l("Domaine public"),
}


def licence_name(licence: Licence) -> str:
    """Return a licence in few words; nothing where all rights are reserved, as a credit alone says."""
    return str(_LICENCES.get(licence, ""))


def srcset(picture: Shown, crop: str, extension: str, most: int = WIDEST) -> str:
    """Return a crop's copies as the attribute `srcset` says them, up to a width."""
    shape = media.CROPS[crop]
    return ", ".join(
        f"{address(picture, shape, width, extension)} {width}w"
        for width, _height in picture.sizes(shape)
        if width <= most
    )


def fallback(picture: Shown, crop: str) -> tuple[str, int, int]:
    """Return a crop's middle copy with its size, for browsers that choose none by themselves."""
    shape = media.CROPS[crop]
    sizes = picture.sizes(shape)
    width, height = sizes[min(1, len(sizes) - 1)]
    return address(picture, shape, width, shape.formats[-1]), width, height


def share(picture: Shown) -> tuple[str, int, int]:
    """Return the absolute address of what other sites show beside a link, with its size."""
    found, width, height = fallback(picture, "share")
    return absolute(found), width, height


def address(picture: Shown, crop: Crop, width: int, extension: str) -> str:
    """Return where a copy is; what is there never changes, except in a preview, whose pictures are its reader's."""
    set_, name = picture.set_of(crop), f"{crop.name}-{width}"
    preview = g.get("preview")
    if preview is not None and picture.token in preview.tokens:
        served: str = preview.picture(picture.token, set_, name, extension)
        return served
    return url_for("media.show", token=picture.token, set_=set_, name=name, extension=extension)


def answer(name: str, extension: str, caching: str) -> Response:
    """Return a copy as an answer of its own type; 404 where it was not made."""
    try:
        with store().open(name) as file:
            content = file.read()
    except (OSError, NameRefusedError):
        abort(404)
    response = Response(content, mimetype=TYPES[extension])
    response.headers["Cache-Control"] = caching
    response.set_etag(f"{len(content):x}")
    response.make_conditional(request)
    return response
