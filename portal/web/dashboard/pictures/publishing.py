"""What becomes of the room's text: published, proposed, sent back, or dropped."""

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import media, revisions
from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import NotPendingError
from portal.web.dashboard.pictures import listing
from portal.web.dashboard.pictures.forms import RefusalForm
from portal.web.dashboard.pictures.room import blueprint, note, wall_of
from portal.web.kit import authors, clock, gate, refusals, review
from portal.web.kit.messages import _


@blueprint.post("/publier/")
@gate.requires(Permission.CONTENT_DRAFT)
def publish(museum: MuseumEntry) -> ResponseReturnValue:
    """Publish what waits, or propose it to those who may."""
    pending = wall_of(museum.id).head.pending
    try:
        if pending is None:
            flash(_("Rien n’attend : la page publique montre déjà cela."), "info")
        elif review.may_publish(media.KIND):
            review.publish(pending)
            note("content.published", museum)
            flash(_("C’est en ligne."), "info")
            return redirect(url_for("dashboard.receipt.show", museum=museum.slug, part="photos"), 303)
        else:
            if review.propose(pending):
                note("content.submitted", museum)
            said = _("Vos photos sont proposées à qui publie pour le musée.")
            flash(review.proposed(media.KIND, said), "info")
    except NotPendingError as gone:
        flash(refusals.sentence(gone), "warning")
    return _back(museum)


@blueprint.post("/refuser/")
@gate.requires(Permission.CONTENT_PUBLISH)
def refuse(museum: MuseumEntry) -> ResponseReturnValue:
    """Send a proposal back to its author, saying why."""
    form = RefusalForm(prefix="refusal-")
    reason = form.reason.data
    if not form.validate() or not reason:
        form.reason.errors = form.reason.errors or [_("Écrivez en une phrase ce qu’il faut reprendre.")]
        return listing.page(museum, refusal=form), 422
    try:
        pending = wall_of(museum.id).head.pending or abort(409)
        revisions.refuse(db.session(), pending, reason, by=authors.author(museum), now=clock.now())
    except NotPendingError as gone:
        flash(refusals.sentence(gone), "warning")
    else:
        note("content.refused", museum)
        flash(_("La proposition est renvoyée à son auteur, avec votre phrase."), "info")
    return _back(museum)


@blueprint.post("/abandonner/")
@gate.requires(Permission.CONTENT_DRAFT)
def discard(museum: MuseumEntry) -> ResponseReturnValue:
    """Go back to what the public sees; the files stay."""
    pending = wall_of(museum.id).head.pending
    if pending is not None:
        revisions.discard_draft(db.session(), pending, now=clock.now(), by=authors.author(museum))
        note("content.discarded", museum)
        flash(_("Les changements sont abandonnés ; ils restent dans l’historique."), "info")
    return _back(museum)


def _back(museum: MuseumEntry) -> ResponseReturnValue:
    return redirect(url_for(".index", museum=museum.slug), 303)
