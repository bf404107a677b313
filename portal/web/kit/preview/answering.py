"""Answers with a preview: the public page's own view, run on what one session reads and on the day it shows.

Nothing of it is kept: no cache, no search engine, no counter.
"""

from collections.abc import Iterable, Sequence

from flask import Response, abort, current_app, g, make_response
from flask_babel import refresh

from portal.db import READ_EVERYTHING, db, enter, previewing
from portal.domain.media import files
from portal.domain.media.models import Picture, copy_name
from portal.domain.museums import MuseumEntry
from portal.domain.previews import Page
from portal.web.kit import clock, pictures
from portal.web.kit.preview.frame import Frame

PUBLIC_PAGE = "public.museums.show"


def answer(museum: MuseumEntry, page: Page, frame: Frame) -> Response:
    """Return the museum's public page on a preview, for this reader alone."""
    enter(db.session(), READ_EVERYTHING)
    g.language, g.preview = frame.asked.language, frame
    refresh()
    with previewing(db.session(), page.preview), clock.showing(page.preview.at):
        response = make_response(current_app.view_functions[PUBLIC_PAGE](slug=museum.slug))
    response.headers["X-Robots-Tag"] = "noindex"
    if frame.until is not None:
        response.headers["Referrer-Policy"] = "no-referrer"
    return response


def all_pictures(museum_id: int) -> Sequence[Picture]:
    """Return every file of a museum, for those who work there."""
    return files.all_of(db.session(), museum_id)


def shown_pictures(museum_id: int, page: Page) -> list[Picture]:
    """Return the files of a museum that a preview shows: those that are published, and those of the text that waits."""
    waiting = page.preview.texts.get("pictures", {}).get("photos", {})
    return [each for each in all_pictures(museum_id) if each.is_live or str(each.id) in waiting]


def picture(shown: Iterable[Picture], token: str, set_: str, name: str, extension: str) -> Response:
    """Answer with a copy of a picture that the preview shows, to be kept by nobody; 404 for any other."""
    found = next((each for each in shown if each.token == token), None)
    if found is None or set_ not in found.sets:
        abort(404)
    return pictures.answer(copy_name(token, set_, f"{name}.{extension}"), extension, "no-store")
