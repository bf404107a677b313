"""Announcing an outage in few taps, prolonging it, saying that it is repaired: public at the very next request."""

import secrets

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import access, revisions
from portal.domain.access import AccessRefusedError, Outage, snapshots
from portal.domain.access.errors import TooManyOutagesError
from portal.domain.access.outages import Change
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.errors import DomainError
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import NotPendingError, PlannedError
from portal.web.dashboard.access import refused
from portal.web.dashboard.access.blueprint import blueprint
from portal.web.dashboard.access.outage_forms import OTHER, UNTIL, EndForm, OutageForm, usual
from portal.web.kit import access as words
from portal.web.kit import authors, clock, gate, redirects, refusals
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _
from portal.web.kit.once import made_once

_NAMES = {"from": "first", "words.fr": "words_fr", "words.oc": "words_oc"}


@blueprint.route("/panne/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_DRAFT)
def create(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the form; sent, announce the outage or propose it."""
    form = OutageForm(data={"what": usual(museum.id)})
    if not form.is_submitted():
        return _page(form)
    is_valid, today = form.validate(), clock.today()
    try:
        outage = access.checked_outage(form.typed(), today, id_=secrets.token_hex(4))
        if is_valid:
            change, user_id = access.announcing(outage, today), gate.actor().id
            location = made_once(
                db.session(), form, user_id, clock.now(), lambda: _change(museum, change, _announced(outage))
            )
            return redirect(location, 303)
    except AccessRefusedError as error:
        _tell(form, error)
    except TooManyOutagesError as error:
        form.form_errors.append(refused.sentence(error))
    except PlannedError as planned:
        form.form_errors.append(refusals.sentence(planned))
    return _page(form), 422


@blueprint.post("/panne/<id_>/reparee/")
@gate.requires(Permission.CONTENT_DRAFT)
def mend(museum: MuseumEntry, id_: str) -> ResponseReturnValue:
    """Say that it is repaired: it has no effect from this moment on."""
    outage = _outage(museum, id_)
    name = words.outage_name(outage.what, page_language())
    said = _("%(thing)s : c’est réparé. La page publique ne le dit plus.", thing=name)
    try:
        return redirect(redirects.back(_change(museum, access.mending(id_, clock.today()), said)), 303)
    except PlannedError as planned:
        flash(refusals.sentence(planned), "warning")
        return redirect(url_for(".edit", museum=museum.slug), 303)


@blueprint.route("/panne/<id_>/prolonger/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_DRAFT)
def prolong(museum: MuseumEntry, id_: str) -> ResponseReturnValue:
    """Show the form of another end; sent, keep it."""
    outage, form, today = _outage(museum, id_), EndForm(), clock.today()
    if not form.is_submitted():
        return _prolonging(outage, form)
    if form.validate():
        try:
            last = access.checked_end(form.end(), outage, today)
            change, said = access.prolonging(id_, last, today), _("La nouvelle fin est annoncée.")
            location = made_once(
                db.session(), form, gate.actor().id, clock.now(), lambda: _change(museum, change, said)
            )
            return redirect(location, 303)
        except PlannedError as planned:
            form.form_errors.append(refusals.sentence(planned))
        except DomainError as error:
            form.last.errors = [refused.sentence(error)]
    return _prolonging(outage, form), 422


@blueprint.post("/panne/publier/")
@gate.requires(Permission.CONTENT_PUBLISH)
def accept(museum: MuseumEntry) -> ResponseReturnValue:
    """Publish what somebody proposed."""
    pending = revisions.pending(db.session(), access.outages_key(museum.id))
    if pending is None:
        flash(refusals.sentence(NotPendingError()), "warning")
        return redirect(url_for(".edit", museum=museum.slug), 303)
    try:
        revisions.publish(db.session(), pending, by=authors.author(museum), now=clock.now())
    except NotPendingError as gone:
        flash(refusals.sentence(gone), "warning")
    else:
        _note("content.published", museum)
        flash(_("C’est en ligne."), "info")
        return redirect(url_for("dashboard.receipt.show", museum=museum.slug, part="pannes"), 303)
    return redirect(url_for(".edit", museum=museum.slug), 303)


def _change(museum: MuseumEntry, change: Change, said: str) -> str:
    """Publish or propose a change of what does not work; return where to go."""
    session, key, now, by = db.session(), access.outages_key(museum.id), clock.now(), authors.author(museum)
    if gate.may(Permission.CONTENT_PUBLISH):
        done, action = revisions.amend(session, key, change, by=by, now=now), "content.published"
    else:
        done, action = revisions.propose(session, key, change, by=by, now=now), "content.submitted"
        said = _("C’est proposé à qui publie pour le musée. Prévenez-le si c’est pour aujourd’hui.")
    if done is None:
        flash(_("Rien n’a changé : la page publique dit déjà cela."), "info")
    else:
        _note(action, museum)
        flash(said, "info")
    if done is not None and action == "content.published":
        return url_for("dashboard.receipt.show", museum=museum.slug, part="pannes")
    return url_for(".edit", museum=museum.slug)


def _outage(museum: MuseumEntry, id_: str) -> Outage:
    """Return an outage that is announced or proposed, or 404."""
    head = revisions.head(db.session(), access.outages_key(museum.id))
    contents = [one.content for one in (head.live, head.pending) if one is not None]
    found = (one for content in contents for one in snapshots.outages_of(content) if one.id == id_)
    return next(found, None) or abort(404)


def _announced(outage: Outage) -> str:
    today, language = clock.today(), page_language()
    said = words.outage_words(outage, today, today, language)
    return _("C’est annoncé. La page publique dit : %(said)s.", said=said)


def _tell(form: OutageForm, error: AccessRefusedError) -> None:
    names = _NAMES | {"what": "other" if form.what.data == OTHER else "what"}
    names |= {"to": "last" if form.until.data == UNTIL else "until"}
    refused.tell(form, error.errors, names)
    if "what" in error.errors and not form.what.data:
        form.what.errors = [_("Dites ce qui ne marche pas.")]


def _page(form: OutageForm) -> str:
    return render_template("dashboard/access/outage.html", form=form)


def _prolonging(outage: Outage, form: EndForm) -> str:
    today, language = clock.today(), page_language()
    return render_template(
        "dashboard/access/prolong.html",
        form=form,
        outage=outage,
        said=words.outage_words(outage, today, today, language),
    )


def _note(action: str, museum: MuseumEntry) -> None:
    after = {"block": access.OUTAGES.kind}
    note(action, by=gate.actor(), now=clock.now(), museum_id=museum.id, after=after)
