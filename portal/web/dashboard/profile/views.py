"""Writing the Fiche: kept as a draft, proposed, or published at once; two people who write together are both told."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import museums, revisions
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.museums import MuseumEntry, profile
from portal.domain.revisions import ConflictError, Head, NotPendingError, PlannedError, State
from portal.web.dashboard.profile.forms import LABELS, OCCITAN, ProfileForm, RefusalForm
from portal.web.kit import authors, clock, conflicts, gate, refusals, versions
from portal.web.kit.messages import _

blueprint = Blueprint("profile", __name__, url_prefix="/description")

DRAFT, SUBMIT, PUBLISH = "draft", "submit", "publish"
SHOWN = 6


@blueprint.route("/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_TRANSLATE)
def edit(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the Fiche; sent, keep it, propose it or publish it."""
    head = revisions.head(db.session(), profile.key(museum.id))
    form = ProfileForm()
    if not form.is_submitted():
        return _page(museum, head, ProfileForm.of(head.snapshot, head.version))
    try:
        if form.validate():
            return _save(museum, head, form)
        profile.checked(form.typed_over(head.snapshot))  # so that everything to correct is told at once
    except ConflictError as told:
        return _both_texts(museum, told, form)
    except profile.ProfileRefusedError as refused:
        refusals.tell(form, refused.errors)
    except PlannedError as planned:
        form.form_errors.append(refusals.sentence(planned))
    return _page(museum, head, form), 422


@blueprint.post("/refuser/")
@gate.requires(Permission.CONTENT_PUBLISH)
def refuse(museum: MuseumEntry) -> ResponseReturnValue:
    """Send a proposal back to its author, saying why."""
    head, form = revisions.head(db.session(), profile.key(museum.id)), RefusalForm(prefix="refusal-")
    reason = form.reason.data
    if not form.validate() or not reason:
        form.reason.errors = form.reason.errors or [_("Écrivez en une phrase ce qu’il faut reprendre.")]
        return _page(museum, head, ProfileForm.of(head.snapshot, head.version), form), 422
    try:
        pending = head.pending or abort(409)
        revisions.refuse(db.session(), pending, reason, by=authors.author(museum), now=clock.now())
    except NotPendingError as gone:
        flash(refusals.sentence(gone), "warning")
    else:
        _note("content.refused", museum)
        flash(_("La proposition est renvoyée à son auteur, avec votre phrase."), "info")
    return redirect(url_for(".edit", museum=museum.slug), 303)


@blueprint.post("/abandonner/")
@gate.requires(Permission.CONTENT_DRAFT)
def discard(museum: MuseumEntry) -> ResponseReturnValue:
    """Go back to what the public reads; the draft stays in the history."""
    head = revisions.head(db.session(), profile.key(museum.id))
    if head.pending is not None:
        revisions.discard_draft(db.session(), head.pending, now=clock.now())
        _note("content.discarded", museum)
        flash(_("Le brouillon est abandonné ; il reste dans l’historique."), "info")
    return redirect(url_for(".edit", museum=museum.slug), 303)


def _save(museum: MuseumEntry, head: Head, form: ProfileForm) -> ResponseReturnValue:
    session, key, now = db.session(), profile.key(museum.id), clock.now()
    only = None if gate.may(Permission.CONTENT_DRAFT) else OCCITAN
    typed = form.typed_over(head.snapshot, only=only)
    text = profile.checked(versions.wanted(session, key, form.seen, typed, request.form))
    by = authors.author(museum)
    kept = revisions.save_draft(
        session, key, text, seen=form.seen, by=by, now=now, minor=bool(form.minor.data)
    )
    act = request.form.get("action", DRAFT)
    if kept is None or kept.state is State.LIVE:
        flash(_("Rien n’a changé : la page publique dit déjà cela."), "info")
    elif act == PUBLISH and gate.may(Permission.CONTENT_PUBLISH):
        revisions.publish(session, kept, by=by, now=now)
        _note("content.published", museum)
        flash(_("C’est en ligne."), "info")
        return redirect(url_for("dashboard.receipt.show", museum=museum.slug, part="description"), 303)
    elif act in {PUBLISH, SUBMIT}:
        revisions.submit(session, kept, now=now)
        _note("content.submitted", museum)
        flash(_("Votre texte est proposé à qui publie pour le musée."), "info")
    else:
        flash(_("Votre brouillon est gardé. La page publique n’a pas changé."), "info")
    return redirect(url_for(".edit", museum=museum.slug), 303)


def _both_texts(museum: MuseumEntry, told: ConflictError, form: ProfileForm) -> ResponseReturnValue:
    labels = {name: str(label) for name, label in LABELS.items()}
    shown = conflicts.conflict_of(told, profile.BLOCK, labels, request.form)
    writer = authors.name_of(told.theirs) if told.theirs else None
    action = url_for(".edit", museum=museum.slug)
    return conflicts.answer(shown, form, action, layout="layouts/desk.html", name=writer)


def _page(museum: MuseumEntry, head: Head, form: ProfileForm, refusal: RefusalForm | None = None) -> str:
    session = db.session()
    online = head.live.content if head.live else (head.found if head.pending is None else profile.BLOCK.blank)
    history = revisions.history(session, museum.id, profile.KIND)[:SHOWN]
    changes = [
        (
            LABELS[change.field],
            change.field,
            revisions.words_difference(change.before or "", change.after or ""),
        )
        for change in revisions.difference(online, head.snapshot, profile.FIELDS)
        if change.field in LABELS
    ]
    return render_template(
        "dashboard/profile/edit.html",
        form=form,
        head=head,
        changes=changes if head.pending else [],
        history=history,
        writers=authors.names_of(history),
        refusal=refusal or RefusalForm(prefix="refusal-", formdata=None),
        register=museums.by_slug(museum.slug),
    )


def _note(action: str, museum: MuseumEntry) -> None:
    note(action, by=gate.actor(), now=clock.now(), museum_id=museum.id, after={"block": profile.KIND})
