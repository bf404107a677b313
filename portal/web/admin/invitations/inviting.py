"""Inviting one person, to any museum or to the association: choose, read the letter again, send."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from portal.db import db
from portal.domain import museums
from portal.domain.accounts import (
    AssociationRole,
    Invitation,
    MuseumRole,
    Permission,
    Role,
    invitations,
    team,
)
from portal.domain.accounts.errors import AlreadyMemberError
from portal.domain.museums import MuseumEntry
from portal.web import mailers
from portal.web.admin.invitations.room import blueprint, refusing, send
from portal.web.kit import clock, gate
from portal.web.kit.fields import AddressField, NameField, filled
from portal.web.kit.labels import role_name
from portal.web.kit.messages import _, _l
from portal.web.kit.once import CreateForm, made_once

ASSOCIATION = "association"
ROLES: dict[str, Role] = {role.value: role for role in (*MuseumRole, *AssociationRole)}


class InviteForm(CreateForm):
    """Where, who, as what."""

    house = SelectField(_l("Musée"), validators=[filled(_l("Choisissez un musée, ou l’association."))])
    name = NameField(_l("Prénom et nom"), (filled(_l("Écrivez un nom.")),))
    email = AddressField(_l("Courriel professionnel"), (filled(_l("Écrivez une adresse de courriel.")),))
    role = RadioField(
        _l("Ce que la personne pourra faire"),
        choices=[SelectChoice(value, role_name(role)) for value, role in ROLES.items()],
        validators=[filled(_l("Choisissez un rôle."))],
    )
    language = RadioField(
        _l("Langue de la lettre"),
        choices=[SelectChoice("fr", _l("Français")), SelectChoice("oc", _l("Occitan"))],
        validators=[filled(_l("Choisissez une langue."))],
    )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        entries = museums.guide().museums
        self.house.choices = [
            SelectChoice("", _l("Choisir…")),
            SelectChoice(ASSOCIATION, _l("L’association des musées")),
            *(SelectChoice(entry.slug, f"{entry.name.fr}, {entry.town.name.fr}") for entry in entries),
        ]

    def validate_role(self, field: Any) -> None:
        """Check that a museum's role goes with a museum, and the association's with the association."""
        is_association = isinstance(ROLES.get(field.data), AssociationRole)
        if self.house.data and is_association != (self.house.data == ASSOCIATION):
            raise ValidationError(
                _("Les trois premiers rôles sont ceux d’un musée, les autres ceux de l’association.")
            )

    @property
    def museum(self) -> MuseumEntry | None:
        """The museum chosen."""
        return next((one for one in museums.guide().museums if one.slug == self.house.data), None)

    @property
    def chosen_role(self) -> Role:
        """The role chosen."""
        return ROLES[self.role.data]


@blueprint.get("/inviter/")
@gate.requires(Permission.INVITATIONS_MANAGE)
def new() -> ResponseReturnValue:
    """Show the form, with the museum that was pressed where there is one."""
    asked = request.args.get("musee", "")
    known = {choice.slug for choice in museums.guide().museums} | {ASSOCIATION}
    house = asked if asked in known else ""
    return _page(InviteForm(formdata=None, house=house, role=MuseumRole.MANAGER.value, language="fr"))


@blueprint.post("/inviter/")
@gate.requires(Permission.INVITATIONS_MANAGE)
def create() -> ResponseReturnValue:
    """Show the letter that would leave; once read again, send it."""
    form, person, now = InviteForm(), gate.actor(), clock.now()
    if not form.validate():
        return _page(form)
    if request.form.get("etape") != "envoyer":
        return _page(form, letter=_letter(form))

    def invite() -> str:
        with refusing():
            sent = invitations.invite(
                form.email.folded,
                form.name.data,
                form.chosen_role,
                museum_id=form.museum.id if form.museum else None,
                by=person,
                now=now,
                language=form.language.data,
            )
        send(sent)
        return url_for(".index")

    try:
        location = made_once(db.session(), form, person.id, now, invite)
    except AlreadyMemberError:
        form.email.errors = [_("Cette personne a déjà ce rôle, ou travaille déjà pour ce musée.")]
        return _page(form)
    flash(_("L’invitation part à l’instant. Elle vaut sept jours."), "info")
    return redirect(location, 303)


def _letter(form: InviteForm) -> mailers.Draft:
    """Return the letter as it would leave, for an invitation that nobody keeps."""
    person, role = gate.actor(), form.chosen_role
    unsent = Invitation(
        email=form.email.folded,
        name=form.name.data,
        language=form.language.data,
        museum_role=role if isinstance(role, MuseumRole) else None,
        association_role=role if isinstance(role, AssociationRole) else None,
        expires_at=clock.now() + invitations.LASTS,
    )
    museum = form.museum.name if form.museum else None
    return mailers.invitation_draft(unsent, museum=museum, inviter=person.name or person.email)


def _page(form: InviteForm, letter: mailers.Draft | None = None) -> ResponseReturnValue:
    page = render_template(
        "admin/invitations/new.html",
        form=form,
        letter=letter,
        entry=form.museum,
        actives=len(team.members(form.museum.id)) if form.museum else 0,
    )
    return page, form.status
