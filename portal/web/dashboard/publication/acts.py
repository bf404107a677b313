"""What is decided of a block here: a date to appear, a date to end, off the page; by those who publish."""

from collections.abc import Callable

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import revisions
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.errors import DomainError
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import EndBeforeStartError, PastInstantError, State
from portal.web.dashboard.publication.blueprint import blueprint
from portal.web.dashboard.publication.forms import EndForm, MomentForm, PlanForm, said
from portal.web.dashboard.publication.views import one_of, page
from portal.web.kit import authors, clock, gate, refusals, review
from portal.web.kit.messages import _
from portal.web.kit.standing import Standing
from portal.web.kit.versions import VersionedForm


@blueprint.post("/<kind>/")
@gate.requires(Permission.CONTENT_PUBLISH)
def plan(museum: MuseumEntry, kind: str) -> ResponseReturnValue:
    """Plan when the text that waits appears, and when it ends."""
    one, form = one_of(museum, kind), PlanForm()
    form.validate()
    start, end = form.moment("", is_required=True), form.moment("end_", is_required=False)
    if form.errors or start is None:
        return page(one, plan=form), 422
    if one.waiting is None or form.seen != one.version:
        return page(one, plan=_stale(form, one)), 409
    waiting, by, now = one.waiting, authors.author(museum), clock.now()

    def act() -> None:
        revisions.schedule(db.session(), waiting, start, by=by, now=now, expire_at=end)

    if not _done(form, act):
        return page(one, plan=form), 422
    _note("content.planned", museum, kind)
    if review.is_read_first(kind):
        told = _(
            "C’est proposé à l’association pour le %(moment)s : le texte paraîtra à ce moment si elle l’a accepté.",
            moment=said(start),
        )
        flash(told, "info")
    elif end is None:
        flash(_("C’est prévu\u00a0: le texte paraîtra le %(moment)s.", moment=said(start)), "info")
    else:
        told = _(
            "C’est prévu\u00a0: le texte paraîtra le %(moment)s et s’en ira le %(end)s.",
            moment=said(start),
            end=said(end),
        )
        flash(told, "info")
    return _back(museum, kind)


@blueprint.post("/<kind>/annuler/")
@gate.requires(Permission.CONTENT_PUBLISH)
def unplan(museum: MuseumEntry, kind: str) -> ResponseReturnValue:
    """Make a planned text a draft again."""
    one = one_of(museum, kind)
    if one.planned is None or one.planned.state is not State.SCHEDULED:
        flash(_("Rien n’est plus prévu ici."), "warning")
    else:
        revisions.withdraw(db.session(), one.planned, now=clock.now())
        _note("content.unplanned", museum, kind)
        flash(_("Ce n’est plus prévu\u00a0: le texte est de nouveau un brouillon."), "info")
    return _back(museum, kind)


@blueprint.post("/<kind>/fin/")
@gate.requires(Permission.CONTENT_PUBLISH)
def end(museum: MuseumEntry, kind: str) -> ResponseReturnValue:
    """Give the text that is live an end, or another one."""
    one, form = one_of(museum, kind), EndForm(prefix="fin-")
    form.validate()
    instant = form.moment("", is_required=True)
    if form.errors or instant is None:
        return page(one, end=form), 422
    if one.live is None or form.seen != one.version:
        return page(one, end=_stale(form, one)), 409
    live, by, now = one.live, authors.author(museum), clock.now()
    if not _done(form, lambda: revisions.set_end(db.session(), live, instant, now=now, by=by)):
        return page(one, end=form), 422
    _note("content.end_set", museum, kind)
    flash(_("Ce texte s’en ira le %(moment)s.", moment=said(instant)), "info")
    return _back(museum, kind)


@blueprint.post("/<kind>/sans-fin/")
@gate.requires(Permission.CONTENT_PUBLISH)
def no_end(museum: MuseumEntry, kind: str) -> ResponseReturnValue:
    """Let the text that is live stay."""
    one = one_of(museum, kind)
    if one.live is not None and one.ends_at is not None:
        revisions.set_end(db.session(), one.live, None, now=clock.now())
        _note("content.end_set", museum, kind)
        flash(_("Ce texte reste en ligne, sans fin prévue."), "info")
    return _back(museum, kind)


@blueprint.post("/<kind>/retirer/")
@gate.requires(Permission.CONTENT_PUBLISH)
def retire(museum: MuseumEntry, kind: str) -> ResponseReturnValue:
    """Take the text that is live off the page."""
    one, form = one_of(museum, kind), VersionedForm(prefix="retrait-")
    if one.live is None or form.seen != one.version:
        return page(one, end=_stale(EndForm(prefix="fin-"), one)), 409
    try:
        revisions.retire(db.session(), one.written.key(museum.id), by=authors.author(museum), now=clock.now())
    except DomainError as refused:
        flash(refusals.sentence(refused), "warning")
        return _back(museum, kind)
    _note("content.retired", museum, kind)
    flash(_("C’est retiré de la page. Le texte est trente jours dans la corbeille."), "info")
    return redirect(url_for("dashboard.history.bin_", museum=museum.slug), 303)


def _done(form: MomentForm, act: Callable[[], object]) -> bool:
    """Do something; where the domain refuses, say why beside the moment at fault."""
    try:
        act()
    except EndBeforeStartError as refused:
        form["end_day"].errors = [refusals.sentence(refused)]
    except PastInstantError as refused:
        form["day"].errors = [refusals.sentence(refused)]
    except DomainError as refused:
        form.form_errors.append(refusals.sentence(refused))
    else:
        return True
    return False


def _stale(form: MomentForm, one: Standing) -> MomentForm:
    """Return a form that was filled in before somebody wrote: what is typed is kept, and may be sent again."""
    form.form_errors.append(
        _("Quelqu’un a écrit ou publié depuis. Regardez l’aperçu, puis envoyez de nouveau si cela convient.")
    )
    form.version.data = str(one.version)
    return form


def _note(action: str, museum: MuseumEntry, kind: str) -> None:
    note(action, by=gate.actor(), now=clock.now(), museum_id=museum.id, after={"block": kind})


def _back(museum: MuseumEntry, kind: str) -> ResponseReturnValue:
    return redirect(url_for(".show", museum=museum.slug, kind=kind), 303)
