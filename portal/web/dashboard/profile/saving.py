"""Keeps, proposes or publishes what the Fiche says, and tells two people who wrote at once."""

from flask import Response, request, url_for

from portal.db import db
from portal.domain import revisions
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.museums import MuseumEntry, profile
from portal.domain.revisions import ConflictError, Head, State
from portal.web.dashboard.profile.forms import OCCITAN, ProfileForm
from portal.web.kit import authors, clock, conflicts, gate, profile_words, versions
from portal.web.kit.messages import _

DRAFT, SUBMIT, PUBLISH = "draft", "submit", "publish"


def keep(museum: MuseumEntry, head: Head, form: ProfileForm) -> str:
    """Do what the button says; return the sentence that tells what became of the text.

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
    if kept is None or kept.state is State.LIVE:
        return _("Rien n’a changé : la page publique dit déjà cela.")
    if act == PUBLISH and gate.may(Permission.CONTENT_PUBLISH):
        revisions.publish(session, kept, by=by, now=now)
        tell("content.published", museum)
        return _("C’est en ligne.")
    if act in {PUBLISH, SUBMIT}:
        revisions.submit(session, kept, now=now)
        tell("content.submitted", museum)
        return _("Votre texte est proposé à qui publie pour le musée.")
    return _("Votre brouillon est gardé. La page publique n’a pas changé.")


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
