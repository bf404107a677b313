"""Somebody's roles in museums: one more museum, another role, or none any more."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice

from portal.domain import museums
from portal.domain.accounts import MuseumRole, Permission, team
from portal.domain.accounts.errors import (
    AlreadyMemberError,
    LastManagerError,
    MayNotGrantError,
    NotFoundError,
)
from portal.web import mailers
from portal.web.admin.accounts.acting import refuse
from portal.web.admin.accounts.blueprint import ONE, blueprint, living
from portal.web.kit import clock, gate, labels
from portal.web.kit.fields import filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _, _l

NONE = "aucun"
ROLES = [SelectChoice(role.value, labels.role_name(role)) for role in MuseumRole]


class NewPlaceForm(BaseForm):
    """A museum, and a role in it."""

    museum = SelectField(_l("Musée"), validators=[filled(_l("Choisissez un musée."))])
    role = RadioField(_l("Rôle"), choices=ROLES, default=MuseumRole.EDITOR.value)


class PlaceForm(BaseForm):
    """Another role, or none."""

    role = RadioField(_l("Rôle"), choices=[*ROLES, SelectChoice(NONE, _l("Retirer de ce musée"))])
    hand_over = BooleanField(_l("Confier ce musée à l’association"))


@blueprint.route(f"{ONE}musees/", methods=["GET", "POST"])
@gate.requires(Permission.ACCOUNTS_MANAGE)
def add_place(user_id: int) -> ResponseReturnValue:
    """Open one more museum to somebody."""
    user, form, guide = living(user_id), NewPlaceForm(), museums.guide()
    form.museum.choices = [
        SelectChoice("", _("Choisir…")),
        *(SelectChoice(entry.slug, entry.name.fr) for entry in guide.museums),
    ]
    if form.is_submitted() and form.validate():
        entry = next(entry for entry in guide.museums if entry.slug == form.museum.data)
        role, now = MuseumRole(form.role.data), clock.now()
        try:
            team.add(user, entry.id, role, by=gate.actor(), now=now)
        except AlreadyMemberError:
            form.museum.errors = [_("La personne travaille déjà pour ce musée : changez plutôt son rôle.")]
        else:
            mailers.role_given(user, entry.name, role, now=now)
            flash(_("%(museum)s lui est ouvert. Une lettre le lui dit.", museum=entry.name.fr), "info")
            return redirect(url_for(".show", user_id=user.id), 303)
    page = render_template("admin/accounts/add_place.html", user=user, form=form)
    return page, form.status


@blueprint.route(f"{ONE}musees/<slug:slug>/", methods=["GET", "POST"])
@gate.requires(Permission.ACCOUNTS_MANAGE)
def change_place(user_id: int, slug: str) -> ResponseReturnValue:
    """Change somebody's role in a museum, or take them out of its team."""
    user = living(user_id)
    museum = museums.by_slug(slug) or abort(404)
    place = team.membership_of(museum.id, user.id) or abort(404)
    form = PlaceForm(role=place.role.value)
    if form.is_submitted() and form.validate() and _is_changed(place, form):
        flash(_("C’est changé. La personne se reconnecte pour en profiter."), "info")
        return redirect(url_for(".show", user_id=user.id), 303)
    page = render_template(
        "admin/accounts/change_place.html",
        user=user,
        entry=museums.entry_of(museum),
        form=form,
        is_last=museum.id in team.orphans_if_gone(user.id),
    )
    return page, form.status


def _is_changed(place: team.Member, form: PlaceForm) -> bool:
    by, now, hand_over = gate.actor(), clock.now(), form.hand_over.data
    try:
        if form.role.data == NONE:
            team.remove(place, by=by, now=now, hand_over=hand_over)
        else:
            team.change_role(place, MuseumRole(form.role.data), by=by, now=now, hand_over=hand_over)
    except (LastManagerError, MayNotGrantError) as error:
        refuse(form, error)
        return False
    except NotFoundError:
        abort(404)
    return True
