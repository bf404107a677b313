"""What is answered to a text: accepted, sent back, left for later, or only looked at; of two at once, one decides."""

from dataclasses import dataclass

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import revisions
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.errors import DomainError
from portal.domain.revisions import ChangedError, NotPendingError
from portal.web.admin.moderation import one
from portal.web.admin.moderation.blueprint import ONE, blueprint
from portal.web.admin.moderation.forms import AnswerForm, ReasonForm
from portal.web.admin.moderation.one import ACCEPT, REFUSE, One
from portal.web.admin.moderation.queue import to_read
from portal.web.kit import authors, clock, gate, refusals
from portal.web.kit.messages import _, ngettext

CHOICE, WHOLE = "choix-", "tout"


@dataclass(frozen=True)
class _Choices:
    """What is chosen of each part."""

    accepted: list[str]
    refused: list[str]
    later: list[str]

    @property
    def is_all_accepted(self) -> bool:
        """Whether nothing is left."""
        return not self.refused and not self.later


@blueprint.get(ONE)
@gate.requires(Permission.CONTENT_REVIEW)
def show(revision_id: int) -> ResponseReturnValue:
    """Show a text beside what the public reads."""
    return one.page(one.find(revision_id))


@blueprint.post(ONE)
@gate.requires(Permission.CONTENT_REVIEW)
def answer(revision_id: int) -> ResponseReturnValue:
    """Accept, send back or leave each part."""
    text, form = one.find(revision_id), AnswerForm()
    chosen = _chosen(text)
    choices = _choices(chosen)
    is_valid = form.validate()
    if choices.refused and not form.said:
        form.ask()
        is_valid = False
    if is_valid and not _hold_together(text, choices):
        form.form_errors.append(
            _(
                "Ces parties ne tiennent pas l’une sans l’autre : acceptez-les ensemble, ou renvoyez-les ensemble."
            )
        )
        is_valid = False
    if not is_valid and text.is_to_be_read:
        return one.page(text, form, chosen=chosen), 422
    try:
        said = _decide(text, choices, form)
    except (NotPendingError, ChangedError) as late:
        return _too_late(revision_id, form, late)
    flash(said, "info")
    return redirect(_onwards(text), 303)


@blueprint.post(f"{ONE}vu/")
@gate.requires(Permission.CONTENT_REVIEW)
def look(revision_id: int) -> ResponseReturnValue:
    """Keep that a text that the public reads was looked at."""
    text = one.find(revision_id)
    try:
        revisions.look(db.session(), text.revision)
    except NotPendingError as late:
        return _too_late(revision_id, None, late)
    note("content.looked_at", by=gate.actor(), now=clock.now(), museum_id=text.museum.id, after=_block(text))
    flash(_("C’est vu."), "info")
    return redirect(_onwards(text), 303)


@blueprint.post(f"{ONE}revenir/")
@gate.requires(Permission.CONTENT_REVIEW)
def revert(revision_id: int) -> ResponseReturnValue:
    """Show again what the public read before a text, and give it back to its author."""
    text, form = one.find(revision_id), ReasonForm()
    if not form.validate() or not form.said:
        if not form.errors:
            form.ask()
        return one.page(text, reason=form), 422
    by, now = authors.author(text.museum), clock.now()
    try:
        revisions.revert(db.session(), text.revision, form.said, by=by, now=now)
    except NotPendingError as late:
        return _too_late(revision_id, form, late)
    note("content.reverted", by=gate.actor(), now=now, museum_id=text.museum.id, after=_block(text))
    flash(_("Le texte d’avant est de nouveau en ligne. L’auteur reçoit votre raison."), "info")
    return redirect(_onwards(text), 303)


def _chosen(text: One) -> dict[str, str]:
    """Return the answer to each part; of a whole text, one for all."""
    names = [WHOLE] if text.is_whole else [part.name for part in text.parts]
    if request.form.get("all") == ACCEPT:
        return dict.fromkeys(names, ACCEPT)
    return {name: request.form.get(CHOICE + name, "") for name in names}


def _choices(chosen: dict[str, str]) -> _Choices:
    """Sort the parts by what is chosen; what says nothing sensible is left for later."""
    accepted = [name for name, choice in chosen.items() if choice == ACCEPT]
    refused = [name for name, choice in chosen.items() if choice == REFUSE]
    later = [name for name in chosen if name not in {*accepted, *refused}]
    return _Choices(accepted, refused, later)


def _hold_together(text: One, choices: _Choices) -> bool:
    """Return whether what the public would read of the accepted parts makes sense without the others."""
    if not choices.accepted or choices.is_all_accepted:
        return True
    merged = revisions.with_fields(text.before, text.revision.content, choices.accepted)
    try:
        text.kind.check(merged, clock.today())
    except DomainError:
        return False
    return True


def _decide(text: One, choices: _Choices, form: AnswerForm) -> str:
    """Do what is chosen and return the sentence that says it; raise where somebody was there before."""
    session, revision, now = db.session(), text.revision, clock.now()
    by, seen = authors.author(text.museum), form.version
    after = _block(text)
    if choices.is_all_accepted:
        revisions.accept(session, revision, seen=seen, by=by, now=now)
        note("content.accepted", by=gate.actor(), now=now, museum_id=text.museum.id, after=after)
        return _("C’est accepté. L’auteur reçoit une lettre.")
    if choices.accepted:
        revisions.accept_part(
            session,
            revision,
            choices.accepted,
            seen=seen,
            by=by,
            now=now,
            reason=form.said if choices.refused else "",
            refused=choices.refused,
        )
        after = after | {"fields": len(choices.accepted)}
        note("content.accepted_in_part", by=gate.actor(), now=now, museum_id=text.museum.id, after=after)
        return _said_of_part(choices)
    if choices.refused:
        fields = choices.refused if choices.later else ()
        revisions.send_back(session, revision, form.said, seen=seen, by=by, now=now, fields=fields)
        note("content.refused", by=gate.actor(), now=now, museum_id=text.museum.id, after=after)
        return _("Le texte est renvoyé à son auteur, avec votre raison.")
    if not text.is_to_be_read:
        raise NotPendingError
    return _("Rien n’est décidé : ce texte attend toujours.")


def _said_of_part(choices: _Choices) -> str:
    done = ngettext(
        "%(num)s partie est acceptée et en ligne.",
        "%(num)s parties sont acceptées et en ligne.",
        len(choices.accepted),
    )
    rest = (
        _("Le reste retourne à son auteur, avec votre raison.")
        if choices.refused
        else _("Le reste attend toujours.")
    )
    return f"{done} {rest}"


def _too_late(revision_id: int, form: ReasonForm | None, late: DomainError) -> ResponseReturnValue:
    """Show how the text stands now, with what was typed; status 409."""
    db.session().expire_all()
    now = one.find(revision_id)
    again = AnswerForm(formdata=None, seen=now.revision.number)
    if form is not None:
        again.reason.data, again.ready.data = form.reason.data, form.ready.data
    return one.page(now, again, told=refusals.sentence(late)), 409


def _block(text: One) -> dict[str, str | int]:
    return {"block": text.kind.kind}


def _onwards(text: One) -> str:
    """Return where the next text to be read is, else the list."""
    queue = [each.id for each in to_read() if each.id != text.revision.id]
    if not queue:
        return url_for(".index")
    return url_for(".show", revision_id=queue[0])
