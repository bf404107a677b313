"""Who works for the museum: seen by all of them; its managers and the association invite."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from portal.domain.accounts import MuseumRole, Permission, invitations
from portal.domain.accounts.errors import AlreadyMemberError
from portal.domain.museums import MuseumEntry
from portal.web.dashboard.team.forms import InviteForm
from portal.web.dashboard.team.room import blueprint, page, send
from portal.web.kit import clock, gate
from portal.web.kit.messages import _


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
    if form.key.is_first(person.id, now):
        try:
            sent = invitations.invite(
                form.email.folded,
                form.name.data,
                MuseumRole(form.role.data),
                museum_id=museum.id,
                language=form.language.data,
                by=person,
                now=now,
            )
        except AlreadyMemberError:
            form.email.errors = [_("Cette personne est déjà dans l’équipe.")]
            return page(museum, form=form, status=422)
        send(museum, sent)
    flash(_("L’invitation part à l’instant. Elle vaut sept jours."), "info")
    return redirect(url_for(".index", museum=museum.slug), 303)
