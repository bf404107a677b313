"""Writing the answers and the practical facts: kept, proposed or published; two people who write together are told."""

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import access, revisions
from portal.domain.access import AccessRefusedError
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import ConflictError, Head, NotPendingError, PlannedError, State
from portal.web.dashboard.access import page, refused
from portal.web.dashboard.access.blueprint import blueprint
from portal.web.dashboard.access.forms import PartForm, RefusalForm
from portal.web.dashboard.access.parts import (
    ACCESS,
    KEYS,
    OUTAGES,
    PARTS,
    PRACTICAL,
    Part,
)
from portal.web.kit import (
    authors,
    autosave,
    clock,
    conflicts,
    gate,
    moments,
    redirects,
    refusals,
    review,
    versions,
)
from portal.web.kit.access import paths
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

DRAFT, SUBMIT, PUBLISH = "draft", "submit", "publish"


def _head(museum: MuseumEntry, part: str) -> Head:
    return revisions.head(db.session(), PARTS[part].key_of(museum))


@blueprint.route("/", methods=["GET", "POST"], defaults={"part": ACCESS})
@blueprint.route("/pratique/", methods=["GET", "POST"], defaults={"part": PRACTICAL})
@gate.requires(Permission.CONTENT_DRAFT)
@autosave.keeps_typing(lambda museum, part: {"version": _head(museum, part)})
def edit(museum: MuseumEntry, part: str) -> ResponseReturnValue:
    """Show a part; sent, keep it, propose it or publish it."""
    one = PARTS[part]
    head, form = _head(museum, part), one.form()
    if not form.is_submitted():
        return page.show(museum, one, head, one.form.of(head.snapshot, head.version))
    is_valid = form.validate()
    try:
        text = one.check(form.typed_over(head.snapshot, request.form))
        if is_valid:
            return _save(museum, one, form, text)
    except ConflictError as told:
        return _both_texts(museum, one, told, form)
    except AccessRefusedError as error:
        refused.tell(form, error.errors)
    except PlannedError as planned:
        form.form_errors.append(refusals.sentence(planned))
    return page.show(museum, one, head, form), 422


@blueprint.post("/toujours-exact/", defaults={"part": ACCESS})
@blueprint.post("/pratique/toujours-exact/", defaults={"part": PRACTICAL})
@gate.requires(Permission.CONTENT_PUBLISH)
def confirm(museum: MuseumEntry, part: str) -> ResponseReturnValue:
    """Keep that what the public reads is still right."""
    kind, now = PARTS[part].block.kind, clock.now()
    access.confirm(db.session(), museum.id, by_id=gate.actor().id, now=now, kind=kind)
    _note("content.confirmed", museum, kind)
    flash(_("C’est noté : toujours exact au %(day)s.", day=moments.day(now, page_language())), "info")
    return redirect(redirects.back(_address(museum, part)), 303)


@blueprint.post("/refuser/", defaults={"part": ACCESS})
@blueprint.post("/pratique/refuser/", defaults={"part": PRACTICAL})
@blueprint.post("/panne/refuser/", defaults={"part": OUTAGES})
@gate.requires(Permission.CONTENT_PUBLISH)
def refuse(museum: MuseumEntry, part: str) -> ResponseReturnValue:
    """Send a proposal back to its author, saying why."""
    head, form = revisions.head(db.session(), KEYS[part](museum.id)), RefusalForm(prefix="refusal-")
    reason = form.reason.data
    if not form.validate() or not reason:
        form.reason.errors = form.reason.errors or [_("Écrivez en une phrase ce qu’il faut reprendre.")]
        shown = PARTS[ACCESS if part == OUTAGES else part]
        own = revisions.head(db.session(), shown.key_of(museum))
        return page.show(museum, shown, own, shown.form.of(own.snapshot, own.version), form), 422
    try:
        pending = head.pending or abort(409)
        revisions.refuse(db.session(), pending, reason, by=authors.author(museum), now=clock.now())
    except NotPendingError as gone:
        flash(refusals.sentence(gone), "warning")
    else:
        _note("content.refused", museum, pending.kind)
        flash(_("La proposition est renvoyée à son auteur, avec votre phrase."), "info")
    return redirect(_address(museum, part), 303)


@blueprint.post("/abandonner/", defaults={"part": ACCESS})
@blueprint.post("/pratique/abandonner/", defaults={"part": PRACTICAL})
@blueprint.post("/panne/abandonner/", defaults={"part": OUTAGES})
@gate.requires(Permission.CONTENT_DRAFT)
def discard(museum: MuseumEntry, part: str) -> ResponseReturnValue:
    """Go back to what the public reads; the draft stays in the history."""
    head = revisions.head(db.session(), KEYS[part](museum.id))
    if head.pending is not None:
        revisions.discard_draft(db.session(), head.pending, now=clock.now(), by=authors.author(museum))
        _note("content.discarded", museum, head.pending.kind)
        flash(_("Le brouillon est abandonné ; il reste dans l’historique."), "info")
    return redirect(_address(museum, part), 303)


def _save(museum: MuseumEntry, part: Part, form: PartForm, typed: revisions.Snapshot) -> ResponseReturnValue:
    session, key, now = db.session(), part.key_of(museum), clock.now()
    text = part.check(versions.wanted(session, key, form.seen, typed, request.form))
    by, act = authors.author(museum), request.form.get("action", DRAFT)
    kept = revisions.save_draft(session, key, text, seen=form.seen, by=by, now=now)
    if kept is None or kept.state is State.LIVE:
        flash(_("Rien n’a changé : la page publique dit déjà cela."), "info")
    elif act == PUBLISH and review.may_publish(key.kind):
        review.publish(kept)
        access.confirm(session, museum.id, by_id=gate.actor().id, now=now, kind=key.kind)
        _note("content.published", museum, key.kind)
        flash(_("C’est en ligne."), "info")
        return redirect(url_for("dashboard.receipt.show", museum=museum.slug, part=part.name), 303)
    elif act in {PUBLISH, SUBMIT}:
        if review.propose(kept):
            _note("content.submitted", museum, key.kind)
        said = _("Vos réponses sont proposées à qui publie pour le musée.")
        flash(review.proposed(key.kind, said), "info")
    else:
        flash(_("Votre brouillon est gardé. La page publique n’a pas changé."), "info")
    return redirect(_address(museum, part.name), 303)


def _both_texts(museum: MuseumEntry, part: Part, told: ConflictError, form: PartForm) -> ResponseReturnValue:
    shown = conflicts.conflict_of(
        told,
        part.block,
        paths.path_names(part.block.blank),
        request.form,
        paths.path_value,
        is_prose=paths.is_prose,
    )
    writer = authors.name_of(told.theirs) if told.theirs else None
    return conflicts.answer(shown, form, _address(museum, part.name), layout="layouts/desk.html", name=writer)


def _address(museum: MuseumEntry, part: str) -> str:
    return url_for(".edit", museum=museum.slug, part=PRACTICAL if part == PRACTICAL else ACCESS)


def _note(action: str, museum: MuseumEntry, kind: str) -> None:
    note(action, by=gate.actor(), now=clock.now(), museum_id=museum.id, after={"block": kind})
