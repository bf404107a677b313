"""The forms of access and of practical facts: one question a fact, each with room for a word in both languages."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from flask_babel.speaklater import LazyString as Lazy
from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice

from portal.domain.access import Comfort, Fact, Family, Source
from portal.domain.access.checking import LONGEST_WORDS, UNKNOWN
from portal.domain.revisions import Snapshot, flat
from portal.web.kit import access as words
from portal.web.kit.access import paths
from portal.web.kit.day_field import DayField
from portal.web.kit.fields import LongTextField, TextField
from portal.web.kit.forms import BaseForm
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _l
from portal.web.kit.versions import VersionedForm

LONGEST_NUMBER = 40
ANSWERS = [
    SelectChoice("yes", _l("Oui")),
    SelectChoice("no", _l("Non")),
    SelectChoice(UNKNOWN, _l("Ne sait pas")),
]


def _facts(kind: Iterable[Fact | Comfort]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for fact in kind:
        name = f"facts_{fact.value}"
        fields[f"{name}_answer"] = RadioField(
            Lazy(paths.fact_part, fact), choices=ANSWERS, default=UNKNOWN, validate_choice=False
        )
        for language in ("fr", "oc"):
            label = Lazy(paths.fact_part, fact, language)
            fields[f"{name}_words_{language}"] = TextField(label, longest=LONGEST_WORDS)
    return fields


def _families() -> dict[str, Any]:
    sources = [SelectChoice("", _l("Non précisé"))]
    sources += [SelectChoice(one.value, Lazy(_source, one)) for one in Source]
    fields: dict[str, Any] = {}
    for family in Family:
        fields[f"marks_{family.value}_from"] = DayField(paths.OF_FAMILY["marks.from"])
        fields[f"marks_{family.value}_to"] = DayField(paths.OF_FAMILY["marks.to"])
        fields[f"origins_{family.value}_source"] = SelectField(
            paths.OF_FAMILY["origins.source"], choices=sources, default="", validate_choice=False
        )
        fields[f"origins_{family.value}_since"] = DayField(paths.OF_FAMILY["origins.since"])
    return fields


def _source(source: Source) -> str:
    return words.SOURCES[source][page_language()]


class PartForm(VersionedForm):
    """A form of one block: its fields are named after the paths of the block, `facts_lift_words_fr`."""

    @classmethod
    def of(cls, snapshot: Snapshot, version: int) -> "PartForm":
        """Return the form filled with a text of the block."""
        values = {
            field_name(path): UNKNOWN if value is None and path.endswith(".answer") else _shown(value)
            for path, value in flat(snapshot).items()
        }
        return cls(formdata=None, version=version, **values)

    def typed_over(self, snapshot: Snapshot, sent: Iterable[str]) -> Snapshot:
        """Return the block as it is typed; what the browser did not send stays as it stands."""
        typed, names = deepcopy(snapshot), set(sent)
        for path in flat(snapshot):
            name = field_name(path)
            if name in names and name in self:
                field = self[name]
                value = field.day.isoformat() if isinstance(field, DayField) and field.day else field.data
                _put(typed, path, value)
        return typed


AccessForm: type[PartForm] = type(
    "AccessForm",
    (PartForm,),
    {
        **_facts(Fact),
        "door_cm": TextField(paths.DOOR, longest=LONGEST_NUMBER),
        **_families(),
    },
)
PracticalForm: type[PartForm] = type(
    "PracticalForm",
    (PartForm,),
    {
        **{
            f"measures_{name}": TextField(label, longest=LONGEST_NUMBER)
            for name, label in paths.MEASURES.items()
        },
        **_facts(Comfort),
    },
)


class RefusalForm(BaseForm):
    """Why a proposal is sent back."""

    reason = LongTextField(_l("Que faut-il reprendre ?"), longest=600)


def field_name(path: str) -> str:
    """Return the form's name of a path of the block."""
    return path.replace(".", "_")


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def _put(typed: dict[str, Any], path: str, value: Any) -> None:
    *groups, last = path.split(".")
    for group in groups:
        typed = typed[group]
    typed[last] = value
