"""The forms of a team: invite, give another role, leave."""

from wtforms import HiddenField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice

from portal.domain.accounts import Actor, MuseumRole, may_grant, profile
from portal.web.kit.fields import AddressField, TextField, filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.labels import role_name
from portal.web.kit.messages import _l


def roles_for(person: Actor, museum_id: int) -> list[SelectChoice]:
    """Return the roles that somebody may give in a museum."""
    return [
        SelectChoice(role.value, role_name(role)) for role in MuseumRole if may_grant(person, role, museum_id)
    ]


class InviteForm(BaseForm):
    """Who is invited, and as what."""

    name = TextField(_l("Nom"), (filled(_l("Écrivez le nom de la personne.")),), longest=profile.LONGEST_NAME)
    email = AddressField(_l("Courriel"), (filled(_l("Écrivez son adresse.")),))
    role = RadioField(_l("Rôle"), validators=[filled(_l("Choisissez un rôle."))])
    language = SelectField(
        _l("Langue de la lettre"),
        choices=[SelectChoice("fr", _l("Français")), SelectChoice("oc", _l("Occitan"))],
    )
    key = HiddenField()


class RoleForm(BaseForm):
    """Another role."""

    role = SelectField(_l("Rôle"))


class AddressCorrectionForm(BaseForm):
    """The right address of somebody invited."""

    email = AddressField(_l("Courriel"), (filled(_l("Écrivez son adresse.")),))


class LeaveForm(BaseForm):
    """Who takes over, where the last manager leaves."""

    successor = RadioField(_l("Qui prend la suite ?"), validate_choice=True)
