"""Who works for the museum: seen by all of them; its managers and the association invite."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain.accounts import MuseumRole, Permission, invitations
from portal.domain.accounts.errors import AlreadyMemberError
from portal.domain.museums import MuseumEntry
from portal.web.dashboard.team.forms import InviteForm
from portal.web.dashboard.team.room import blueprint, page, send
from portal.web.kit import clock, gate
from portal.web.kit.messages import _
from portal.web.kit.once import made_once


@blueprint.get("/")
@gate.requires(Permission.TEAM_READ)
def index(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the team and those invited to it."""
    return page(museum)


@blueprint.post("/")
@gate.requires(Permission.TEAM_MANAGE)
def create(museum: MuseumEntry) -> ResponseReturnValue:
    """Invite somebody; the same form sent twice is one invitation and one letter."""
    form, person, now = InviteForm.sent(museum), gate.actor(), clock.now()
    if not form.validate():
        return page(museum, form=form, status=422)

    def invite() -> str:
        sent = invitations.invite(
            form.email.folded,
            form.name.data,
            MuseumRole(form.role.data),
            museum_id=museum.id,
            language=form.language.data,
            by=person,
            now=now,
        )
        send(museum, sent)
        return url_for(".index", museum=museum.slug)

    try:
        location = made_once(db.session(), form, person.id, now, invite)
    except AlreadyMemberError:
        form.email.errors = [_("Cette personne est déjà dans l’équipe.")]
        return page(museum, form=form, status=422)
    flash(_("L’invitation part à l’instant. Elle vaut sept jours."), "info")
    return redirect(location, 303)
