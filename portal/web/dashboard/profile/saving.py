"""Keeps, proposes or publishes what the Fiche says, and tells two people who wrote at once."""

from flask import Response, flash, request, url_for

from portal.db import db
from portal.domain import revisions
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.museums import MuseumEntry, profile
from portal.domain.revisions import ConflictError, Head, State
from portal.web.dashboard.profile.forms import OCCITAN, ProfileForm
from portal.web.kit import authors, clock, conflicts, gate, profile_words, review, versions
from portal.web.kit.messages import _

DRAFT, SUBMIT, PUBLISH = "draft", "submit", "publish"


def keep(museum: MuseumEntry, head: Head, form: ProfileForm) -> str:
    """Do what the button says, and say it; return the address that it leads to.

    Raise `ConflictError`, `ProfileRefusedError` or `PlannedError`.
    """
    session, key, now = db.session(), profile.key(museum.id), clock.now()
    yours = profile.checked(typed(head, form))
    chosen = versions.wanted(session, key, form.seen, yours, request.form, read=profile_words.read)
    by, minor = authors.author(museum), bool(form.minor.data)
    kept = revisions.save_draft(
        session, key, profile.checked(chosen), seen=form.seen, by=by, now=now, minor=minor
    )
    act = request.form.get("action", DRAFT)
    place = url_for(".edit", museum=museum.slug)
    if kept is None or kept.state is State.LIVE:
        flash(_("Rien n’a changé : la page publique dit déjà cela."), "info")
        return place
    if act == PUBLISH and review.may_publish(profile.KIND):
        review.publish(kept)
        tell("content.published", museum)
        flash(_("C’est en ligne."), "info")
        return url_for("dashboard.receipt.show", museum=museum.slug, part="description")
    if act in {PUBLISH, SUBMIT}:
        if review.propose(kept):
            tell("content.submitted", museum)
        said = _("Votre texte est proposé à qui publie pour le musée.")
        flash(review.proposed(profile.KIND, said), "info")
    else:
        flash(_("Votre brouillon est gardé. La page publique n’a pas changé."), "info")
    return place


def typed(head: Head, form: ProfileForm) -> revisions.Snapshot:
    """Return the block as this person typed it: those who only translate write the Occitan side."""
    return form.typed_over(head.snapshot, only=None if gate.may(Permission.CONTENT_DRAFT) else OCCITAN)


def both_texts(museum: MuseumEntry, told: ConflictError, form: ProfileForm) -> Response:
    """Return the page of two texts, status 409."""
    shown = conflicts.conflict_of(told, profile.BLOCK, profile_words.names(), request.form, profile_words.say)
    writer = authors.name_of(told.theirs) if told.theirs else None
    action = url_for(".edit", museum=museum.slug)
    return conflicts.answer(shown, form, action, layout="layouts/desk.html", name=writer)


def tell(action: str, museum: MuseumEntry) -> None:
    """Note in the journal what was done with the Fiche."""
    note(action, by=gate.actor(), now=clock.now(), museum_id=museum.id, after={"block": profile.KIND})
