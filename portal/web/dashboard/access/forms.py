"""The forms of access and of practical facts: one question a fact, each with room for a word in both languages."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from flask_babel.speaklater import LazyString as Lazy
from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice

from portal.domain.access import LIMITED_BY_WORDS, Comfort, Fact, Family, Measure, Source
from portal.domain.access.checking import LONGEST_WORDS, UNKNOWN
from portal.domain.revisions import Snapshot, flat
from portal.web.kit import access as words
from portal.web.kit.day_field import DayField
from portal.web.kit.fields import LongTextField, TextField
from portal.web.kit.forms import BaseForm
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, _l
from portal.web.kit.versions import VersionedForm

LONGEST_NUMBER = 40
ANSWERS = [
    SelectChoice("yes", _l("Oui")),
    SelectChoice("no", _l("Non")),
    SelectChoice(UNKNOWN, _l("Ne sait pas")),
]
MEASURES: Mapping[Measure, Any] = {
    Measure.VISIT_MINUTES: _l("Durée d’une visite"),
    Measure.INDOOR_PERCENT: _l("Part de la visite à l’abri, en %"),
    Measure.STATION_METRES: _l("Distance de la gare, à pied"),
}
Kind = type[Fact] | type[Comfort]


def question(fact: Fact | Comfort) -> str:
    """Return the question of a fact, in the page's language."""
    return words.fact_words(fact, is_yes=True, language=page_language())


def _label(fact: Fact | Comfort, ending: Any = None) -> Any:
    if ending is None:
        return Lazy(question, fact)
    return Lazy(lambda: _("%(question)s, %(part)s", question=question(fact), part=str(ending)))


def _facts(kind: Iterable[Fact | Comfort]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for fact in kind:
        name = f"facts_{fact.value}"
        ending = _l("limite") if fact in LIMITED_BY_WORDS else _l("précision")
        occitan = _l("limite en occitan") if fact in LIMITED_BY_WORDS else _l("précision en occitan")
        fields[f"{name}_answer"] = RadioField(
            _label(fact), choices=ANSWERS, default=UNKNOWN, validate_choice=False
        )
        fields[f"{name}_words_fr"] = TextField(_label(fact, ending), longest=LONGEST_WORDS)
        fields[f"{name}_words_oc"] = TextField(_label(fact, occitan), longest=LONGEST_WORDS)
    return fields


def _families() -> dict[str, Any]:
    sources = [SelectChoice("", _l("Non précisé"))]
    sources += [SelectChoice(one.value, Lazy(_source, one)) for one in Source]
    fields: dict[str, Any] = {}
    for family in Family:
        fields[f"marks_{family.value}_from"] = DayField(_l("Marque obtenue le"))
        fields[f"marks_{family.value}_to"] = DayField(_l("Marque valable jusqu’au"))
        fields[f"origins_{family.value}_source"] = SelectField(
            _l("Qui a donné ces réponses ?"), choices=sources, default="", validate_choice=False
        )
        fields[f"origins_{family.value}_since"] = DayField(_l("Depuis quand ?"))
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
        "door_cm": TextField(_l("Largeur de la porte la plus étroite, en cm"), longest=LONGEST_NUMBER),
        **_families(),
    },
)
PracticalForm: type[PartForm] = type(
    "PracticalForm",
    (PartForm,),
    {
        **{
            f"measures_{name.value}": TextField(label, longest=LONGEST_NUMBER)
            for name, label in MEASURES.items()
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
