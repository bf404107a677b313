"""Three choices and a button: an exception published at once, or proposed by who does not publish."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import hours, revisions
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.hours import additions, snapshots
from portal.domain.hours.errors import TooManyRowsError
from portal.domain.hours.rows import Exceptional
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Snapshot
from portal.web.dashboard.closings import preview
from portal.web.dashboard.closings.forms import ClosingForm
from portal.web.kit import authors, clock, gate, refusals
from portal.web.kit.messages import _
from portal.web.kit.once import made_once

blueprint = Blueprint("closings", __name__, url_prefix="/horaires/fermer")

PREVIEW = "preview"


@blueprint.route("/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_DRAFT)
def create(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the form; sent, say what the public will read, or publish it."""
    form = ClosingForm()
    if not form.is_submitted():
        return _page(museum, form)
    if not form.validate():
        return _page(museum, form), 422
    if request.form.get("action") == PREVIEW:
        return _page(museum, form)
    try:
        location = made_once(
            db.session(), form, gate.actor().id, clock.now(), lambda: _announce(museum, form.row)
        )
    except TooManyRowsError as refused:
        form.form_errors.append(
            _(
                "La page a déjà %(most)s dates exceptionnelles. Retirez les anciennes dans les horaires.",
                most=refused.most,
            )
        )
    except revisions.PlannedError as planned:
        form.form_errors.append(refusals.sentence(planned))
    else:
        return redirect(location, 303)
    return _page(museum, form), 422


def _announce(museum: MuseumEntry, row: Exceptional) -> str:
    """Publish or propose the exception; return where to go."""
    session, key, now = db.session(), hours.exceptions_key(museum.id), clock.now()
    # The rows that stand were checked when they were written: they must not keep a door from being closed today.
    hours.checked_exceptions({"exceptions": [snapshots.exception_json(row)], "closures": []}, clock.today())

    def change(content: Snapshot) -> Snapshot:
        return additions.with_exception(content, row)

    by = authors.author(museum)
    if gate.may(Permission.CONTENT_PUBLISH):
        done = revisions.amend(session, key, change, by=by, now=now)
        action, place = "content.published", "dashboard.receipt.show"
    else:
        done = revisions.propose(session, key, change, by=by, now=now)
        action, place = "content.submitted", "dashboard.overview.show"
    if done is None:
        flash(_("Rien n’a changé : la page publique dit déjà cela."), "info")
        return url_for(".create", museum=museum.slug)
    note(action, by=gate.actor(), now=now, museum_id=museum.id, after={"block": key.kind})
    if action == "content.submitted":
        flash(
            _(
                "Votre fermeture est proposée à qui publie pour le musée. Prévenez-le si c’est pour aujourd’hui."
            ),
            "info",
        )
    mark = str(done.id) if place == "dashboard.receipt.show" else None
    return url_for(place, museum=museum.slug, actes=mark)


def _page(museum: MuseumEntry, form: ClosingForm) -> str:
    sent = form.is_submitted()
    shown = preview.of(museum.id, form.row) if sent and not form.errors else None
    return render_template(
        "dashboard/closings/create.html",
        form=form,
        preview=shown,
        hours_address=url_for("dashboard.hours.edit", museum=museum.slug),
    )
