"""`/admin/musees/`: every museum with who keeps it; what grows old is on top."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from portal.domain import museums
from portal.domain.accounts import Permission, directory, presence
from portal.domain.accounts.presence import Presence, Standing
from portal.web.admin import moments
from portal.web.admin.museums import filters, words
from portal.web.kit import clock, gate, labels
from portal.web.kit.messages import _
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
    )


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
