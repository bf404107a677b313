"""Saying that the hours are still right, and asking a colleague to say it from a letter."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from portal.db import db
from portal.domain import hours
from portal.domain.accounts import MuseumRole, Permission, roster
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.roster import Member
from portal.domain.museums import MuseumEntry
from portal.web import hour_letters
from portal.web.kit import clock, gate, hour_summary, redirects
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, _l
from portal.web.kit.once import CreateForm, made_once

blueprint = Blueprint("confirmation", __name__, url_prefix="/horaires/toujours-exact")


class LetterForm(CreateForm):
    """Who the letter goes to."""

    reader = SelectField(_l("À qui ?"), coerce=int)


@blueprint.get("/")
@gate.requires(Permission.CONTENT_PUBLISH)
def show(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the hours as the public reads them, and the two ways to say that they are right."""
    return _page(museum, _letter_form(museum))


@blueprint.post("/")
@gate.requires(Permission.CONTENT_PUBLISH)
def create(museum: MuseumEntry) -> ResponseReturnValue:
    """Keep that the hours are right as they stand."""
    if hours.of(museum.id).is_empty:
        flash(_("Écrivez d’abord vos horaires : il n’y a rien à confirmer."), "warning")
        return redirect(url_for("dashboard.hours.edit", museum=museum.slug), 303)
    now = clock.now()
    hours.confirm(db.session(), museum.id, by_id=gate.actor().id, now=now)
    note("hours.confirmed", by=gate.actor(), now=now, museum_id=museum.id, after={"block": "hours"})
    flash(_("C’est noté : la page publique dit que les horaires sont confirmés aujourd’hui."), "info")
    return redirect(redirects.back(url_for("dashboard.hours.edit", museum=museum.slug)), 303)


@blueprint.post("/lettre/")
@gate.requires(Permission.CONTENT_PUBLISH)
def send(museum: MuseumEntry) -> ResponseReturnValue:
    """Send the letter to somebody of the team; the same form sent twice is one letter."""
    form = _letter_form(museum)
    if not form.validate():
        return _page(museum, form), 422
    member = next(member for member in _readers(museum) if member.user_id == form.reader.data)

    def write() -> str:
        sent = hour_letters.ask(museum, [member.user_id], sender=gate.actor().name, by=gate.actor())
        if sent:
            flash(_("La lettre part pour %(name)s. Son lien vaut trente jours.", name=member.name), "info")
        else:
            flash(_("Écrivez d’abord vos horaires : il n’y a rien à confirmer."), "warning")
        return url_for(".show", museum=museum.slug)

    return redirect(made_once(db.session(), form, gate.actor().id, clock.now(), write), 303)


def _readers(museum: MuseumEntry) -> list[Member]:
    """Return those of the team who publish, and so may confirm."""
    return [
        member
        for member in roster.members(museum.id)
        if member.role in {MuseumRole.MANAGER, MuseumRole.EDITOR} and not member.is_disabled and member.email
    ]


def _letter_form(museum: MuseumEntry) -> LetterForm:
    form = LetterForm()
    form.reader.choices = [
        SelectChoice(member.user_id, member.name or member.email) for member in _readers(museum)
    ]
    return form


def _page(museum: MuseumEntry, form: LetterForm) -> str:
    kept = hours.of(museum.id)
    return render_template(
        "dashboard/confirmation/show.html",
        said=hour_summary.summary(kept.schedule, clock.today(), page_language()),
        confirmed_at=kept.confirmed_at,
        form=form,
    )
