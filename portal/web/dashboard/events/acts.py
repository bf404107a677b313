"""What is done with a whole event: copied, removed, put back, proposed back to its author, its draft dropped."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db, within
from portal.domain import events, museums, revisions
from portal.domain.accounts import Permission, allows
from portal.domain.accounts.chronicle import note
from portal.domain.events import keeping
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import NotPendingError
from portal.web.dashboard.events import saving
from portal.web.dashboard.events.blueprint import blueprint
from portal.web.dashboard.events.views import found
from portal.web.kit import clock, gate, refusals
from portal.web.kit.messages import _
from portal.web.kit.once import CreateForm, made_once


@blueprint.route("/<int:number>/copier/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_DRAFT)
def duplicate(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Show where to copy an event; sent, make a draft with all but its dates, where the person writes too."""
    event, form = found(museum, number), CreateForm()
    mine = _mine(museum)
    if not form.is_submitted():
        return render_template("dashboard/events/duplicate.html", event=event, form=form, targets=mine)
    target = next((one for one in mine if one.slug == request.form.get("musee", museum.slug)), None)
    if target is None:
        abort(404)

    def make() -> str:
        text = keeping.copy_of(db.session(), event, target.id)
        with within(db.session(), target.id):  # where the person was just seen to write
            made, _draft = keeping.create(
                db.session(), target.id, text, by=saving.by(target), now=clock.now()
            )
            number_made = made.id
        flash(_("C’est copié, sans ses dates : donnez-lui les siennes."), "info")
        return url_for(".edit", museum=target.slug, number=number_made)

    return redirect(made_once(db.session(), form, gate.actor().id, clock.now(), make), 303)


@blueprint.post("/<int:number>/retirer/")
@gate.requires(Permission.CONTENT_PUBLISH)
def remove(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Take an event off every page; it can be put back."""
    event = found(museum, number)
    keeping.remove(db.session(), event, now=clock.now())
    after = {"block": events.KIND, "event": event.short_id}
    note("content.removed", by=gate.actor(), now=clock.now(), museum_id=museum.id, after=after)
    flash(_("L’événement n’est plus nulle part. Vous le retrouvez parmi les événements retirés."), "info")
    return redirect(url_for(".index", museum=museum.slug), 303)


@blueprint.post("/<int:number>/remettre/")
@gate.requires(Permission.CONTENT_PUBLISH)
def put_back(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Put an event back where it was."""
    event = found(museum, number)
    keeping.put_back(db.session(), event, now=clock.now())
    saving.tell("content.restored", museum, event)
    flash(_("L’événement est remis."), "info")
    return redirect(url_for(".edit", museum=museum.slug, number=number), 303)


@blueprint.post("/<int:number>/abandonner/")
@gate.requires(Permission.CONTENT_DRAFT)
def discard(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Go back to what the public reads; the draft stays in the history."""
    event = found(museum, number)
    pending = revisions.pending(db.session(), events.key(event))
    if pending is not None:
        try:
            revisions.discard_draft(db.session(), pending, now=clock.now())
        except NotPendingError as gone:
            flash(refusals.sentence(gone), "warning")
        else:
            saving.tell("content.discarded", museum, event)
            flash(_("Le brouillon est abandonné ; il reste dans l’historique."), "info")
    if not event.is_live:
        event.removed_at = clock.now()
        return redirect(url_for(".index", museum=museum.slug), 303)
    return redirect(url_for(".edit", museum=museum.slug, number=number), 303)


def _mine(museum: MuseumEntry) -> list[MuseumEntry]:
    """Return the museums that the person may write for, this one first."""
    actor, known = gate.actor(), museums.guide().by_id
    others = [
        known[id_]
        for id_ in actor.memberships
        if id_ in known and id_ != museum.id and allows(actor, Permission.CONTENT_DRAFT, id_)
    ]
    return [museum, *sorted(others, key=lambda one: one.sort_key)]
