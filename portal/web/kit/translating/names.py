"""What a text to translate is called, and the room where its French is written."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from flask import url_for

from portal.domain.access import snapshots as access_rows
from portal.domain.admission import snapshots as price_rows
from portal.domain.hours import snapshots as hour_rows
from portal.domain.hours.rows import ServiceKind
from portal.domain.museums import MuseumEntry
from portal.domain.translations import Field, Text
from portal.web.kit import access, clock, dates, opening, prices, profile_words
from portal.web.kit.access import paths
from portal.web.kit.formats import sentence_case
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _, _l
from portal.web.kit.written import written_of

EVENT = "event"


def name_of(field: Field) -> str:
    """Return what a text is called; one of a kind that nobody has named here yet, by its path."""
    named = _NAMES.get(field.key.kind)
    return named(field.text) if named else field.text.path


def title_of(field: Field) -> str:
    """Return what the block of a text is called."""
    if field.key.kind == EVENT:
        return _("Agenda")
    written = written_of(field.key.kind)
    return str(written.name) if written else _("Autres textes")


def french_address(museum: MuseumEntry, field: Field) -> str:
    """Return where the French of a text is written."""
    if field.key.kind == EVENT:
        return url_for("dashboard.events.edit", museum=museum.slug, number=field.key.subject_id)
    written = written_of(field.key.kind)
    return url_for(written.room if written else "dashboard.overview.show", museum=museum.slug)


def _profile(text: Text) -> str:
    return str(profile_words.TEXTS[f"{text.path}.fr"])


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
    if len(text.rows) == 2:
        return _("Nom de la saison, %(dates)s", dates=dates)
    service = opening.service_name(ServiceKind(text.rows[1]["kind"]), page_language())
    return _("%(service)s, nom de la saison, %(dates)s", service=sentence_case(service), dates=dates)


def _date(text: Text) -> str:
    if text.path.startswith("closures"):
        [closure] = hour_rows.rows_of(None, {"closures": [text.rows[-1]]}).closures
        return opening.closure_sentence(replace(closure, words=None), page_language(), today=clock.today())
    [exceptional] = hour_rows.rows_of(None, {"exceptions": [text.rows[-1]]}).exceptions
    return opening.exception_sentence(replace(exceptional, words=None), page_language())


def _picture(text: Text) -> str:
    return _("Photo %(number)s, ce qu’on voit", number=text.path.split(".")[1])


_EVENT_PARTS: Mapping[str, LazyString] = {
    "title": _l("titre"),
    "summary": _l("en une phrase"),
    "text": _l("texte"),
    "message": _l("ce qui change"),
    "price.words": _l("tarif"),
}
_DATE_PARTS: Mapping[str, LazyString] = {
    "title": _l("titre ce jour-là"),
    "note": _l("précision ce jour-là"),
    "message": _l("ce qui change ce jour-là"),
    "price.words": _l("tarif ce jour-là"),
}


def _event(text: Text) -> str:
    title = (text.rows[0].get("title") or {}).get("fr") or _("Sans titre")
    if len(text.rows) == 1:
        return _("%(event)s, %(part)s", event=title, part=_EVENT_PARTS[text.path])
    part = _DATE_PARTS[text.path.split(".", 2)[-1]]
    day = dates.full_date(date.fromisoformat(text.rows[-1]["start"][:10]), page_language())
    return _("%(event)s, %(part)s, %(day)s", event=title, part=part, day=day)


_NAMES: Mapping[str, Callable[[Text], str]] = {
    "profile": _profile,
    "hours": _season,
    "exceptions": _date,
    "prices": _price,
    "access": _fact,
    "outages": _outage,
    "practical": _fact,
    "pictures": _picture,
    "event": _event,
}
