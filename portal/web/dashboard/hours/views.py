"""The screen of hours: opened, changed by its buttons, previewed, kept, proposed or published."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import hours, revisions
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Head, NotPendingError, PlannedError, State
from portal.web.dashboard.hours import buttons, page, saving, settling
from portal.web.dashboard.hours.filled import sheet_of
from portal.web.dashboard.hours.forms import HoursForm, RefusalForm
from portal.web.dashboard.hours.lines import take_lines
from portal.web.dashboard.hours.page import Screen
from portal.web.dashboard.hours.posted import sheet_of_posted
from portal.web.dashboard.hours.preview import preview
from portal.web.dashboard.hours.reading import read
from portal.web.dashboard.hours.saving import DisputesError, desks
from portal.web.dashboard.hours.sheet import Sheet
from portal.web.kit import authors, autosave, clock, gate, refusals, review
from portal.web.kit.messages import _

blueprint = Blueprint("hours", __name__, url_prefix="/horaires")


def _heads(museum: MuseumEntry) -> dict[str, Head]:
    written, exceptions = desks(db.session(), museum)
    return {"version": written.head, "exceptions_version": exceptions.head}


@blueprint.route("/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_DRAFT)
@autosave.keeps_typing(_heads)
def edit(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the screen; sent, do what its button says."""
    form, today = HoursForm(), clock.today()
    if not form.is_submitted():
        both = desks(db.session(), museum)
        sheet = sheet_of(both[0].head.snapshot, both[1].head.snapshot)
        return page.show(Screen(museum, both, sheet, read(sheet, today), _fresh(both)))
    sheet = sheet_of_posted(request.form.items(multi=True))
    if asked := request.form.get("do"):
        return _changed(museum, form, sheet, asked)
    return _save(museum, form, sheet)


@blueprint.post("/apercu/")
@gate.requires(Permission.CONTENT_DRAFT)
def show_preview(museum: MuseumEntry) -> ResponseReturnValue:
    """Return the coming two weeks as a piece of page."""
    reading = read(sheet_of_posted(request.form.items(multi=True)), clock.today())
    shown = preview(reading, hours.school_calendar(), clock.today())
    return render_template("dashboard/hours/_weeks.html", preview=shown, museum=museum)


@blueprint.post("/refuser/")
@gate.requires(Permission.CONTENT_PUBLISH)
def refuse(museum: MuseumEntry) -> ResponseReturnValue:
    """Send proposed hours back to their author, saying why."""
    both, form, now = desks(db.session(), museum), RefusalForm(prefix="refusal-"), clock.now()
    reason = form.reason.data
    if not form.validate() or not reason:
        form.reason.errors = form.reason.errors or [_("Écrivez en une phrase ce qu’il faut reprendre.")]
        sheet, today = sheet_of(both[0].head.snapshot, both[1].head.snapshot), clock.today()
        return page.show(Screen(museum, both, sheet, read(sheet, today), _fresh(both)), refusal=form), 422
    waiting = [desk.head.pending for desk in both if desk.head.pending]
    submitted = [one for one in waiting if one.state is State.SUBMITTED]
    if not submitted:
        flash(refusals.sentence(NotPendingError()), "warning")
    for one in submitted:
        revisions.refuse(db.session(), one, reason, by=authors.author(museum), now=now)
        note("content.refused", by=gate.actor(), now=now, museum_id=museum.id, after={"block": one.kind})
    if submitted:
        flash(_("La proposition est renvoyée à son auteur, avec votre phrase."), "info")
    return redirect(url_for(".edit", museum=museum.slug), 303)


@blueprint.post("/abandonner/")
@gate.requires(Permission.CONTENT_DRAFT)
def discard(museum: MuseumEntry) -> ResponseReturnValue:
    """Go back to what the public reads; the draft stays in the history."""
    now = clock.now()
    for desk in desks(db.session(), museum):
        if desk.head.pending is not None:
            revisions.discard_draft(db.session(), desk.head.pending, now=now, by=authors.author(museum))
            after = {"block": desk.block.kind}
            note("content.discarded", by=gate.actor(), now=now, museum_id=museum.id, after=after)
            flash(_("Le brouillon est abandonné ; il reste dans l’historique."), "info")
    return redirect(url_for(".edit", museum=museum.slug), 303)


def _changed(museum: MuseumEntry, form: HoursForm, sheet: Sheet, asked: str) -> ResponseReturnValue:
    """Show the screen again as a button changed it; nothing is kept."""
    today, told = clock.today(), buttons.press(sheet, asked, clock.today())
    both = desks(db.session(), museum, form.both_seen)
    reading = read(sheet, today)
    refused = reading.errors if asked == buttons.PREVIEW else told.refused
    screen = Screen(museum, both, sheet, reading, form)
    return page.show(screen, refused=refused, focus=told.focus, said=told.said)


def _save(museum: MuseumEntry, form: HoursForm, sheet: Sheet) -> ResponseReturnValue:
    session, today, now = db.session(), clock.today(), clock.now()
    both = desks(session, museum, form.both_seen)
    refused: dict[str, str] = {}
    if sheet.lines and (told := take_lines(sheet)):
        refused["lines"] = " ".join(told)
    if sheet.text:
        refused["text"] = _("Lisez d’abord ce texte avec le bouton, ou videz-le.")
    reading = read(sheet, today, form.invisible)
    refused |= reading.errors
    if not refused and form.validate():
        try:
            texts = saving.wanted(session, both, reading, request.form, today)
            done = saving.keep(
                museum, zip(both, texts, strict=True), request.form.get("action", saving.DRAFT), now
            )
        except DisputesError as told_both:
            return settling.answer(told_both, form, url_for(".edit", museum=museum.slug), request.form)
        except PlannedError as planned:
            refused["periods"] = refusals.sentence(planned)
        else:
            return _kept(museum, done)
    return page.show(Screen(museum, both, sheet, reading, form), refused=refused), 422


def _kept(museum: MuseumEntry, became: set[str]) -> ResponseReturnValue:
    """Say what became of the texts, and lead on."""
    if {saving.PUBLISH, saving.SUBMIT} <= became:
        flash(_("Les dates exceptionnelles sont en ligne."), "info")
    elif saving.PUBLISH in became:
        flash(_("C’est en ligne."), "info")
    if saving.SUBMIT in became:
        said = _("Vos horaires sont proposés à qui publie pour le musée.")
        flash(review.proposed(hours.HOURS.kind, said), "info")
    elif saving.DRAFT in became:
        flash(_("Votre brouillon est gardé. La page publique n’a pas changé."), "info")
    elif not became:
        flash(_("Rien n’a changé : la page publique dit déjà cela."), "info")
    place = "dashboard.receipt.show" if saving.PUBLISH in became else ".edit"
    return redirect(url_for(place, museum=museum.slug), 303)


def _fresh(both: tuple[saving.Desk, saving.Desk]) -> HoursForm:
    return HoursForm(formdata=None, version=both[0].head.version, exceptions_version=both[1].head.version)
