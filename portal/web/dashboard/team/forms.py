"""The forms of a team: invite, correct an address, give another role, leave."""

from typing import Any

from wtforms import BooleanField, RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from portal.domain.accounts import Actor, MuseumRole, may_grant
from portal.domain.accounts.team import Member
from portal.domain.museums import MuseumEntry
from portal.web.kit import gate
from portal.web.kit.fields import AddressField, NameField, filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.labels import role_name
from portal.web.kit.messages import _, _l
from portal.web.kit.once import CreateForm

ASSOCIATION = "association"


def roles_for(person: Actor, museum_id: int) -> list[SelectChoice]:
    """Return the roles that somebody may give in a museum."""
    return [
        SelectChoice(role.value, role_name(role)) for role in MuseumRole if may_grant(person, role, museum_id)
    ]


class InviteForm(CreateForm):
    """Who is invited, and as what."""

    name = NameField(_l("Nom"), (filled(_l("Écrivez un nom.")),))
    email = AddressField(_l("Courriel"), (filled(_l("Écrivez une adresse de courriel.")),))
    role = RadioField(_l("Rôle"), validators=[filled(_l("Choisissez un rôle."))])
    language = RadioField(
        _l("Langue de la lettre"),
        choices=[SelectChoice("fr", _l("Français")), SelectChoice("oc", _l("Occitan"))],
        validators=[filled(_l("Choisissez une langue."))],
    )

    @classmethod
    def sent(cls, museum: MuseumEntry) -> "InviteForm":
        """Return the form that came, with the roles its sender may give."""
        form = cls()
        form.role.choices = roles_for(gate.actor(), museum.id)
        return form

    @classmethod
    def blank(cls, museum: MuseumEntry) -> "InviteForm":
        """Return a form to fill in."""
        form = cls(formdata=None, role=MuseumRole.EDITOR.value, language="fr")
        form.role.choices = roles_for(gate.actor(), museum.id)
        return form


class CorrectionForm(BaseForm):
    """The right address of somebody invited."""

    email = AddressField(_l("Courriel"), (filled(_l("Écrivez une adresse de courriel.")),))


class PartingForm(BaseForm):
    """Somebody goes, or answers for the museum no more; where nobody else does, the association is to be told."""

    hand_over = BooleanField(_l("Confier la fiche à l’association"))
    is_last = False

    def validate_hand_over(self, field: Any) -> None:
        """Ask that the last manager's going be said aloud."""
        if self.is_last and not field.data:
            raise ValidationError(
                _("Personne d’autre n’en est responsable. Nommez d’abord quelqu’un, ou cochez cette case.")
            )


class LeaveForm(BaseForm):
    """Who takes over, where the last manager leaves."""

    successor = RadioField(_l("Qui prend la suite ?"), validators=[filled(_l("Dites qui prend la suite."))])

    def offer(self, others: list[Member]) -> None:
        """Offer the people of the team, and the association."""
        people = [SelectChoice(str(other.id), other.name or other.email) for other in others]
        self.successor.choices = [*people, SelectChoice(ASSOCIATION, _l("L’association des musées"))]
