"""The room's first page: what was sent, in the order in which the public sees it, moved by buttons or by dragging."""

from dataclasses import dataclass
from typing import Any

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import media, revisions
from portal.domain.accounts import Permission
from portal.domain.media import files
from portal.domain.media.live import ENTIRE
from portal.domain.media.models import copy_name
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import PlannedError
from portal.web.dashboard.pictures import words
from portal.web.dashboard.pictures.forms import RefusalForm, SendForm
from portal.web.dashboard.pictures.room import Wall, blueprint, snapshot_of, wall_of
from portal.web.kit import authors, clock, gate, pictures, refusals

SHOWN = 6
"""Versions of the history beside the list."""


@dataclass(frozen=True)
class Report:
    """What came of the files that were sent."""

    kept: int
    refused: list[tuple[str, str]]
    """The name of each file that was left, and why."""


@blueprint.get("/")
@gate.requires(Permission.SPACE_ENTER)
def index(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the pictures."""
    return page(museum)


@blueprint.post("/ordre/")
@gate.requires(Permission.CONTENT_DRAFT)
def order(museum: MuseumEntry) -> ResponseReturnValue:
    """Move a picture one place, or take the order in which they were dropped."""
    wall = wall_of(museum.id)
    wanted = _moved(wall.order, request.form.get("move", "")) or _dropped(
        wall.order, request.form.getlist("order")
    )
    try:
        keep(museum, wall, snapshot_of(wall) | {"order": wanted})
    except PlannedError as planned:
        flash(refusals.sentence(planned), "warning")
    return redirect(url_for(".index", museum=museum.slug, _anchor="mur"), 303)


@blueprint.get("/<int:id_>/<int:width>.webp")
@gate.requires(Permission.SPACE_ENTER)
def copy(museum: MuseumEntry, id_: int, width: int) -> Response:
    """Show a copy of the whole picture to those who work on it."""
    picture = files.find(db.session(), museum.id, id_) or abort(404)
    if ENTIRE not in picture.sets:
        abort(404)
    return pictures.answer(copy_name(picture.token, ENTIRE, f"whole-{width}.webp"), "webp", "no-store")


def keep(
    museum: MuseumEntry, wall: Wall, typed: dict[str, Any], *, seen: int | None = None
) -> revisions.Revision | None:
    """Keep a text of the block as the draft, have its copies made, and return its revision."""
    session = db.session()
    text = media.checked(typed, wall.filenames)
    kept = revisions.save_draft(
        session,
        media.key(museum.id),
        text,
        seen=wall.head.version if seen is None else seen,
        by=authors.author(museum),
        now=clock.now(),
    )
    media.want_copies(session, museum.id, text)
    return kept


def page(
    museum: MuseumEntry,
    *,
    report: Report | None = None,
    form: SendForm | None = None,
    refusal: RefusalForm | None = None,
) -> str:
    """Return the room's first page."""
    wall = wall_of(museum.id)
    history = revisions.history(db.session(), museum.id, media.KIND)[:SHOWN]
    return render_template(
        "dashboard/pictures/index.html",
        wall=wall,
        report=report,
        form=form or SendForm(formdata=None),
        refusal=refusal or RefusalForm(prefix="refusal-", formdata=None),
        history=history,
        writers=authors.names_of(history),
        today=clock.today(),
        words=words,
    )


def _moved(order: list[int], move: str) -> list[int]:
    """Return the order with one picture a place further up or down; nothing where that makes no sense."""
    number, _colon, way = move.partition(":")
    if way not in {"up", "down"} or number not in map(str, order):
        return []
    at = order.index(int(number))
    to = at + (1 if way == "down" else -1)
    if not 0 <= to < len(order):
        return order
    moved = order.copy()
    moved[at], moved[to] = moved[to], moved[at]
    return moved


def _dropped(order: list[int], said: list[str]) -> list[int]:
    """Return the order that was sent, with the pictures it does not name behind."""
    known = {str(id_): id_ for id_ in order}
    wanted = [known[each] for each in dict.fromkeys(said) if each in known]
    return [*wanted, *(id_ for id_ in order if id_ not in wanted)]
