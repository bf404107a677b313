"""The form of the Fiche: the whole block, in both languages."""

from typing import Any

from wtforms import BooleanField

from portal.domain.museums import profile
from portal.domain.revisions import Snapshot
from portal.web.kit import labels
from portal.web.kit.fields import LongTextField, TextField
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _l
from portal.web.kit.versions import VersionedForm

LONGEST = profile.LONGEST_LINE
LABELS = labels.profile_fields()
OCCITAN = ("usage_name.oc", "presentation.oc")


class ProfileForm(VersionedForm):
    """What the museum writes of itself; whatever is left empty shows what the register says."""

    usage_name_fr = TextField(LABELS["usage_name.fr"], longest=profile.TRANSLATED["usage_name"])
    usage_name_oc = TextField(LABELS["usage_name.oc"], longest=profile.TRANSLATED["usage_name"])
    presentation_fr = LongTextField(LABELS["presentation.fr"], longest=profile.TRANSLATED["presentation"])
    presentation_oc = LongTextField(LABELS["presentation.oc"], longest=profile.TRANSLATED["presentation"])
    phone = TextField(LABELS["phone"], longest=LONGEST)
    email = TextField(LABELS["email"], longest=254)
    website = TextField(LABELS["website"], longest=300)
    place = TextField(LABELS["place"], longest=LONGEST)
    street = TextField(LABELS["street"], longest=LONGEST)
    postcode = TextField(LABELS["postcode"], longest=20)
    minor = BooleanField(_l("Retouche mineure : l’occitan reste juste"))

    @classmethod
    def of(cls, snapshot: Snapshot, version: int) -> "ProfileForm":
        """Return the form filled with a text of the block."""
        values = {field_name(name): value_of(snapshot, name) or "" for name in LABELS}
        return cls(formdata=None, version=version, **values)

    def typed_over(self, snapshot: Snapshot, *, only: tuple[str, ...] | None = None) -> Snapshot:
        """Return the block as it is typed; what this person may not write stays as it stands."""
        typed: dict[str, Any] = {
            name: dict(value) if isinstance(value, dict) else value for name, value in snapshot.items()
        }
        for name in only or tuple(LABELS):
            value = self[field_name(name)].data or None
            group, _, language = name.partition(".")
            if language:
                typed[group] = {**(typed.get(group) or {}), language: value}
            else:
                typed[name] = value
        return typed


class RefusalForm(BaseForm):
    """Why a proposal is sent back."""

    reason = LongTextField(_l("Que faut-il reprendre ?"), longest=600)


def field_name(name: str) -> str:
    """Return the form's name of a field of the block."""
    return name.replace(".", "_")


def value_of(snapshot: Snapshot, name: str) -> str | None:
    """Return a field of a block."""
    group, _, language = name.partition(".")
    value: Any = snapshot.get(group)
    return (value or {}).get(language) if language else value
