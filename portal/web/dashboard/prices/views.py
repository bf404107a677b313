"""The screen of prices: opened, changed by its buttons, previewed, kept, proposed or published."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import admission, revisions
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import ConflictError, Head, NotPendingError, PlannedError
from portal.web.dashboard.prices import page, saving
from portal.web.dashboard.prices.edits import edit as change
from portal.web.dashboard.prices.filled import sheet_of
from portal.web.dashboard.prices.forms import PricesForm, RefusalForm
from portal.web.dashboard.prices.page import Screen
from portal.web.dashboard.prices.posted import sheet_of_posted
from portal.web.dashboard.prices.reading import read
from portal.web.dashboard.prices.told import sentence
from portal.web.kit import authors, autosave, clock, gate, redirects, refusals, review
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

blueprint = Blueprint("prices", __name__, url_prefix="/tarifs")


@blueprint.route("/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_DRAFT)
@autosave.keeps_typing(lambda museum: {"version": _head(museum)})
def edit(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the screen; sent, do what its button says."""
    form, head = PricesForm(), _head(museum)
    if not form.is_submitted():
        return page.show(_as_it_stands(museum, head))
    sheet = sheet_of_posted(request.form.items(multi=True))
    if asked := request.form.get("do"):
        focus = "apercu" if asked == "preview" else change(sheet, asked, page_language())
        screen = Screen(museum, head, sheet, read(sheet), form)
        return page.show(screen, refused=screen.reading.errors if asked == "preview" else None, focus=focus)
    return _save(Screen(museum, head, sheet, read(sheet, form.invisible), form))


@blueprint.post("/apercu/")
@gate.requires(Permission.CONTENT_DRAFT)
def show_preview(museum: MuseumEntry) -> ResponseReturnValue:
    """Return what is typed, as the public would read it, as a piece of page."""
    reading = read(sheet_of_posted(request.form.items(multi=True)))
    boards = page.boards(reading, clock.today())
    return render_template("dashboard/prices/_boards.html", boards=boards, museum=museum)


@blueprint.post("/confirmer/")
@gate.requires(Permission.CONTENT_PUBLISH)
def confirm(museum: MuseumEntry) -> ResponseReturnValue:
    """Keep that the prices which the public reads are right as they stand."""
    now = clock.now()
    if admission.of(museum.id).is_empty:
        flash(_("Écrivez d’abord vos tarifs : il n’y a rien à confirmer."), "warning")
    elif admission.confirm(db.session(), museum.id, by_id=gate.actor().id, now=now):
        after = {"block": admission.PRICES.kind}
        note("prices.confirmed", by=gate.actor(), now=now, museum_id=museum.id, after=after)
        flash(_("C’est noté : la page publique dit que les tarifs sont confirmés aujourd’hui."), "info")
    return redirect(redirects.back(url_for(".edit", museum=museum.slug)), 303)


@blueprint.post("/refuser/")
@gate.requires(Permission.CONTENT_PUBLISH)
def refuse(museum: MuseumEntry) -> ResponseReturnValue:
    """Send proposed prices back to their author, saying why."""
    head, form, now = _head(museum), RefusalForm(prefix="refusal-"), clock.now()
    reason = form.reason.data
    if not form.validate() or not reason:
        form.reason.errors = form.reason.errors or [_("Écrivez en une phrase ce qu’il faut reprendre.")]
        return page.show(_as_it_stands(museum, head), refusal=form), 422
    try:
        pending = head.pending or abort(409)
        revisions.refuse(db.session(), pending, reason, by=authors.author(museum), now=now)
    except NotPendingError as gone:
        flash(refusals.sentence(gone), "warning")
    else:
        saving.tell("content.refused", museum, now)
        flash(_("La proposition est renvoyée à son auteur, avec votre phrase."), "info")
    return redirect(url_for(".edit", museum=museum.slug), 303)


@blueprint.post("/abandonner/")
@gate.requires(Permission.CONTENT_DRAFT)
def discard(museum: MuseumEntry) -> ResponseReturnValue:
    """Go back to what the public reads; the draft stays in the history."""
    head, now = _head(museum), clock.now()
    if head.pending is not None:
        revisions.discard_draft(db.session(), head.pending, now=now, by=authors.author(museum))
        saving.tell("content.discarded", museum, now)
        flash(_("Le brouillon est abandonné ; il reste dans l’historique."), "info")
    return redirect(url_for(".edit", museum=museum.slug), 303)


def _save(screen: Screen) -> ResponseReturnValue:
    museum, form, refused = screen.museum, screen.form, dict(screen.reading.errors)
    if not refused and form.validate():
        try:
            became = saving.keep(museum, form, screen.reading.snapshot, request.form, clock.now())
        except ConflictError as told:
            return saving.answer(told, url_for(".edit", museum=museum.slug), form, request.form)
        except admission.PricesRefusedError as told:
            refused = {path: sentence(error) for path, error in told.errors.items()}
        except PlannedError as planned:
            form.form_errors.append(refusals.sentence(planned))
        else:
            flash(_said(became), "info")
            return redirect(_next(museum, became), 303)
    return page.show(screen, refused=refused), 422


def _next(museum: MuseumEntry, became: str) -> str:
    if became == saving.PUBLISH:
        return url_for("dashboard.receipt.show", museum=museum.slug, part="tarifs")
    return url_for(".edit", museum=museum.slug)


def _said(became: str) -> str:
    if became == saving.PUBLISH:
        return _("C’est en ligne.")
    if became == saving.SUBMIT:
        said = _("Vos tarifs sont proposés à qui publie pour le musée.")
        return review.proposed(admission.PRICES.kind, said)
    if became == saving.DRAFT:
        return _("Votre brouillon est gardé. La page publique n’a pas changé.")
    return _("Rien n’a changé : la page publique dit déjà cela.")


def _head(museum: MuseumEntry) -> Head:
    return revisions.head(db.session(), admission.key(museum.id))


def _as_it_stands(museum: MuseumEntry, head: Head) -> Screen:
    sheet = sheet_of(head.snapshot, page_language())
    form = PricesForm(formdata=None, version=head.version)
    return Screen(museum, head, sheet, read(sheet), form)
