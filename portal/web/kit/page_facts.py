"""What a museum's page says of a fact, in lines: shown to who reports it, kept with the report, compared afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask_babel import force_locale

from portal.domain import access, admission, hours, media
from portal.domain.hours import State
from portal.domain.museums import Museum
from portal.domain.visitor_reports import Fact
from portal.web.kit import access as access_words
from portal.web.kit import formats, hour_summary, moments, opening, prices
from portal.web.kit.languages import Language
from portal.web.kit.messages import _
from portal.web.kit.opening import words as opening_words

Lines = list[tuple[str, str]]
LONGEST_TEXT = 600


@dataclass(frozen=True)
class Said:
    """What the page says: in one line where there is one, then in lines of two columns, and since when."""

    headline: str
    lines: Lines
    confirmed: str = ""

    @property
    def kept(self) -> dict[str, Any]:
        """What is kept of it."""
        return {
            "headline": self.headline,
            "lines": [list(line) for line in self.lines],
            "confirmed": self.confirmed,
        }

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "Said":
        """Return what was kept."""
        return cls(kept["headline"], [(name, value) for name, value in kept["lines"]], kept["confirmed"])


def said(fact: Fact, museum: Museum, day: date | None, today: date, language: Language) -> Said:
    """Return what the page of a museum says of a fact, on a day where hours or prices are asked about one."""
    with force_locale(language):
        return _SAYING[fact](museum, day or today, today, language)


def every(museum: Museum, day: date | None, today: date, language: Language) -> dict[Fact, Said]:
    """Return what the page says of every fact."""
    return {fact: said(fact, museum, day, today, language) for fact in Fact}


def _hours(museum: Museum, day: date, today: date, language: Language) -> Said:
    kept = hours.of(museum.id)
    summary = hour_summary.summary(kept.schedule, today, language)
    if summary is None:
        return Said(opening_words.NEVER_ENTERED[language], [])
    answer = kept.schedule.on(day)
    told = (
        opening_words.UNCONFIRMED[language]
        if answer.state is State.UNCONFIRMED
        else opening.day_hours(answer, language)
    )
    name = formats.sentence_case(formats.weekday_date(day, language))
    since = _day(kept.confirmed_at, language)
    confirmed = _("Horaires confirmés par le musée le %(day)s.", day=since) if since else ""
    return Said(f"{name}\u00a0: {told}", summary.lines, confirmed)


def _prices(museum: Museum, day: date, _today: date, language: Language) -> Said:
    kept = admission.of(museum.id)
    if kept.is_empty:
        return Said(_("Non renseigné. Demandez au musée."), [])
    lines = []
    for section in prices.board(kept.rows, day, language).sections:
        for row in section.rows:
            details = [piece.text for piece in row.details]
            who = ", ".join(piece.text for piece in row.who)
            named = f"{section.title}, {who}" if section.title else who
            lines.append((" — ".join([named, *details]), row.cost))
    since = _day(kept.confirmed_at, language)
    return Said("", lines, _("Tarifs confirmés par le musée le %(day)s.", day=since) if since else "")


def _access(museum: Museum, day: date, today: date, language: Language) -> Said:
    kept = access.of(museum.id)
    outages = [
        access_words.outage_words(one, day, today, language)
        for one in kept.access.outages
        if one.last >= min(day, today)
    ]
    needs = access_words.all_needs(kept.access, day, today, language)
    lines = [
        *((text, "") for text in outages),
        *((need.title, "; ".join(line.plain(language) for line in need.lines)) for need in needs),
    ]
    return Said("", lines, _verified(kept.access_confirmed_at, language))


def _practical(museum: Museum, _day: date, _today: date, language: Language) -> Said:
    kept = access.of(museum.id)
    lines = [
        (line.plain(language), "") for _icon, line in access_words.practical_lines(kept.practical, language)
    ]
    headline = "" if lines else _("Rien n’est dit.")
    return Said(headline, lines, _verified(kept.practical_confirmed_at, language))


def _coming(museum: Museum, _day: date, _today: date, _language: Language) -> Said:
    place = ", ".join(part for part in (museum.shown_place, museum.shown_street) if part)
    town = f"{museum.shown_postcode or ''} {museum.town.name.fr}".strip()
    lines = [
        (_("Adresse"), f"{place}, {town}" if place else town),
        (_("Téléphone"), museum.shown_phone or ""),
        (_("Adresse électronique"), museum.shown_email or ""),
        (_("Site"), museum.shown_website or ""),
    ]
    return Said("", [line for line in lines if line[1]])


def _texts(museum: Museum, _day: date, _today: date, language: Language) -> Said:
    text = museum.presentation.text(language) if museum.presentation else ""
    if not text:
        return Said(_("Rien n’est dit."), [])
    cut = text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT].rsplit(' ', 1)[0]}…"
    return Said("", [(cut, "")])


def _pictures(museum: Museum, _day: date, today: date, language: Language) -> Said:
    shown = media.on(today, media.shown().get(museum.id, ()))
    lines = [
        (one.alternative.text(language) if one.alternative else _("Image décorative"), one.credit)
        for one in shown
    ]
    return Said("" if lines else _("Le musée n’a pas encore de photo."), lines)


def _other(_museum: Museum, _day: date, _today: date, _language: Language) -> Said:
    return Said("", [])


def _verified(at: datetime | None, language: Language) -> str:
    return _("Vérifié par le musée le %(day)s.", day=moments.day(at, language)) if at else ""


def _day(at: datetime | None, language: Language) -> str:
    return moments.day(at, language) if at else ""


_SAYING: Mapping[Fact, Callable[[Museum, date, date, Language], Said]] = {
    Fact.HOURS: _hours,
    Fact.PRICES: _prices,
    Fact.ACCESS: _access,
    Fact.PRACTICAL: _practical,
    Fact.COMING: _coming,
    Fact.TEXTS: _texts,
    Fact.PICTURES: _pictures,
    Fact.OTHER: _other,
}


def changed(before: Said, now: Said) -> bool:
    """Return whether the page says something else by now, the date of a confirmation aside."""
    return (before.headline, before.lines) != (now.headline, now.lines)
