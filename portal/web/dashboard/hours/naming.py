"""The visible names of what hours are made of: seasons, reasons, effects, holidays, services, school holidays."""

from collections.abc import Mapping
from datetime import date, timedelta

from portal.domain.folding import fold
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import Access, Decision, Effect, Reason, ServiceKind
from portal.domain.hours.school import SchoolBreak
from portal.web.kit import dates, formats
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _, _l

SEASONS: Mapping[str, str] = {
    "summer": "Été",
    "winter": "Hiver",
    "spring": "Printemps",
    "autumn": "Automne",
    "high": "Haute saison",
    "low": "Basse saison",
    "all_year": "Toute l’année",
    "school": "Vacances scolaires",
}
"""The names that are typed, always in French; the pages say them in both languages."""


def label_of(name: str) -> str:
    """Return the known season that a typed name says, or nothing."""
    said = fold(name).replace("’", "'")
    return next((label for label, known in SEASONS.items() if fold(known).replace("’", "'") == said), "")


HOLIDAYS: Mapping[Holiday, LazyString] = {
    Holiday.NEW_YEAR: _l("Jour de l’An"),
    Holiday.EASTER_MONDAY: _l("Lundi de Pâques"),
    Holiday.LABOUR_DAY: _l("1er mai"),
    Holiday.VICTORY_DAY: _l("8 mai"),
    Holiday.ASCENSION: _l("Ascension"),
    Holiday.WHIT_MONDAY: _l("Lundi de Pentecôte"),
    Holiday.BASTILLE_DAY: _l("14 juillet"),
    Holiday.ASSUMPTION: _l("15 août"),
    Holiday.ALL_SAINTS: _l("Toussaint"),
    Holiday.ARMISTICE: _l("11 novembre"),
    Holiday.CHRISTMAS: _l("Noël"),
}

DECISIONS: Mapping[Decision, LazyString] = {
    Decision.USUAL: _l("Comme d’habitude"),
    Decision.CLOSED: _l("Fermé"),
    Decision.SPECIAL: _l("Horaires à part"),
    Decision.UNDECIDED: _l("Pas encore décidé"),
}

EFFECTS: Mapping[Effect, LazyString] = {
    Effect.CLOSED: _l("Fermé"),
    Effect.HOURS: _l("Ces horaires à la place"),
    Effect.EXTRA: _l("Ces horaires en plus"),
    Effect.CLOSES_EARLY: _l("Ferme plus tôt, à"),
    Effect.OPENS_LATE: _l("Ouvre plus tard, à"),
}

REASONS: Mapping[Reason, LazyString] = {
    Reason.WEATHER: _l("Intempéries"),
    Reason.STAFF: _l("Manque de personnel"),
    Reason.STRIKE: _l("Grève"),
    Reason.TECHNICAL: _l("Problème technique"),
    Reason.INSTALLATION: _l("Montage d’exposition"),
    Reason.INVENTORY: _l("Inventaire"),
    Reason.EVENT: _l("Événement"),
    Reason.LATE_OPENING: _l("Nocturne"),
    Reason.MUSEUM_NIGHT: _l("Nuit des musées"),
    Reason.HERITAGE_DAYS: _l("Journées du patrimoine"),
    Reason.BRIDGE: _l("Pont"),
    Reason.YEAR_END: _l("Fêtes de fin d’année"),
    Reason.WORKS: _l("Travaux"),
    Reason.BETWEEN_EXHIBITIONS: _l("Entre deux expositions"),
    Reason.SEASON: _l("Fermeture saisonnière"),
    Reason.DISASTER: _l("Sinistre"),
    Reason.OTHER: _l("Autre raison"),
}

SERVICES: Mapping[ServiceKind, LazyString] = {
    ServiceKind.TICKET_DESK: _l("Billetterie"),
    ServiceKind.GARDEN: _l("Jardin"),
    ServiceKind.LIBRARY: _l("Bibliothèque"),
    ServiceKind.CAFE: _l("Café"),
    ServiceKind.SHOP: _l("Boutique"),
}

BREAKS: Mapping[SchoolBreak, LazyString] = {
    SchoolBreak.ALL_SAINTS: _l("Toussaint"),
    SchoolBreak.CHRISTMAS: _l("Noël"),
    SchoolBreak.WINTER: _l("Hiver"),
    SchoolBreak.SPRING: _l("Printemps"),
    SchoolBreak.SUMMER: _l("Été"),
}

_ACCESS: Mapping[Access, LazyString] = {
    Access.APPOINTMENT: _l("sur rendez-vous"),
    Access.GROUPS: _l("groupes sur réservation"),
}


def access_name(access: Access) -> str:
    """Return in a word who may come."""
    return str(_ACCESS.get(access, ""))


REASONS_TYPED: Mapping[Reason, str] = {
    Reason.WEATHER: "intempéries",
    Reason.STAFF: "manque de personnel",
    Reason.STRIKE: "grève",
    Reason.TECHNICAL: "problème technique",
    Reason.INSTALLATION: "montage",
    Reason.INVENTORY: "inventaire",
    Reason.EVENT: "événement",
    Reason.LATE_OPENING: "nocturne",
    Reason.MUSEUM_NIGHT: "nuit des musées",
    Reason.HERITAGE_DAYS: "journées du patrimoine",
    Reason.BRIDGE: "pont",
    Reason.YEAR_END: "fêtes de fin d’année",
    Reason.WORKS: "travaux",
    Reason.BETWEEN_EXHIBITIONS: "entre deux expositions",
    Reason.SEASON: "fermeture saisonnière",
    Reason.DISASTER: "sinistre",
}
"""The reasons as pasted lines say them, in French."""


def effects() -> list[tuple[str, LazyString]]:
    """Return what an exception may do, for a list to choose from."""
    return [(effect.value, name) for effect, name in EFFECTS.items()]


def reasons() -> list[tuple[str, LazyString]]:
    """Return the reasons, for a list to choose from."""
    return [(reason.value, name) for reason, name in REASONS.items()]


def modes() -> list[tuple[str, LazyString]]:
    """Return what a service may keep, for a set of choices."""
    return [("none", _l("N’existe pas")), ("same", _l("Mêmes horaires")), ("own", _l("Horaires à lui"))]


def nths() -> list[tuple[str, str]]:
    """Return the ranks of a weekday in its month."""
    language = page_language()
    ranks = [(str(rank), formats.ordinal(rank, language)) for rank in range(1, 6)]
    return [*ranks, ("-1", _("dernier"))]


def weekdays() -> list[str]:
    """Return the days of the week, Monday first."""
    monday = date(2024, 1, 1)
    names = (dates.weekday_name(monday + timedelta(days=day), page_language()) for day in range(7))
    return [formats.sentence_case(name) for name in names]
