"""The form of the desk: a field for each text that it shows, with what its writer had before them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import request
from wtforms import BooleanField

from portal.domain import translations
from portal.domain.errors import DomainError
from portal.domain.translations import Field
from portal.web.kit import refusals, translating
from portal.web.kit.fields import LongTextField
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _l
from portal.web.kit.rich_field import RichField

OCCITAN, SEAL, READ, CHOICE = "oc_", "vu_", "lu_", "choix_"
"""Before a text's name: what is typed, what its writer had read, whether a machine's draft was read, whose to keep."""
THEIRS = "theirs"
FEWEST_ROWS, MOST_ROWS, SIGNS_A_ROW = 2, 14, 46


@dataclass(frozen=True)
class Typed:
    """What was typed of one text."""

    field: Field
    seal: str
    oc: str | None
    is_read: bool
    """Whether whoever writes says that they have read what a machine proposed."""

    @property
    def is_machine(self) -> bool:
        """Whether it is what a machine proposed, unread and untouched."""
        return not self.is_read and self.oc is not None and self.oc == self.field.machine

    @property
    def is_touched(self) -> bool:
        """Whether it is another text than the one that was shown."""
        shown = self.field.machine if self.field.machine and not self.field.text.oc else None
        return self.oc != shown if shown else not translations.has_read(self.seal, self.oc)


def form_of(fields: Sequence[Field], *, is_sent: bool) -> BaseForm:
    """Return a form of these texts: as it was sent, or filled with what stands."""
    made: dict[str, Any] = {}
    for field in fields:
        made[f"{OCCITAN}{field.name}"] = _control(field)
        if field.machine:
            made[f"{READ}{field.name}"] = BooleanField(_l("Je l’ai relue : elle dit ce que dit le français"))
    form: BaseForm = type("DeskForm", (BaseForm,), made)(**({} if is_sent else {"formdata": None}))
    return form


def _control(field: Field) -> Any:
    """Return the control of a text: of a rich one, a text area in the notation."""
    name, default = translating.name_of(field), field.text.oc or field.machine or ""
    shown = {"lang": "oc", "rows": _rows(field)}
    if field.text.prose.is_rich:
        return RichField(name, longest=field.text.prose.most, default=default, render_kw=shown)
    return LongTextField(name, longest=field.text.prose.most, default=default, render_kw=shown)


def typed(form: BaseForm, fields: Sequence[Field]) -> Mapping[str, Typed]:
    """Return what was typed of each text, put beside its field where it cannot be kept."""
    found = {}
    for field in fields:
        control = form[f"{OCCITAN}{field.name}"]
        try:
            oc = field.text.prose.clean(control.data, field.text.prose.most)
        except DomainError as error:
            control.errors = control.errors or [refusals.sentence(error)]
            continue
        if request.form.get(f"{CHOICE}{field.name}") == THEIRS:
            oc = field.text.oc
        read = f"{READ}{field.name}" in form and bool(form[f"{READ}{field.name}"].data)
        found[field.name] = Typed(field, seal_of(field), oc, read)
    return found


def seal_of(field: Field) -> str:
    """Return what the form says that its writer had read of a text."""
    return request.form.get(f"{SEAL}{field.name}", field.text.seal)


def sent(fields: Sequence[Field]) -> list[Field]:
    """Return the texts that the form is about."""
    return [field for field in fields if f"{SEAL}{field.name}" in request.form]


def lost(fields: Sequence[Field]) -> list[str]:
    """Return what was typed for texts that are no more: their French went meanwhile."""
    names = {f"{OCCITAN}{field.name}" for field in fields}
    return [
        text.strip()
        for name, text in request.form.items()
        if name.startswith(OCCITAN) and name not in names and text.strip()
    ]


def _rows(field: Field) -> int:
    longest = max(len(field.text.fr), len(field.text.oc or ""))
    lines = longest // SIGNS_A_ROW + field.text.fr.count("\n") + 1
    return min(max(lines, FEWEST_ROWS), MOST_ROWS)
