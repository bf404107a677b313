"""Every version of what a museum wrote: who wrote it, when, what it changed; an old one comes back as a draft."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import revisions
from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry, profile
from portal.domain.revisions import ConflictError, PlannedError, Revision, State
from portal.web.dashboard.history.blueprint import blueprint
from portal.web.kit import authors, clock, gate, refusals, review, undoing
from portal.web.kit.kinds import KINDS, Kind, kind_of
from portal.web.kit.messages import _
from portal.web.kit.versions import VersionedForm


@blueprint.get("/")
@gate.requires(Permission.SPACE_ENTER)
def index(museum: MuseumEntry) -> ResponseReturnValue:
    """Show every version by block, the newest first."""
    found = [(kind, revisions.history(db.session(), museum.id, kind.block.kind)) for kind in KINDS]
    writers = authors.names_of([one for _kind, versions in found for one in versions])
    return render_template("dashboard/history/index.html", found=found, writers=writers)


@blueprint.get("/<int:number>/")
@blueprint.get("/<kind>/<int:number>/")
@gate.requires(Permission.SPACE_ENTER)
def show(museum: MuseumEntry, number: int, kind: str = profile.KIND) -> ResponseReturnValue:
    """Compare a version with the one before it."""
    found, one = _version(museum, kind, number)
    before = revisions.at(db.session(), found.key(museum.id), number - 1)
    head = revisions.head(db.session(), found.key(museum.id))
    return render_template(
        "dashboard/history/show.html",
        one=one,
        kind=found,
        writer=authors.name_of(one),
        changes=found.tell(before, one.content),
        form=VersionedForm(formdata=None, version=head.version),
        is_current=head.latest is not None and head.latest.id == one.id,
        is_live=head.live is not None and head.live.id == one.id,
    )


@blueprint.post("/<int:number>/reprendre/")
@blueprint.post("/<kind>/<int:number>/reprendre/")
@gate.requires(Permission.CONTENT_DRAFT)
def restore(museum: MuseumEntry, number: int, kind: str = profile.KIND) -> ResponseReturnValue:
    """Bring an old version back as a draft."""
    (found, one), form = _version(museum, kind, number), VersionedForm()
    try:
        revisions.restore(db.session(), one, seen=form.seen, by=authors.author(museum), now=clock.now())
    except ConflictError:
        flash(_("Quelqu’un vient d’écrire : regardez d’abord son texte."), "warning")
    except PlannedError as planned:
        flash(refusals.sentence(planned), "warning")
    else:
        if review.may_publish(kind):
            flash(_("Cette version est revenue en brouillon. Relisez-la, puis publiez."), "info")
        else:
            flash(_("Cette version est revenue en brouillon. Relisez-la, puis proposez-la."), "info")
    return redirect(url_for(found.room, museum=museum.slug), 303)


@blueprint.post("/<kind>/<int:number>/annuler/")
@gate.requires(Permission.CONTENT_PUBLISH)
def undo(museum: MuseumEntry, kind: str, number: int) -> ResponseReturnValue:
    """Show again what the public read before a version, while it is the one they read."""
    found, one = _version(museum, kind, number)
    live = revisions.live(db.session(), found.key(museum.id))
    try:
        if live is None or live.id != one.id:
            flash(_("Quelqu’un a publié depuis : regardez d’abord ce qui est en ligne."), "warning")
        else:
            _say(undoing.undo(museum, one.key, revisions.shown_before(db.session(), one)), kind)
    except PlannedError as planned:
        flash(refusals.sentence(planned), "warning")
    return redirect(url_for(".index", museum=museum.slug), 303)


def _say(became: State | None, kind: str) -> None:
    if became is State.LIVE:
        flash(_("C’est rétabli : la page dit de nouveau ce qu’elle disait avant."), "info")
    elif became is State.SUBMITTED:
        flash(review.proposed(kind, _("C’est proposé à qui publie pour le musée.")), "info")


def _version(museum: MuseumEntry, name: str, number: int) -> tuple[Kind, Revision]:
    kind = kind_of(name) or abort(404)
    found = revisions.history(db.session(), museum.id, kind.block.kind)
    return kind, next((one for one in found if one.number == number), None) or abort(404)
