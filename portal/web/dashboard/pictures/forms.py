"""The forms of the room: what is sent, what is said of one picture, why a proposal goes back."""

from typing import Any

from flask_wtf.file import MultipleFileField
from wtforms import BooleanField, IntegerField, SelectField
from wtforms.widgets import NumberInput

from portal.domain.media.checking import ALTERNATIVE_LENGTH, CREDIT_LENGTH
from portal.domain.revisions import Snapshot
from portal.web.kit.fields import LongTextField, TextField
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _l
from portal.web.kit.picture_words import FIELDS, licences
from portal.web.kit.versions import VersionedForm


class SendForm(BaseForm):
    """The files."""

    photos = MultipleFileField(_l("Ajouter des photos"))


class PercentField(IntegerField):  # type: ignore[misc]  # WTForms ships no types
    """A place between two edges, in hundredths."""

    widget = NumberInput(step=1, min=0, max=100)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take a whole number of at most three digits; anything else is no place, and is shown back."""
        said = valuelist[0].strip() if valuelist else ""
        self.data = int(said) if said.isascii() and said.isdigit() and len(said) <= 3 else -1


class PictureForm(VersionedForm):
    """What is said of one picture."""

    alt_fr = LongTextField(FIELDS["alt.fr"], longest=ALTERNATIVE_LENGTH)
    alt_oc = LongTextField(FIELDS["alt.oc"], longest=ALTERNATIVE_LENGTH)
    decorative = BooleanField(FIELDS["decorative"])
    credit = TextField(FIELDS["credit"], longest=CREDIT_LENGTH)
    licence = SelectField(FIELDS["licence"], choices=licences, validate_choice=False)
    press = BooleanField(FIELDS["press"])
    consent = BooleanField(FIELDS["consent"])
    embargo = TextField(FIELDS["embargo"], longest=10)
    across = PercentField(_l("Depuis la gauche (0 à 100)"))
    down = PercentField(_l("Depuis le haut (0 à 100)"))

    @classmethod
    def of(cls, photo: Snapshot, version: int) -> "PictureForm":
        """Return the form filled with what is said of a picture."""
        return cls(
            formdata=None,
            version=version,
            alt_fr=photo["alt"]["fr"] or "",
            alt_oc=photo["alt"]["oc"] or "",
            credit=photo["credit"] or "",
            licence=photo["licence"] or "",
            embargo=photo["embargo"] or "",
            across=photo["focal"][0],
            down=photo["focal"][1],
            **{name: photo[name] for name in ("decorative", "press", "consent")},
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Not to keep a draft: for the public to see the picture.
        for field in (self.credit, self.licence, self.across, self.down):
            field.flags.required = True
        self.alt_fr.flags.required = not self.decorative.data

    def typed_over(self, photo: Snapshot, *, only_occitan: bool = False) -> dict[str, Any]:
        """Return what is typed; what this person may not write stays as it stands."""
        if only_occitan:
            return {**photo, "alt": {**photo["alt"], "oc": self.alt_oc.data or None}}
        return {
            "alt": {"fr": self.alt_fr.data or None, "oc": self.alt_oc.data or None},
            "decorative": bool(self.decorative.data),
            "credit": self.credit.data or None,
            "licence": self.licence.data or None,
            "press": bool(self.press.data),
            "consent": bool(self.consent.data),
            "embargo": self.embargo.data or None,
            "focal": [self.across.data, self.down.data],
        }


class RefusalForm(BaseForm):
    """Why a proposal is sent back."""

    reason = LongTextField(_l("Que faut-il reprendre ?"), longest=600)
