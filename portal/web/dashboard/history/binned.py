"""The bin: drafts given up and texts taken off the page, for 30 days; each comes back as a draft, or onto the page."""

from datetime import datetime

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import media, revisions
from portal.domain.accounts import Permission, profile
from portal.domain.accounts.chronicle import note
from portal.domain.errors import DomainError
from portal.domain.media import files
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import ConflictError, PlannedError, Revision
from portal.web.dashboard.history.blueprint import blueprint
from portal.web.kit import authors, clock, gate, refusals
from portal.web.kit.kinds import kind_of
from portal.web.kit.messages import _


def empty(now: datetime) -> None:
    """Forget the drafts that have lain there for 30 days and that the public never read."""
    revisions.empty(db.session(), now)


@blueprint.get("/corbeille/")
@gate.requires(Permission.SPACE_ENTER)
def bin_(museum: MuseumEntry) -> ResponseReturnValue:
    """Show what lies in the museum's bin, texts and pictures."""
    found = [
        (kind, one)
        for one in revisions.binned(db.session(), museum.id, clock.now())
        if (kind := kind_of(one.kind)) is not None
    ]
    throwers = {one.binned_by_id for _kind, one in found if one.binned_by_id is not None}
    return render_template(
        "dashboard/history/bin.html",
        found=found,
        names=profile.names_of(throwers),
        kept=revisions.KEPT,
        removed=[
            one
            for one in files.all_of(db.session(), museum.id)
            if one.removed_at is not None and str(one.id) not in _described(museum)
        ],
    )


@blueprint.post("/corbeille/<int:number>/reprendre/")
@gate.requires(Permission.CONTENT_DRAFT)
def reopen(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Take a text out as a draft, unless another text waits in its place."""
    one = _binned(museum, number)
    kind = kind_of(one.kind) or abort(404)
    head = revisions.head(db.session(), one.key)
    if head.pending is not None and head.pending.is_pending:
        flash(_("Un autre texte attend déjà ici. Publiez-le ou abandonnez-le d’abord."), "warning")
        return redirect(url_for(".bin_", museum=museum.slug), 303)
    try:
        revisions.reopen(db.session(), one, seen=head.version, by=authors.author(museum), now=clock.now())
    except (ConflictError, PlannedError):
        flash(_("Quelqu’un vient d’écrire : regardez d’abord son texte."), "warning")
        return redirect(url_for(".bin_", museum=museum.slug), 303)
    _note("content.taken_back", museum, one.kind)
    flash(_("Ce texte est revenu en brouillon. Relisez-le, puis publiez."), "info")
    return redirect(url_for(kind.room, museum=museum.slug), 303)


@blueprint.post("/corbeille/<int:number>/remettre/")
@gate.requires(Permission.CONTENT_PUBLISH)
def put_back(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Publish again a text that was taken off the page."""
    one = _binned(museum, number)
    if one.live_at is None:
        abort(404)
    kind = one.kind
    try:
        revisions.put_back(db.session(), one, by=authors.author(museum), now=clock.now())
    except DomainError as refused:
        flash(refusals.sentence(refused), "warning")
        return redirect(url_for(".bin_", museum=museum.slug), 303)
    _note("content.put_back", museum, kind)
    flash(_("C’est remis\u00a0: la page dit de nouveau ce texte."), "info")
    return redirect(url_for("dashboard.publication.show", museum=museum.slug, kind=kind), 303)


def _binned(museum: MuseumEntry, number: int) -> Revision:
    lying = revisions.binned(db.session(), museum.id, clock.now())
    return next((one for one in lying if one.id == number), None) or abort(404)


def _described(museum: MuseumEntry) -> set[str]:
    """Return the pictures that the museum's text names, by their numbers: those lie in no bin."""
    return set(revisions.head(db.session(), media.key(museum.id)).snapshot["photos"])


def _note(action: str, museum: MuseumEntry, kind: str) -> None:
    note(action, by=gate.actor(), now=clock.now(), museum_id=museum.id, after={"block": kind})
