"""Takes a picture off the wall, and puts it back: its file stays 30 days in the bin."""

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import media, revisions
from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import PlannedError, Snapshot
from portal.web.dashboard.pictures import listing
from portal.web.dashboard.pictures.room import blueprint, note, snapshot_of, wall_of
from portal.web.kit import clock, gate, refusals, review
from portal.web.kit.messages import _


@blueprint.post("/<int:id_>/retirer/")
@gate.requires(Permission.CONTENT_DRAFT)
def remove(museum: MuseumEntry, id_: int) -> ResponseReturnValue:
    """Take a picture off; at once where nothing else waits and this person publishes, else with what waits."""
    wall = wall_of(museum.id)
    item = wall.find(id_) or abort(404)
    is_free = wall.head.pending is None and review.may_publish(media.KIND)
    try:
        if str(id_) in wall.head.snapshot["photos"]:
            whole = snapshot_of(wall)
            kept = listing.keep(museum, wall, whole | {"order": [each for each in wall.order if each != id_]})
            if kept is not None and is_free:
                review.publish(kept)
    except PlannedError as planned:
        flash(refusals.sentence(planned), "warning")
        return redirect(url_for(".index", museum=museum.slug), 303)
    if not item.picture.is_live:
        item.picture.removed_at = item.picture.removed_at or clock.now()
        flash(_("La photo est retirée. Elle reste trente jours dans la corbeille."), "info")
    elif review.is_read_first(media.KIND):
        flash(_("La photo quittera la page publique quand l’association aura accepté : proposez-le."), "info")
    else:
        flash(_("La photo quittera la page publique quand vous publierez."), "info")
    note("picture.removed", museum)
    return redirect(url_for(".index", museum=museum.slug), 303)


@blueprint.post("/<int:id_>/remettre/")
@gate.requires(Permission.CONTENT_DRAFT)
def put_back(museum: MuseumEntry, id_: int) -> ResponseReturnValue:
    """Put a picture back at the end, with what was last said of it."""
    wall = wall_of(museum.id)
    item = next((each for each in wall.removed if each.picture.id == id_), None) or abort(404)
    item.picture.removed_at = None
    whole = snapshot_of(wall)
    photos = {**whole["photos"], str(id_): _last_words(museum, id_)}
    try:
        listing.keep(museum, wall, {"order": [*wall.order, id_], "photos": photos})
    except PlannedError as planned:
        flash(refusals.sentence(planned), "warning")
    else:
        flash(_("La photo est revenue, à la fin. Publiez pour la montrer."), "info")
    return redirect(url_for(".index", museum=museum.slug), 303)


def _last_words(museum: MuseumEntry, id_: int) -> Snapshot:
    for one in revisions.history(db.session(), museum.id, media.KIND):
        if str(id_) in one.content["photos"]:
            said: Snapshot = one.content["photos"][str(id_)]
            return said
    return media.BLANK
