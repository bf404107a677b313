"""Pictures on pages: where their copies are, in which sizes, and the answer that carries one."""

from flask import Response, abort, current_app, request, url_for

from portal.domain import media
from portal.domain.media import Crop, Shown
from portal.domain.media.rendering import TYPES
from portal.domain.museums import MuseumEntry
from portal.files import NameRefusedError, Store
from portal.web.kit import clock
from portal.web.kit.addresses import absolute


def store() -> Store:
    """Return where this installation keeps its files."""
    kept: Store = current_app.extensions["files"]
    return kept


def pictures_of(museum: MuseumEntry) -> tuple[Shown, ...]:
    """Return what the public sees of a museum's pictures today, in its order."""
    return media.of(museum.id, clock.today())


def picture_of(museum: MuseumEntry) -> Shown | None:
    """Return the picture that stands for a museum in lists; nothing where its drawn cover does."""
    return media.first(museum.id, clock.today())


def srcset(picture: Shown, crop: str, extension: str) -> str:
    """Return a crop's copies as the attribute `srcset` says them."""
    shape = media.CROPS[crop]
    return ", ".join(
        f"{address(picture, shape, width, extension)} {width}w" for width, _height in picture.sizes(shape)
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
    """Return where a copy is; what is there never changes."""
    return url_for(
        "media.show",
        token=picture.token,
        set_=picture.set_of(crop),
        crop=crop.name,
        width=width,
        extension=extension,
    )


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
