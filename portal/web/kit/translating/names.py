"""What a text to translate is called, and the room where its French is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from portal.domain.access import snapshots as access_rows
from portal.domain.admission import snapshots as price_rows
from portal.domain.hours import snapshots as hour_rows
from portal.domain.hours.rows import ServiceKind
from portal.domain.translations import Field, Text
from portal.web.kit import access, clock, labels, opening, prices
from portal.web.kit.access import paths
from portal.web.kit.formats import sentence_case
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _, _l


@dataclass(frozen=True)
class Place:
    """A kind of block as translators know it."""

    title: LazyString
    room: str
    """The endpoint of the room where its French is written."""
    name: Callable[[Text], str]


def place_of(field: Field) -> Place:
    """Return where a text belongs."""
    return _PLACES.get(field.key.kind, _ELSEWHERE)


def _profile(text: Text) -> str:
    return str(labels.field_name(f"{text.path}.fr"))


def _fact(text: Text) -> str:
    return paths.path_name(f"{text.path}.fr")


def _outage(text: Text) -> str:
    [outage] = access_rows.outages_of({"outages": [text.rows[-1]]})
    return access.outage_words(outage, outage.first, clock.today(), page_language())


_PRICE_PARTS: Mapping[str, LazyString] = {
    "name": _l("pour qui"),
    "condition": _l("à quelle condition"),
    "proof": _l("justificatif"),
}


def _price(text: Text) -> str:
    line, part = price_rows.line_of(text.rows[-1]), text.path.rpartition(".")[2]
    who = prices.audience_words(line, page_language()).title.text
    return _("%(who)s, %(part)s", who=who, part=_PRICE_PARTS[part])


def _season(text: Text) -> str:
    rows = hour_rows.rows_of({"periods": [text.rows[-1]]}, None)
    dates = opening.when_words(rows.periods[0], page_language())
    if len(text.rows) == 1:
        return _("Nom de la saison, %(dates)s", dates=dates)
    service = opening.service_name(ServiceKind(text.rows[0]["kind"]), page_language())
    return _("%(service)s, nom de la saison, %(dates)s", service=sentence_case(service), dates=dates)


def _date(text: Text) -> str:
    if text.path.startswith("closures"):
        [closure] = hour_rows.rows_of(None, {"closures": [text.rows[-1]]}).closures
        return opening.closure_sentence(replace(closure, words=None), page_language(), today=clock.today())
    [exceptional] = hour_rows.rows_of(None, {"exceptions": [text.rows[-1]]}).exceptions
    return opening.exception_sentence(replace(exceptional, words=None), page_language())


def _picture(text: Text) -> str:
    return _("Photo %(number)s, ce qu’on voit", number=text.path.split(".")[1])


_PLACES: Mapping[str, Place] = {
    "profile": Place(_l("Fiche du musée"), "dashboard.profile.edit", _profile),
    "hours": Place(_l("Horaires"), "dashboard.hours.edit", _season),
    "exceptions": Place(_l("Dates exceptionnelles"), "dashboard.hours.edit", _date),
    "prices": Place(_l("Tarifs"), "dashboard.prices.edit", _price),
    "access": Place(_l("Accessibilité"), "dashboard.access.edit", _fact),
    "outages": Place(_l("Pannes"), "dashboard.access.edit", _outage),
    "practical": Place(_l("Pratique"), "dashboard.access.edit", _fact),
    "pictures": Place(_l("Photos"), "dashboard.pictures.index", _picture),
}
_ELSEWHERE = Place(_l("Autres textes"), "dashboard.overview.show", lambda text: text.path)
