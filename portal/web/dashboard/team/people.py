"""What changes for somebody of the team: another role, out of the team, one's own leaving."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain.accounts import MuseumRole, Permission, team
from portal.domain.accounts.errors import LastManagerError, NotFoundError
from portal.domain.accounts.team import Member
from portal.domain.museums import MuseumEntry
from portal.web.dashboard.team.forms import ASSOCIATION, LeaveForm, PartingForm
from portal.web.dashboard.team.room import NUMBER, blueprint, member, page, refusing, tell_association
from portal.web.kit import clock, gate, labels, sessions
from portal.web.kit.messages import _


@blueprint.post(f"/{NUMBER}/role/")
@gate.requires(Permission.TEAM_MANAGE)
def update(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Give a member another role."""
    place, form = member(museum, number), PartingForm()
    role = next((role for role in MuseumRole if role.value == request.form.get("role")), None)
    if role is None:
        return page(museum, refusal=_("Choisissez un rôle dans la liste."), status=422)
    hand_over = bool(form.hand_over.data) and _is_associations()
    try:
        with refusing():
            is_handed_over = team.change_role(
                place, role, by=gate.actor(), now=clock.now(), hand_over=hand_over
            )
    except LastManagerError:
        return _refuse_last(museum, place, form, role)
    if is_handed_over:
        tell_association(museum)
    flash(_("Le rôle de %(name)s est changé.", name=place.name or place.email), "info")
    return redirect(url_for(".index", museum=museum.slug), 303)


@blueprint.route(f"/{NUMBER}/retirer/", methods=["GET", "POST"])
@gate.requires(Permission.TEAM_MANAGE)
def delete(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Take somebody else out of the team, once sure."""
    place, form = member(museum, number), PartingForm()
    if place.user_id == gate.actor().id:
        return redirect(url_for(".leave", museum=museum.slug), 303)
    form.is_last = team.is_last_manager(museum.id, place.user_id)
    if not form.validate_on_submit():
        return render_template("dashboard/team/delete.html", place=place, form=form), form.status
    try:
        with refusing():
            is_handed_over = team.remove(place, by=gate.actor(), now=clock.now(), hand_over=form.is_last)
    except LastManagerError:  # somebody was faster: show the team as it now is
        return page(museum, refusal=_("L’équipe vient de changer. Relisez, puis recommencez."), status=409)
    if is_handed_over:
        tell_association(museum)
    flash(_("%(name)s n’est plus dans l’équipe.", name=place.name or place.email), "info")
    return redirect(url_for(".index", museum=museum.slug), 303)


@blueprint.route("/quitter/", methods=["GET", "POST"])
@gate.requires(Permission.TEAM_LEAVE)
def leave(museum: MuseumEntry) -> ResponseReturnValue:
    """Leave the team; the last manager says who takes over."""
    person, form = gate.actor(), LeaveForm()
    place = team.membership_of(museum.id, person.id) or abort(404)
    others = [
        other for other in team.members(museum.id) if other.user_id != person.id and not other.is_disabled
    ]
    is_last = team.is_last_manager(museum.id, person.id)
    form.offer(others)
    if not form.is_submitted() or (is_last and not form.validate()):
        hints = {str(other.id): labels.role_name(other.role) for other in others}
        asked = render_template("dashboard/team/leave.html", form=form, is_last=is_last, hints=hints)
        return asked, form.status
    chosen = form.successor.data if is_last else None
    session = sessions.current()
    try:
        is_handed_over = team.leave(
            place,
            by=person,
            now=clock.now(),
            successor=next((other for other in others if str(other.id) == chosen), None),
            hand_over=chosen == ASSOCIATION,
            but_session=session.number if session else None,
        )
    except (LastManagerError, NotFoundError):  # somebody was faster
        return page(museum, refusal=_("L’équipe vient de changer. Relisez, puis recommencez."), status=409)
    if is_handed_over:
        tell_association(museum)
    flash(_("Vous avez quitté l’équipe. Merci pour ce que vous avez écrit."), "info")
    return redirect(url_for("dashboard.spaces.index"), 303)


def _is_associations() -> bool:
    """Return whether who acts does so for the association, which alone takes a museum over by a change of role."""
    return gate.may(Permission.INVITATIONS_MANAGE)


def _refuse_last(
    museum: MuseumEntry, place: Member, form: PartingForm, role: MuseumRole
) -> ResponseReturnValue:
    """Say that nobody else answers for the museum; the association may take it over here and now."""
    if not _is_associations():
        sentence = _("Personne d’autre n’est responsable du musée : nommez d’abord quelqu’un.")
        return page(museum, refusal=sentence, status=409)
    return render_template("dashboard/team/role.html", place=place, form=form, role=role), 409
