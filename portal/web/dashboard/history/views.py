"""Every version of the Fiche: who wrote it, when, what it changed; an old one comes back as a draft."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import revisions
from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry, profile
from portal.domain.revisions import ConflictError, PlannedError, Revision
from portal.web.kit import authors, clock, gate, labels, refusals
from portal.web.kit.messages import _
from portal.web.kit.versions import VersionedForm

blueprint = Blueprint("history", __name__, url_prefix="/historique")


@blueprint.get("/")
@gate.requires(Permission.SPACE_ENTER)
def index(museum: MuseumEntry) -> ResponseReturnValue:
    """Show every version, the newest first."""
    found = revisions.history(db.session(), museum.id, profile.KIND)
    return render_template("dashboard/history/index.html", versions=found, writers=authors.names_of(found))


@blueprint.get("/<int:number>/")
@gate.requires(Permission.SPACE_ENTER)
def show(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Compare a version with the one before it."""
    one = _version(museum, number)
    before = revisions.at(db.session(), profile.key(museum.id), number - 1)
    head = revisions.head(db.session(), profile.key(museum.id))
    changes = [
        (
            labels.field_name(change.field),
            change.field,
            revisions.words_difference(change.before or "", change.after or ""),
        )
        for change in revisions.difference(before, one.content, profile.FIELDS)
    ]
    return render_template(
        "dashboard/history/show.html",
        one=one,
        writer=authors.name_of(one),
        changes=changes,
        form=VersionedForm(formdata=None, version=head.version),
        is_current=head.latest is not None and head.latest.id == one.id,
    )


@blueprint.post("/<int:number>/reprendre/")
@gate.requires(Permission.CONTENT_DRAFT)
def restore(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Bring an old version back as a draft."""
    one, form = _version(museum, number), VersionedForm()
    try:
        revisions.restore(db.session(), one, seen=form.seen, by=authors.author(museum), now=clock.now())
    except ConflictError:
        flash(_("Quelqu’un vient d’écrire : regardez d’abord son texte."), "warning")
    except PlannedError as planned:
        flash(refusals.sentence(planned), "warning")
    else:
        flash(_("Cette version est revenue en brouillon. Relisez-la, puis publiez."), "info")
    return redirect(url_for("dashboard.profile.edit", museum=museum.slug), 303)


def _version(museum: MuseumEntry, number: int) -> Revision:
    found = revisions.history(db.session(), museum.id, profile.KIND)
    return next((one for one in found if one.number == number), None) or abort(404)
