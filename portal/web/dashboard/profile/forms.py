"""The form of the Fiche: the whole block, in both languages."""

from collections.abc import Iterable
from typing import Any

from wtforms import BooleanField

from portal.domain.museums import links, profile
from portal.domain.museums.profile_texts import RICH, TEXTS
from portal.domain.revisions import Snapshot
from portal.web.kit import profile_words
from portal.web.kit.fields import LongTextField, TextField
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _l
from portal.web.kit.rich_field import RichField
from portal.web.kit.versions import VersionedForm

LONGEST = profile.LONGEST_LINE
_LONGEST = {"email": 254, "website": 300, "booking": 300, "postcode": 20}
OTHERS = range(links.MOST_OTHERS)
NETWORKS = tuple(f"networks.{name}" for name in links.NETWORKS)
ONE_VALUE = (*profile_words.TEXTS, *profile_words.PLAIN, *NETWORKS)
"""The fields of the block that one control each holds."""
OCCITAN = tuple(name for name in profile_words.TEXTS if name.endswith(".oc"))


class ProfileForm(VersionedForm):
    """What the museum writes of itself; whatever is left empty shows what the register says."""

    minor = BooleanField(_l("Retouche mineure : l’occitan reste juste"))

    @classmethod
    def of(cls, snapshot: Snapshot, version: int) -> "ProfileForm":
        """Return the form filled with a text of the block."""
        values: dict[str, Any] = {field_name(name): value_of(snapshot, name) for name in ONE_VALUE}
        for at, other in enumerate(snapshot.get("other_links") or []):
            values |= {f"other_links_{at}_{part}": other[part] for part in ("name", "address")}
        return cls(formdata=None, version=version, **values)

    def typed_over(self, snapshot: Snapshot, *, only: Iterable[str] | None = None) -> Snapshot:
        """Return the block as it is typed; what was not sent, or this person may not write, stays as it stands."""
        typed: dict[str, Any] = {
            name: dict(value) if isinstance(value, dict) else value for name, value in snapshot.items()
        }
        for name in ONE_VALUE if only is None else only:
            field = self[field_name(name)]
            if not field.raw_data:
                continue
            group, _, inner = name.partition(".")
            if inner:
                typed[group] = {**(typed.get(group) or {}), inner: field.data or None}
            else:
                typed[name] = field.data or None
        if only is None and self["other_links_0_address"].raw_data:
            typed["other_links"] = [
                {part: self[f"other_links_{at}_{part}"].data or None for part in ("name", "address")}
                for at in OTHERS
            ]
        return typed


class RefusalForm(BaseForm):
    """Why a proposal is sent back."""

    reason = LongTextField(_l("Que faut-il reprendre ?"), longest=600)


def field_name(name: str) -> str:
    """Return the form's name of a field of the block."""
    return name.replace(".", "_")


def value_of(snapshot: Snapshot, name: str) -> str | None:
    """Return a field of a block."""
    group, _, inner = name.partition(".")
    value: Any = snapshot.get(group)
    return (value or {}).get(inner) if inner else value


def _add_fields() -> None:
    """Give the form a control for every field of the block."""
    for name, label in profile_words.TEXTS.items():
        text = TEXTS[name.partition(".")[0]]
        if name.partition(".")[0] in RICH:
            field: Any = RichField(label, longest=text.longest)
        else:
            kind = LongTextField if name.startswith("presentation") else TextField
            field = kind(label, longest=text.longest)
        setattr(ProfileForm, field_name(name), field)
    for name, label in profile_words.PLAIN.items():
        setattr(ProfileForm, name, TextField(label, longest=_LONGEST.get(name, LONGEST)))
    for name in NETWORKS:
        network = links.NETWORKS[name.partition(".")[2]]
        setattr(ProfileForm, field_name(name), TextField(network.name, longest=300))
    for at in OTHERS:
        setattr(
            ProfileForm, f"other_links_{at}_name", TextField(_l("Nom du site"), longest=links.LONGEST_NAME)
        )
        setattr(ProfileForm, f"other_links_{at}_address", TextField(_l("Son adresse"), longest=300))


_add_fields()
