"""How our own sentences begin, in plain spelling, in each language: what the reader of a whole text knows."""

from collections.abc import Mapping

from portal.db.translated import Language
from portal.domain.hours.rows import Effect, Reason, ServiceKind

CLOSURES: Mapping[Language, Mapping[str, Reason]] = {
    "fr": {
        "ferme pour travaux": Reason.WORKS,
        "ferme entre deux expositions": Reason.BETWEEN_EXHIBITIONS,
        "ferme hors saison": Reason.SEASON,
        "ferme apres un sinistre": Reason.DISASTER,
        "ferme au public": Reason.OTHER,
    },
    "oc": {
        "tampat per obras": Reason.WORKS,
        "tampat entre doas exposicions": Reason.BETWEEN_EXHIBITIONS,
        "tampat fora sason": Reason.SEASON,
        "tampat aprep un sinistre": Reason.DISASTER,
        "tampat al public": Reason.OTHER,
    },
}
EFFECTS: Mapping[Language, Mapping[str, Effect]] = {
    "fr": {
        "ferme a": Effect.CLOSES_EARLY,
        "ouvre a": Effect.OPENS_LATE,
        "horaires particuliers": Effect.HOURS,
        "ouvert aussi": Effect.EXTRA,
        "ferme": Effect.CLOSED,
    },
    "oc": {
        "tampa a": Effect.CLOSES_EARLY,
        "dobris a": Effect.OPENS_LATE,
        "oraris particulars": Effect.HOURS,
        "dobert tanben": Effect.EXTRA,
        "tampat": Effect.CLOSED,
    },
}
REASONS: Mapping[Language, Mapping[str, Reason]] = {
    "fr": {
        "intemperies": Reason.WEATHER,
        "manque de personnel": Reason.STAFF,
        "mouvement social": Reason.STRIKE,
        "probleme technique": Reason.TECHNICAL,
        "montage d'exposition": Reason.INSTALLATION,
        "inventaire": Reason.INVENTORY,
        "evenement": Reason.EVENT,
        "nocturne": Reason.LATE_OPENING,
        "nuit des musees": Reason.MUSEUM_NIGHT,
        "journees europeennes du patrimoine": Reason.HERITAGE_DAYS,
        "pont": Reason.BRIDGE,
        "fetes de fin d'annee": Reason.YEAR_END,
        "travaux": Reason.WORKS,
        "entre deux expositions": Reason.BETWEEN_EXHIBITIONS,
        "hors saison": Reason.SEASON,
        "sinistre": Reason.DISASTER,
    },
    "oc": {
        "mal temps": Reason.WEATHER,
        "manca de personal": Reason.STAFF,
        "movement social": Reason.STRIKE,
        "problema tecnic": Reason.TECHNICAL,
        "montatge d'exposicion": Reason.INSTALLATION,
        "inventari": Reason.INVENTORY,
        "eveniment": Reason.EVENT,
        "nocturna": Reason.LATE_OPENING,
        "nuech dels museus": Reason.MUSEUM_NIGHT,
        "jornadas europeas del patrimoni": Reason.HERITAGE_DAYS,
        "pont": Reason.BRIDGE,
        "festas de la fin de l'an": Reason.YEAR_END,
        "obras": Reason.WORKS,
        "entre doas exposicions": Reason.BETWEEN_EXHIBITIONS,
        "fora sason": Reason.SEASON,
        "sinistre": Reason.DISASTER,
    },
}
LABELS: Mapping[Language, Mapping[str, str]] = {
    "fr": {
        "horaires d'ete": "summer",
        "horaires d'hiver": "winter",
        "horaires de printemps": "spring",
        "horaires d'automne": "autumn",
        "horaires de haute saison": "high",
        "horaires de basse saison": "low",
        "horaires de toute l'annee": "all_year",
        "horaires des vacances scolaires": "school",
    },
    "oc": {
        "oraris d'estiu": "summer",
        "oraris d'ivern": "winter",
        "oraris de prima": "spring",
        "oraris de tardor": "autumn",
        "oraris de nauta sason": "high",
        "oraris de bassa sason": "low",
        "oraris de tot l'an": "all_year",
        "oraris de las vacancas escolaras": "school",
    },
}
SERVICES: Mapping[Language, Mapping[str, ServiceKind]] = {
    "fr": {
        "horaires de la billetterie": ServiceKind.TICKET_DESK,
        "horaires du jardin": ServiceKind.GARDEN,
        "horaires de la bibliotheque": ServiceKind.LIBRARY,
        "horaires du cafe": ServiceKind.CAFE,
        "horaires de la boutique": ServiceKind.SHOP,
    },
    "oc": {
        "oraris de la bilhetaria": ServiceKind.TICKET_DESK,
        "oraris del jardin": ServiceKind.GARDEN,
        "oraris de la biblioteca": ServiceKind.LIBRARY,
        "oraris del cafe": ServiceKind.CAFE,
        "oraris de la botiga": ServiceKind.SHOP,
    },
}
SAME_AS_MUSEUM: Mapping[Language, str] = {"fr": "ceux du musee", "oc": "los del museu"}
HOLIDAYS: Mapping[Language, str] = {"fr": "jours feries", "oc": "jorns de festa"}
ALL_HOLIDAYS: Mapping[Language, str] = {"fr": "tous les jours feries", "oc": "totes los jorns de festa"}
USUAL: Mapping[Language, str] = {"fr": "comme d'habitude", "oc": "coma de costuma"}
LIKE: Mapping[Language, str] = {"fr": "comme un", "oc": "coma un"}
CLOSED: Mapping[Language, str] = {"fr": "ferme", "oc": "tampat"}
EVERY_YEAR: Mapping[Language, str] = {"fr": "chaque annee", "oc": "cada an"}
OPEN_ENDED: Mapping[Language, str] = {"fr": "a partir du", "oc": "a partir del"}
LAST_ADMISSION: Mapping[Language, str] = {"fr": "derniere entree", "oc": "darriera dintrada"}
