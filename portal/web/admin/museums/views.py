"""`/admin/musees/`: every museum with who keeps it; what grows old is on top."""

import secrets

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import museums
from portal.domain.accounts import MuseumRole, Permission, directory, presence, roster
from portal.domain.accounts.presence import Presence, Standing
from portal.web import hour_letters
from portal.web.admin import moments
from portal.web.admin.museums import filters, words
from portal.web.kit import clock, gate, labels
from portal.web.kit.messages import _, ngettext
from portal.web.kit.once import CreateForm, made_once
from portal.web.kit.pagination import Page
from portal.web.kit.spreadsheets import csv_answer

blueprint = Blueprint("museums", __name__, url_prefix="/musees")

PER_PAGE = 50


@blueprint.get("/")
@gate.requires(Permission.MUSEUMS_READ)
def index() -> ResponseReturnValue:
    """Show the museums that answer what is asked."""
    asked, now = filters.read(request.args), clock.now()
    everywhere = presence.everywhere(directory.everybody(), now)
    found = filters.seek(everywhere, asked, now, with_people=gate.may(Permission.PEOPLE_READ))
    page = Page.of(found, asked.page, PER_PAGE)
    if page is None:
        abort(404)
    standings = [each.standing for each in everywhere]
    return render_template(
        "admin/museums/index.html",
        asked=asked,
        page=page,
        total=len(found),
        departement_choices=[(d.code, d.name.fr) for d in museums.guide().departements.values()],
        standing_choices=[(standing.value, name) for standing, name in words.STANDINGS.items()],
        standings=words.STANDINGS,
        words=words,
        counts={standing: standings.count(standing) for standing in Standing},
        old=sum(filters.is_old(each, now) for each in everywhere),
        is_old=filters.is_old,
        now=now,
        moments=moments,
        new_key=lambda: secrets.token_urlsafe(24),
    )


@blueprint.post("/<int:museum_id>/horaires/")
@gate.requires(Permission.INVITATIONS_MANAGE)
def ask_hours(museum_id: int) -> ResponseReturnValue:
    """Ask those who publish for a museum whether its hours are still right."""
    museum = museums.guide().by_id.get(museum_id) or abort(404)
    form, person = CreateForm(), gate.actor()

    def write() -> str:
        readers = [
            member.user_id
            for member in roster.members(museum.id)
            if member.role in {MuseumRole.MANAGER, MuseumRole.EDITOR} and not member.is_disabled
        ]
        sent = hour_letters.ask(museum, readers, sender=person.name, by=person)
        if sent:
            said = ngettext(
                "La lettre part pour %(num)s personne : %(museum)s.",
                "La lettre part pour %(num)s personnes : %(museum)s.",
                sent,
                museum=museum.name.fr,
            )
            flash(said, "info")
        else:
            flash(_("Aucune lettre : ce musée n’a pas d’horaires écrits, ou personne qui publie."), "warning")
        return url_for(".index", q=museum.name.fr)

    return redirect(made_once(db.session(), form, person.id, clock.now(), write), 303)


@blueprint.get("/musees.csv")
@gate.requires(Permission.MUSEUMS_READ)
def export() -> ResponseReturnValue:
    """Give the museums that answer what is asked as a spreadsheet."""
    asked, now = filters.read(request.args), clock.now()
    with_people = gate.may(Permission.PEOPLE_READ)
    everywhere = presence.everywhere(directory.everybody(), now)
    head = [_("Musée"), _("Commune"), _("Département"), _("Muséofile"), _("Mise à jour"), _("Compte")]
    found = filters.seek(everywhere, asked, now, with_people=with_people)
    rows = [_row(each, with_people=with_people) for each in found]
    return csv_answer("musees", [*head, _("Personnes")] if with_people else head, rows)


def _row(each: Presence, *, with_people: bool) -> list[str]:
    museum = each.museum
    row = [
        museum.name.fr,
        museum.town.name.fr,
        museum.departement.name.fr,
        museum.museofile_id or "",
        museum.updated_at.date().isoformat(),
        words.standing(each),
    ]
    people = [f"{member.account.name} ({labels.role_name(member.role)})" for member in each.people]
    return [*row, ", ".join(people)] if with_people else row
