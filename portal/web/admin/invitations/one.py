"""What is done with one invitation: sent again, corrected, taken back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain import museums
from portal.domain.accounts import Invitation, Permission, invitations
from portal.domain.accounts.errors import AlreadyInvitedError, AlreadyMemberError
from portal.web.admin.invitations.room import NUMBER, blueprint, refusing, send
from portal.web.kit import clock, gate
from portal.web.kit.fields import AddressField, filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _, _l


class CorrectionForm(BaseForm):
    """The right address of somebody invited."""

    email = AddressField(_l("Courriel"), (filled(_l("Écrivez une adresse de courriel.")),))


@blueprint.post(f"/{NUMBER}/renvoyer/")
@gate.requires(Permission.INVITATIONS_MANAGE)
def send_again(number: int) -> ResponseReturnValue:
    """Send an invitation again: only the new link works."""
    with refusing():
        send(invitations.send_again(number, by=gate.actor(), now=clock.now()))
    flash(_("L’invitation repart à l’instant. Seul le nouveau lien est valable."), "info")
    return redirect(url_for(".index"), 303)


@blueprint.route(f"/{NUMBER}/corriger/", methods=["GET", "POST"])
@gate.requires(Permission.INVITATIONS_MANAGE)
def correct(number: int) -> ResponseReturnValue:
    """Send an invitation to the right address."""
    invitation = _invitation(number)
    form = CorrectionForm(email=invitation.email)
    if form.validate_on_submit():
        try:
            with refusing():
                sent = invitations.correct(number, form.email.folded, by=gate.actor(), now=clock.now())
        except AlreadyMemberError:
            form.email.errors = [_("Cette personne est déjà dans l’équipe.")]
        except AlreadyInvitedError:
            form.email.errors = [_("Une autre invitation attend déjà à cette adresse.")]
        else:
            send(sent)
            flash(_("L’invitation part à la nouvelle adresse. Seul le nouveau lien est valable."), "info")
            return redirect(url_for(".index"), 303)
    return _page("correct", invitation, form), form.status


@blueprint.route(f"/{NUMBER}/revoquer/", methods=["GET", "POST"])
@gate.requires(Permission.INVITATIONS_MANAGE)
def revoke(number: int) -> ResponseReturnValue:
    """Take an invitation back, once sure."""
    invitation, form = _invitation(number), BaseForm()
    if not form.validate_on_submit():
        return _page("revoke", invitation, form)
    with refusing():
        invitations.revoke(number, by=gate.actor(), now=clock.now())
    flash(_("L’invitation est annulée, son lien n’ouvre plus rien."), "info")
    return redirect(url_for(".index"), 303)


def _invitation(number: int) -> Invitation:
    with refusing():
        return invitations.find(number)


def _page(name: str, invitation: Invitation, form: BaseForm) -> str:
    entry = museums.guide().by_id.get(invitation.museum_id or 0)
    return render_template(f"admin/invitations/{name}.html", invitation=invitation, entry=entry, form=form)
