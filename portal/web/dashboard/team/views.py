"""Who works for the museum: seen by all of them, changed by its managers and the association."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain import revisions
from portal.domain.accounts import MuseumRole, Permission, administrators, invitations, team
from portal.domain.accounts.errors import (
    AlreadyMemberError,
    InvitationClosedError,
    LastManagerError,
    MayNotGrantError,
    NotFoundError,
)
from portal.domain.accounts.models import Invitation, Membership
from portal.domain.museums import MuseumEntry
from portal.web import mailers
from portal.web.dashboard.team.forms import AddressCorrectionForm, InviteForm, LeaveForm, RoleForm, roles_for
from portal.web.kit import clock, gate
from portal.web.kit.messages import _

blueprint = Blueprint("team", __name__, url_prefix="/equipe")

ASSOCIATION = "association"


@blueprint.get("/")
@gate.requires(Permission.TEAM_READ)
def index(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the team and those invited to it."""
    return _page(museum)


@blueprint.post("/inviter/")
@gate.requires(Permission.TEAM_MANAGE)
def create(museum: MuseumEntry) -> ResponseReturnValue:
    """Invite somebody; sent twice, it is one invitation and one letter."""
    form, person, now = _invite_form(museum), gate.actor(), clock.now()
    here = url_for(".index", museum=museum.slug)
    if not form.validate():
        return _page(museum, form)
    is_first, _location = revisions.claim(form.key.data or "", person.id, now)
    if not is_first:
        return redirect(here, 303)
    try:
        invitation, secret = invitations.invite(
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
        return _page(museum, form)
    _send(museum, invitation, secret)
    flash(_("L’invitation part à l’instant. Elle vaut sept jours."), "info")
    return redirect(here, 303)


@blueprint.post("/<int:member_id>/role/")
@gate.requires(Permission.TEAM_MANAGE)
def update(museum: MuseumEntry, member_id: int) -> ResponseReturnValue:
    """Give a member another role."""
    place, form = _member(museum, member_id), RoleForm()
    form.role.choices = roles_for(gate.actor(), museum.id)
    if not form.validate():
        abort(422)
    try:
        team.change_role(place, MuseumRole(form.role.data), by=gate.actor(), now=clock.now())
    except LastManagerError:
        flash(_("C’est la dernière personne responsable : nommez-en d’abord une autre."), "warning")
    except MayNotGrantError:
        abort(403)
    else:
        flash(_("Le rôle de %(name)s est changé.", name=place.user.name), "info")
    return redirect(url_for(".index", museum=museum.slug), 303)


@blueprint.route("/<int:member_id>/retirer/", methods=["GET", "POST"])
@gate.requires(Permission.TEAM_MANAGE)
def delete(museum: MuseumEntry, member_id: int) -> ResponseReturnValue:
    """Take somebody out of the team, once sure."""
    place = _member(museum, member_id)
    if place.user_id == gate.actor().id:
        return redirect(url_for(".leave", museum=museum.slug), 303)
    form = RoleForm()
    if not form.is_submitted():
        return render_template("dashboard/team/delete.html", place=place)
    name = place.user.name
    try:
        team.remove(place, by=gate.actor(), now=clock.now())
    except LastManagerError:
        flash(_("C’est la dernière personne responsable : nommez-en d’abord une autre."), "warning")
    except MayNotGrantError:
        abort(403)
    else:
        flash(_("%(name)s n’est plus dans l’équipe.", name=name), "info")
    return redirect(url_for(".index", museum=museum.slug), 303)


@blueprint.route("/partir/", methods=["GET", "POST"])
@gate.requires(Permission.TEAM_LEAVE)
def leave(museum: MuseumEntry) -> ResponseReturnValue:
    """Leave the team; the last manager says who takes over."""
    place = team.membership_of(museum.id, gate.actor().id) or abort(404)
    others = [member for member in team.members(museum.id) if member.id != place.id]
    is_last = place.role is MuseumRole.MANAGER and all(
        other.role is not MuseumRole.MANAGER for other in others
    )
    form = LeaveForm()
    form.successor.choices = [(str(other.id), other.user.name) for other in others]
    form.successor.choices += [(ASSOCIATION, _("L’association des musées"))]
    if not form.is_submitted():
        return render_template("dashboard/team/leave.html", form=form, is_last=is_last)
    if is_last and not form.validate():
        form.successor.errors = [_("Choisissez qui prend la suite.")]
        return render_template("dashboard/team/leave.html", form=form, is_last=is_last), 422
    return _leave(museum, place, others, form.successor.data if is_last else None)


@blueprint.post("/invitations/<int:invitation_id>/renvoyer/")
@gate.requires(Permission.TEAM_MANAGE)
def send_again(museum: MuseumEntry, invitation_id: int) -> ResponseReturnValue:
    """Send an invitation again, to a corrected address if one is given: only the new link works."""
    invitation, form = _invitation(museum, invitation_id), AddressCorrectionForm(prefix=f"i{invitation_id}-")
    if not form.email.data:
        form.email.data = invitation.email
    if not form.validate():
        flash(_("Cette adresse n’est pas entière : l’invitation n’est pas repartie."), "warning")
        return redirect(url_for(".index", museum=museum.slug), 303)
    try:
        secret = invitations.send_again(invitation, by=gate.actor(), now=clock.now(), email=form.email.folded)
    except AlreadyMemberError:
        flash(_("Cette personne est déjà dans l’équipe."), "warning")
    except InvitationClosedError:
        flash(_("Cette invitation a déjà reçu sa réponse."), "warning")
    except MayNotGrantError:
        abort(403)
    else:
        _send(museum, invitation, secret)
        flash(_("L’invitation repart à l’instant. Seul le nouveau lien est valable."), "info")
    return redirect(url_for(".index", museum=museum.slug), 303)


@blueprint.post("/invitations/<int:invitation_id>/annuler/")
@gate.requires(Permission.TEAM_MANAGE)
def revoke(museum: MuseumEntry, invitation_id: int) -> ResponseReturnValue:
    """Take an invitation back."""
    try:
        invitations.revoke(_invitation(museum, invitation_id), by=gate.actor(), now=clock.now())
    except InvitationClosedError:
        flash(_("Cette invitation a déjà reçu sa réponse."), "warning")
    except MayNotGrantError:
        abort(403)
    else:
        flash(_("L’invitation est annulée, son lien ne marche plus."), "info")
    return redirect(url_for(".index", museum=museum.slug), 303)


def _leave(
    museum: MuseumEntry, place: Membership, others: list[Membership], successor: str | None
) -> ResponseReturnValue:
    chosen = next((other for other in others if str(other.id) == successor), None)
    now = clock.now()
    try:
        team.leave(place, by=gate.actor(), now=now, successor=chosen, hand_over=successor == ASSOCIATION)
    except LastManagerError:  # somebody else has just left
        flash(
            _("Vous êtes maintenant la dernière personne responsable : dites qui prend la suite."), "warning"
        )
        return redirect(url_for(".leave", museum=museum.slug), 303)
    if successor == ASSOCIATION:
        for admin in administrators.all_of_them():
            mailers.handed_over(admin, museum.name, now=now)
    return redirect(url_for("dashboard.spaces.index"), 303)


def _send(museum: MuseumEntry, invitation: Invitation, secret: str) -> None:
    person = gate.actor()
    mailers.invitation(
        invitation, secret, museum=museum.name, inviter=person.name or person.email, now=clock.now()
    )


def _member(museum: MuseumEntry, member_id: int) -> Membership:
    try:
        return team.member(museum.id, member_id)
    except NotFoundError:
        abort(404)


def _invitation(museum: MuseumEntry, invitation_id: int) -> Invitation:
    try:
        return invitations.of_museum(museum.id, invitation_id)
    except NotFoundError:
        abort(404)


def _invite_form(museum: MuseumEntry, **kwargs: object) -> InviteForm:
    form = InviteForm(**kwargs)
    form.role.choices = roles_for(gate.actor(), museum.id)
    return form


def _page(museum: MuseumEntry, sent: InviteForm | None = None) -> ResponseReturnValue:
    now = clock.now()
    form = sent or _invite_form(museum, formdata=None, role=MuseumRole.EDITOR.value, language="fr")
    if sent is None:
        form.key.data = revisions.new_key()
    waiting = [
        (invitation, invitations.state(invitation, now)) for invitation in invitations.pending(museum.id)
    ]
    page = render_template(
        "dashboard/team/index.html",
        members=team.members(museum.id),
        waiting=waiting,
        form=form,
        corrections={
            one.id: AddressCorrectionForm(prefix=f"i{one.id}-", formdata=None, email=one.email)
            for one, _state in waiting
        },
        roles=roles_for(gate.actor(), museum.id),
    )
    return page, 422 if sent and sent.errors else 200
