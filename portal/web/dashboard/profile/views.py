"""Writing the Fiche: kept as a draft, proposed, or published at once; two people who write together are both told."""

from flask import Blueprint, abort, flash, get_template_attribute, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import revisions
from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry, profile
from portal.domain.museums.profile_texts import TEXTS
from portal.domain.revisions import ConflictError, Head, NotPendingError, PlannedError
from portal.web.dashboard.profile import page, saving
from portal.web.dashboard.profile.forms import ProfileForm, RefusalForm, field_name
from portal.web.kit import authors, autosave, clock, gate, profile_words, refusals
from portal.web.kit.length_guide import guide
from portal.web.kit.messages import _

blueprint = Blueprint("profile", __name__, url_prefix="/description")


def _head(museum: MuseumEntry) -> Head:
    return revisions.head(db.session(), profile.key(museum.id))


@blueprint.route("/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_TRANSLATE)
@autosave.keeps_typing(lambda museum: {"version": _head(museum)})
def edit(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the Fiche; sent, keep it, propose it or publish it, or show it as the public would read it."""
    head, form = _head(museum), ProfileForm()
    if not form.is_submitted():
        return page.show(museum, head, ProfileForm.of(head.snapshot, head.version))
    try:
        if form.validate():
            if request.form.get("do") == "preview":
                return page.show(museum, head, form, preview=profile.checked(saving.typed(head, form)))
            return redirect(saving.keep(museum, head, form), 303)
        profile.checked(saving.typed(head, form))  # so that everything to correct is told at once
    except ConflictError as told:
        return saving.both_texts(museum, told, form)
    except profile.ProfileRefusedError as refused:
        refusals.tell(form, refused.errors)
    except PlannedError as planned:
        form.form_errors.append(refusals.sentence(planned))
    return page.show(museum, head, form), 422


@blueprint.post("/relire/")
@gate.requires(Permission.CONTENT_TRANSLATE)
def read_again(museum: MuseumEntry) -> ResponseReturnValue:
    """Return the texts that are sent as they would be kept, and the advice on each; nothing is kept."""
    form, told = ProfileForm(), {}
    advised = get_template_attribute("components/length_guide.html", "length_guide")
    for name in profile_words.TEXTS:
        field, text = form[field_name(name)], TEXTS[name.partition(".")[0]]
        if field.raw_data:
            advice = advised(guide(text, field.data))
            told[field.name] = {"html": field.data if text.is_rich else None, "guide": advice}
    del museum
    return jsonify(told)


@blueprint.post("/refuser/")
@gate.requires(Permission.CONTENT_PUBLISH)
def refuse(museum: MuseumEntry) -> ResponseReturnValue:
    """Send a proposal back to its author, saying why."""
    head, form = _head(museum), RefusalForm(prefix=page.PREFIX)
    reason = form.reason.data
    if not form.validate() or not reason:
        form.reason.errors = form.reason.errors or [_("Écrivez en une phrase ce qu’il faut reprendre.")]
        return page.show(museum, head, ProfileForm.of(head.snapshot, head.version), form), 422
    try:
        pending = head.pending or abort(409)
        revisions.refuse(db.session(), pending, reason, by=authors.author(museum), now=clock.now())
    except NotPendingError as gone:
        flash(refusals.sentence(gone), "warning")
    else:
        saving.tell("content.refused", museum)
        flash(_("La proposition est renvoyée à son auteur, avec votre phrase."), "info")
    return redirect(url_for(".edit", museum=museum.slug), 303)


@blueprint.post("/abandonner/")
@gate.requires(Permission.CONTENT_DRAFT)
def discard(museum: MuseumEntry) -> ResponseReturnValue:
    """Go back to what the public reads; the draft stays in the history."""
    head = _head(museum)
    if head.pending is not None:
        revisions.discard_draft(db.session(), head.pending, now=clock.now(), by=authors.author(museum))
        saving.tell("content.discarded", museum)
        flash(_("Le brouillon est abandonné ; il reste dans l’historique."), "info")
    return redirect(url_for(".edit", museum=museum.slug), 303)
