"""The words for opening hours, in both languages; the Occitan ones follow the guide and its glossary."""

from collections.abc import Mapping

from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import Quarter, Reason, ServiceKind
from portal.domain.hours.school import SchoolBreak
from portal.web.kit.languages import Language

Words = Mapping[Language, str]

OPEN: Words = {"fr": "ouvert", "oc": "dobèrt"}
CLOSED: Words = {"fr": "fermé", "oc": "tampat"}
UNCONFIRMED: Words = {"fr": "non confirmé", "oc": "pas confirmat"}
NEVER_ENTERED: Words = {"fr": "Horaires non communiqués", "oc": "Oraris pas indicats"}
UNCONFIRMED_TODAY: Words = {
    "fr": "Horaires non confirmés pour aujourd’hui",
    "oc": "Oraris pas confirmats per uèi",
}
APPOINTMENT: Words = {"fr": "sur rendez-vous", "oc": "sus rendètz-vos"}
GROUPS: Words = {"fr": "groupes sur réservation", "oc": "grops sus reservacion"}
FOR_GROUPS: Words = {"fr": "pour les groupes", "oc": "pels grops"}
NEXT_DAY: Words = {"fr": "le lendemain", "oc": "l’endeman"}
AND: Words = {"fr": "et", "oc": "e"}
AT: Words = {"fr": "à", "oc": "a"}
EVERY_DAY: Words = {"fr": "tous les jours", "oc": "cada jorn"}
EVERY_YEAR: Words = {"fr": "chaque année", "oc": "cada an"}
ALL_YEAR: Words = {"fr": "toute l’année", "oc": "tot l’an"}
OF_THE_MONTH: Words = {"fr": "du mois", "oc": "del mes"}
ORDINALS: Mapping[Language, Mapping[int, str]] = {
    "fr": {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième", -1: "dernier"},
    "oc": {1: "primièr", 2: "segond", 3: "tresen", 4: "quatren", 5: "cinquen", -1: "darrièr"},
}

TITLES: Mapping[Language, Mapping[str, str]] = {
    "fr": {
        "summer": "Horaires d’été",
        "winter": "Horaires d’hiver",
        "spring": "Horaires de printemps",
        "autumn": "Horaires d’automne",
        "high": "Horaires de haute saison",
        "low": "Horaires de basse saison",
        "all_year": "Horaires de toute l’année",
        "school": "Horaires des vacances scolaires",
    },
    "oc": {
        "summer": "Oraris d’estiu",
        "winter": "Oraris d’ivèrn",
        "spring": "Oraris de prima",
        "autumn": "Oraris de tardor",
        "high": "Oraris de nauta sason",
        "low": "Oraris de bassa sason",
        "all_year": "Oraris de tot l’an",
        "school": "Oraris de las vacanças escolaras",
    },
}

BREAKS: Mapping[Language, Mapping[SchoolBreak, str]] = {
    "fr": {
        SchoolBreak.ALL_SAINTS: "de la Toussaint",
        SchoolBreak.CHRISTMAS: "de Noël",
        SchoolBreak.WINTER: "d’hiver",
        SchoolBreak.SPRING: "de printemps",
        SchoolBreak.SUMMER: "d’été",
    },
    "oc": {
        SchoolBreak.ALL_SAINTS: "de Totsants",
        SchoolBreak.CHRISTMAS: "de Nadal",
        SchoolBreak.WINTER: "d’ivèrn",
        SchoolBreak.SPRING: "de prima",
        SchoolBreak.SUMMER: "d’estiu",
    },
}

HOLIDAYS: Mapping[Language, Mapping[Holiday, str]] = {
    "fr": {
        Holiday.NEW_YEAR: "jour de l’an",
        Holiday.EASTER_MONDAY: "lundi de Pâques",
        Holiday.LABOUR_DAY: "fête du Travail",
        Holiday.VICTORY_DAY: "victoire de 1945",
        Holiday.ASCENSION: "Ascension",
        Holiday.WHIT_MONDAY: "lundi de Pentecôte",
        Holiday.BASTILLE_DAY: "fête nationale",
        Holiday.ASSUMPTION: "Assomption",
        Holiday.ALL_SAINTS: "Toussaint",
        Holiday.ARMISTICE: "armistice de 1918",
        Holiday.CHRISTMAS: "Noël",
    },
    "oc": {
        Holiday.NEW_YEAR: "Cap d’an",
        Holiday.EASTER_MONDAY: "diluns de Pascas",
        Holiday.LABOUR_DAY: "fèsta del Trabalh",
        Holiday.VICTORY_DAY: "victòria de 1945",
        Holiday.ASCENSION: "Ascension",
        Holiday.WHIT_MONDAY: "diluns de Pentacòsta",
        Holiday.BASTILLE_DAY: "fèsta nacionala",
        Holiday.ASSUMPTION: "Assompcion",
        Holiday.ALL_SAINTS: "Totsants",
        Holiday.ARMISTICE: "armistici de 1918",
        Holiday.CHRISTMAS: "Nadal",
    },
}

REASONS: Mapping[Language, Mapping[Reason, str]] = {
    "fr": {
        Reason.WEATHER: "intempéries",
        Reason.STAFF: "manque de personnel",
        Reason.STRIKE: "mouvement social",
        Reason.TECHNICAL: "problème technique",
        Reason.INSTALLATION: "montage d’exposition",
        Reason.INVENTORY: "inventaire",
        Reason.EVENT: "événement",
        Reason.LATE_OPENING: "nocturne",
        Reason.MUSEUM_NIGHT: "Nuit des musées",
        Reason.HERITAGE_DAYS: "Journées européennes du patrimoine",
        Reason.BRIDGE: "pont",
        Reason.YEAR_END: "fêtes de fin d’année",
        Reason.WORKS: "travaux",
        Reason.BETWEEN_EXHIBITIONS: "entre deux expositions",
        Reason.SEASON: "hors saison",
        Reason.DISASTER: "sinistre",
        Reason.OTHER: "",
    },
    "oc": {
        Reason.WEATHER: "mal temps",
        Reason.STAFF: "manca de personal",
        Reason.STRIKE: "movement social",
        Reason.TECHNICAL: "problèma tecnic",
        Reason.INSTALLATION: "montatge d’exposicion",
        Reason.INVENTORY: "inventari",
        Reason.EVENT: "eveniment",
        Reason.LATE_OPENING: "nocturna",
        Reason.MUSEUM_NIGHT: "Nuèch dels Musèus",
        Reason.HERITAGE_DAYS: "Jornadas europèas del Patrimòni",
        Reason.BRIDGE: "pont",
        Reason.YEAR_END: "fèstas de la fin de l’an",
        Reason.WORKS: "òbras",
        Reason.BETWEEN_EXHIBITIONS: "entre doas exposicions",
        Reason.SEASON: "fòra sason",
        Reason.DISASTER: "sinistre",
        Reason.OTHER: "",
    },
}

CLOSURES: Mapping[Language, Mapping[Reason, str]] = {
    "fr": {
        Reason.WORKS: "fermé pour travaux",
        Reason.BETWEEN_EXHIBITIONS: "fermé entre deux expositions",
        Reason.SEASON: "fermé hors saison",
        Reason.DISASTER: "fermé après un sinistre",
    },
    "oc": {
        Reason.WORKS: "tampat per òbras",
        Reason.BETWEEN_EXHIBITIONS: "tampat entre doas exposicions",
        Reason.SEASON: "tampat fòra sason",
        Reason.DISASTER: "tampat aprèp un sinistre",
    },
}
LONG_CLOSURE: Words = {"fr": "fermé au public", "oc": "tampat al public"}

QUARTERS: Mapping[Language, Mapping[Quarter, str]] = {
    "fr": {
        Quarter.SPRING: "au printemps",
        Quarter.SUMMER: "à l’été",
        Quarter.AUTUMN: "à l’automne",
        Quarter.WINTER: "à l’hiver",
    },
    "oc": {
        Quarter.SPRING: "a la prima",
        Quarter.SUMMER: "a l’estiu",
        Quarter.AUTUMN: "a la tardor",
        Quarter.WINTER: "a l’ivèrn",
    },
}

SERVICES: Mapping[Language, Mapping[ServiceKind, str]] = {
    "fr": {
        ServiceKind.TICKET_DESK: "billetterie",
        ServiceKind.GARDEN: "jardin",
        ServiceKind.LIBRARY: "bibliothèque",
        ServiceKind.CAFE: "café",
        ServiceKind.SHOP: "boutique",
    },
    "oc": {
        ServiceKind.TICKET_DESK: "bilhetariá",
        ServiceKind.GARDEN: "jardin",
        ServiceKind.LIBRARY: "bibliotèca",
        ServiceKind.CAFE: "cafè",
        ServiceKind.SHOP: "botiga",
    },
}
