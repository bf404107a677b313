"""What a report says, in words: the fact, what happened, when; the same in a list, a task and a letter."""

from collections.abc import Mapping

from portal.domain.visitor_reports import Fact, Happening, State, VisitorReport
from portal.web.kit import dates
from portal.web.kit.languages import Language
from portal.web.kit.messages import LazyString, _, _l

FACTS: Mapping[Fact, LazyString] = {
    Fact.HOURS: _l("Les horaires"),
    Fact.PRICES: _l("Un tarif"),
    Fact.ACCESS: _l("L’accessibilité"),
    Fact.PRACTICAL: _l("Un fait pratique"),
    Fact.COMING: _l("L’adresse, le téléphone, le site"),
    Fact.TEXTS: _l("Un texte"),
    Fact.PICTURES: _l("Une image"),
    Fact.OTHER: _l("Autre chose"),
}

HAPPENINGS: Mapping[Happening, LazyString] = {
    Happening.DOOR_CLOSED: _l("Porte close"),
    Happening.OPEN_THOUGH_CLOSED: _l("Ouvert quand la page dit fermé"),
    Happening.OTHER_HOURS: _l("Autres heures"),
    Happening.OTHER_PRICE: _l("Un autre prix"),
    Happening.PAID_THOUGH_FREE: _l("Payant quand la page dit gratuit"),
    Happening.FREE_THOUGH_PAID: _l("Gratuit quand la page dit payant"),
}

STATES: Mapping[State, LazyString] = {
    State.OPEN: _l("À vérifier"),
    State.CORRECTED: _l("Corrigé"),
    State.UPHELD: _l("La page était juste"),
    State.SPAM: _l("Indésirable"),
}

TONES: Mapping[State, str] = {
    State.OPEN: "tag--gold",
    State.CORRECTED: "tag--ok",
    State.UPHELD: "",
    State.SPAM: "tag--warn",
}


def title(report: VisitorReport) -> str:
    """Write what is said to be wrong: `Porte close`, else the fact."""
    return str(HAPPENINGS[report.happening] if report.happening else FACTS[report.fact])


def when(report: VisitorReport, language: Language) -> str:
    """Write the day it concerns: `dimanche 15 novembre 2026, vers 15 h`; nothing where none was said."""
    day = dates.long_date(report.day, language) if report.day else ""
    around = _("vers %(time)s", time=report.around) if report.around else ""
    return ", ".join(part for part in (day, around) if part)


def sentence(report: VisitorReport, language: Language) -> str:
    """Write all of it but the visitor's own words: `Porte close : dimanche 15 novembre, vers 15 h`."""
    told = when(report, language)
    return f"{title(report)}\u00a0: {told}" if told else title(report)
