"""What is done with an invitation on its way: sent again, corrected, taken back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain.accounts import Invitation, Permission, invitations
from portal.domain.accounts.errors import AlreadyInvitedError, AlreadyMemberError
from portal.domain.museums import MuseumEntry
from portal.web.dashboard.team.forms import CorrectionForm
from portal.web.dashboard.team.room import NUMBER, blueprint, refusing, send
from portal.web.kit import clock, gate
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _


@blueprint.post(f"/invitations/{NUMBER}/renvoyer/")
@gate.requires(Permission.TEAM_MANAGE)
def send_again(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Send an invitation again: only the new link works."""
    invitation = _invitation(museum, number)
    with refusing():
        sent = invitations.send_again(invitation.id, by=gate.actor(), now=clock.now(), museum_id=museum.id)
    send(museum, sent)
    flash(_("L’invitation repart à l’instant. Seul le nouveau lien est valable."), "info")
    return redirect(url_for(".index", museum=museum.slug), 303)


@blueprint.route(f"/invitations/{NUMBER}/corriger/", methods=["GET", "POST"])
@gate.requires(Permission.TEAM_MANAGE)
def correct(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Send an invitation to the right address."""
    invitation = _invitation(museum, number)
    form = CorrectionForm(email=invitation.email)
    if form.validate_on_submit():
        try:
            with refusing():
                sent = invitations.correct(
                    invitation.id, form.email.folded, by=gate.actor(), now=clock.now(), museum_id=museum.id
                )
        except AlreadyMemberError:
            form.email.errors = [_("Cette personne est déjà dans l’équipe.")]
        except AlreadyInvitedError:
            form.email.errors = [_("Une autre invitation attend déjà à cette adresse.")]
        else:
            send(museum, sent)
            flash(_("L’invitation part à la nouvelle adresse. Seul le nouveau lien est valable."), "info")
            return redirect(url_for(".index", museum=museum.slug), 303)
    return render_template("dashboard/team/correct.html", form=form, invitation=invitation), form.status


@blueprint.route(f"/invitations/{NUMBER}/annuler/", methods=["GET", "POST"])
@gate.requires(Permission.TEAM_MANAGE)
def revoke(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Take an invitation back, once sure."""
    invitation = _invitation(museum, number)
    if not BaseForm().validate_on_submit():
        return render_template("dashboard/team/revoke.html", invitation=invitation)
    with refusing():
        invitations.revoke(invitation.id, by=gate.actor(), now=clock.now(), museum_id=museum.id)
    flash(_("L’invitation est annulée, son lien n’ouvre plus rien."), "info")
    return redirect(url_for(".index", museum=museum.slug), 303)


def _invitation(museum: MuseumEntry, number: int) -> Invitation:
    """Return one of the museum's pending invitations, or answer that there is no such page."""
    with refusing():
        return invitations.find(number, museum.id)
