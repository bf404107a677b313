"""Takes the files: each looked at, the good ones kept, the others named one by one with what to do.

The body is read before the gate opens a transaction, and the pictures are looked at outside any: a slow line or a
large photo keeps nobody from writing.
"""

from datetime import datetime
from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from portal.db import db
from portal.domain.accounts import Permission
from portal.domain.media import Fault, FileRefusedError, files
from portal.domain.media.files import Received
from portal.domain.media.reading import MAX_BYTES
from portal.domain.museums import MuseumEntry
from portal.web.dashboard.pictures import listing, words
from portal.web.dashboard.pictures.forms import SendForm
from portal.web.dashboard.pictures.listing import Report
from portal.web.dashboard.pictures.room import blueprint, note
from portal.web.kit import clock, gate, pictures, sessions, transaction
from portal.web.kit.messages import _, ngettext

MOST_AT_ONCE = 20
LARGEST_REQUEST = 10 * MAX_BYTES + 1024 * 1024
"""Bytes: ten of the heaviest photos, or twenty as telephones take them."""


@blueprint.url_value_preprocessor
def read_body(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let the room's form be heavy, and read it before any transaction; a browser without a session is not heard."""
    if endpoint is None or not endpoint.endswith(".upload"):
        return
    request.max_content_length = LARGEST_REQUEST
    if sessions.current() is not None or sessions.has_died():
        request.files  # noqa: B018 - asking for them reads the body


@blueprint.post("/")
@gate.requires(Permission.CONTENT_DRAFT)
def upload(museum: MuseumEntry) -> ResponseReturnValue:
    """Keep the photos that were sent."""
    form = SendForm()
    sent = [file for file in request.files.getlist("photos") if file.filename]
    if not sent:
        form.photos.errors = [_("Choisissez au moins une photo.")]
        return listing.page(museum, form=form), 422
    transaction.pause()
    report = _keep(museum, [_look_at(museum, file) for file in sent[:MOST_AT_ONCE]])
    for file in sent[MOST_AT_ONCE:]:
        report.refused.append(
            (
                files.tidy_name(file.filename or ""),
                _("elle vient après %(most)s autres. Envoyez-la à part.", most=MOST_AT_ONCE),
            )
        )
    if report.kept:
        note("pictures.added", museum, pictures=report.kept)
    if report.refused:
        gate.keep()
        return listing.page(museum, report=report, form=form), 422
    flash(
        ngettext(
            "%(num)s photo est arrivée. Dites ce qu’on y voit, puis publiez.",
            "%(num)s photos sont arrivées. Dites ce qu’on y voit, puis publiez.",
            report.kept,
        ),
        "info",
    )
    return redirect(url_for(".index", museum=museum.slug), 303)


def _look_at(museum: MuseumEntry, file: FileStorage) -> tuple[str, Received | Fault]:
    name = file.filename or ""
    try:
        found = files.receive(pictures.store(), museum.id, name, file.stream.read(MAX_BYTES + 1))
    except FileRefusedError as refused:
        return files.tidy_name(name), refused.fault
    return files.tidy_name(name), found


def _keep(museum: MuseumEntry, looked_at: list[tuple[str, Received | Fault]]) -> Report:
    by, now = gate.actor(), clock.now()
    kept: set[int] = set()
    refused: list[tuple[str, str]] = []
    for name, found in looked_at:
        added = found if isinstance(found, Fault) else _add(museum, found, by.id, now)
        if isinstance(added, Fault):
            refused.append((name, words.of_file(added)))
        else:
            kept.add(added)
    return Report(len(kept), refused)


def _add(museum: MuseumEntry, found: Received, by_id: int, now: datetime) -> int | Fault:
    try:
        return files.add(db.session(), museum.id, found, by_id=by_id, now=now).id
    except FileRefusedError as error:
        return error.fault
