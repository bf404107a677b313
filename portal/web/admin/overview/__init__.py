"""`/admin/`: who is where, and what calls for somebody; each sees only what they may."""

from dataclasses import dataclass

from flask import Blueprint, Flask, current_app, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain import hours
from portal.domain.accounts import Permission, directory, presence
from portal.domain.accounts.presence import Standing
from portal.web.admin import moments
from portal.web.kit import clock, gate, rooms
from portal.web.kit.messages import _l, ngettext

blueprint = Blueprint("overview", __name__)

SHOWN = 6


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.admin_room(
        app, rooms.Room("admin.overview.show", _l("Accueil"), "house", Permission.ADMINISTRATION_ENTER)
    )


@dataclass(frozen=True)
class Figure:
    """A number that leads to its list."""

    number: int
    words: str
    address: str


@blueprint.get("/")
@gate.requires(Permission.ADMINISTRATION_ENTER)
def show() -> ResponseReturnValue:
    """Show the figures that call for attention, and the first of those they count."""
    now = clock.now()
    accounts = directory.everybody()
    everywhere = presence.everywhere(accounts, now)
    empty = [each for each in everywhere if each.standing is Standing.NOBODY]
    waiting = [each for each in everywhere if each.standing in {Standing.INVITED, Standing.EXPIRED}]
    dormant = sorted(
        (account for account in accounts if account.is_dormant(now)),
        key=lambda account: account.signed_in_at or account.created_at,
    )
    bounced = [account for account in accounts if account.state is directory.State.BOUNCED]
    return render_template(
        "admin/overview/show.html",
        figures=_museum_figures(len(everywhere), everywhere) + _account_figures(accounts),
        empty=empty[:SHOWN],
        more_empty=len(empty) - SHOWN,
        waiting=waiting[:SHOWN],
        dormant=dormant[:SHOWN],
        bounced=bounced[:SHOWN],
        moments=moments,
        school=hours.school_calendar(),
        today=clock.today(),
        has_invitations="admin.invitations.index" in current_app.view_functions,
    )


def _museum_figures(total: int, everywhere: list[presence.Presence]) -> list[Figure]:
    if not gate.may(Permission.MUSEUMS_READ):
        return []
    standings = [each.standing for each in everywhere]
    nobody = standings.count(Standing.NOBODY)
    invited = standings.count(Standing.INVITED)
    unanswered = standings.count(Standing.EXPIRED)
    index = "admin.museums.index"
    return [
        Figure(total, ngettext("musée au registre", "musées au registre", total), url_for(index)),
        Figure(
            nobody,
            ngettext("musée sans personne", "musées sans personne", nobody),
            url_for(index, compte=Standing.NOBODY.value),
        ),
        Figure(
            invited,
            ngettext("musée invité, qui peut répondre", "musées invités, qui peuvent répondre", invited),
            url_for(index, compte=Standing.INVITED.value),
        ),
        Figure(
            unanswered,
            ngettext("invitation sans réponse", "invitations sans réponse", unanswered),
            url_for(index, compte=Standing.EXPIRED.value),
        ),
    ]


def _account_figures(accounts: list[directory.Account]) -> list[Figure]:
    if not gate.may(Permission.ACCOUNTS_MANAGE):
        return []
    counted = directory.figures(accounts, clock.now())
    index = "admin.accounts.index"
    return [
        Figure(
            counted.dormant,
            ngettext("compte dormant depuis un an", "comptes dormants depuis un an", counted.dormant),
            url_for(index, visite="dormant", tri="visite"),
        ),
        Figure(
            counted.bounced,
            ngettext("adresse qui ne répond plus", "adresses qui ne répondent plus", counted.bounced),
            url_for(index, etat="courrier-revenu"),
        ),
    ]
