"""The words for access and practical facts, in both languages; the Occitan ones follow the guide and its glossary."""

from collections.abc import Mapping

from portal.domain.access import Comfort, Fact, Family, Need, Source, State
from portal.web.kit.languages import Language

Words = Mapping[Language, str]


def _both(fr: str, oc: str) -> Words:
    return {"fr": fr, "oc": oc}


NEEDS: Mapping[Need, Words] = {
    Need.WHEELCHAIR: _both("Fauteuil roulant", "Fautuèlh rotlant"),
    Need.HEARING: _both("Malentendants", "Andicap auditiu"),
    Need.SIGN_LANGUAGE: _both("Langue des signes", "Lenga dels signes"),
    Need.SIGHT: _both("Non-voyants, malvoyants", "Andicap visual"),
    Need.COGNITIVE: _both("Handicap mental", "Andicap mental"),
    Need.ASSISTANCE_DOG: _both("Chien d’assistance", "Can d’assisténcia"),
}
ICONS: Mapping[Need, str] = {
    Need.WHEELCHAIR: "accessibility",
    Need.HEARING: "ear",
    Need.SIGN_LANGUAGE: "hand",
    Need.SIGHT: "eye-off",
    Need.COGNITIVE: "brain",
    Need.ASSISTANCE_DOG: "dog",
}
FAMILIES: Mapping[Family, Words] = {
    Family.MOTOR: _both("Fauteuil roulant", "Fautuèlh rotlant"),
    Family.HEARING: _both("Handicap auditif", "Andicap auditiu"),
    Family.SIGHT: _both("Handicap visuel", "Andicap visual"),
    Family.MENTAL: _both("Handicap mental", "Andicap mental"),
}
GROUPS: Mapping[Family, Words] = {
    Family.MOTOR: _both("Se déplacer", "Se desplaçar"),
    Family.HEARING: _both("Entendre", "Ausir"),
    Family.SIGHT: _both("Voir", "Veire"),
    Family.MENTAL: _both("Comprendre", "Comprene"),
}
STATES: Mapping[State, Words] = {
    State.YES: _both("oui", "òc"),
    State.LIMITED: _both("en partie", "en partida"),
    State.NO: _both("non", "non"),
    State.UNKNOWN: _both("non renseigné", "pas indicat"),
}
CALL: Words = _both("Appelez le musée", "Telefonatz al musèu")
CALL_FOR_ROOMS: Words = _both("Pour les salles, appelez le musée", "Per las salas, telefonatz al musèu")

YES: Mapping[Fact | Comfort, Words] = {
    Fact.ENTRANCE: _both("Entrée de plain-pied ou avec rampe", "Dintrada sens escalon o amb una rampa"),
    Fact.ROOMS: _both("Toutes les salles en fauteuil", "Totas las salas en fautuèlh"),
    Fact.RAMP: _both("Rampe d’accès", "Rampa d’accès"),
    Fact.LIFT: _both("Ascenseur", "Ascensor"),
    Fact.TOILETS: _both("Toilettes adaptées", "Comuns adaptats"),
    Fact.PARKING_SPACE: _both("Place de stationnement réservée", "Plaça d’estacionament reservada"),
    Fact.SEATS: _both("Sièges dans les salles", "Sètis dins las salas"),
    Fact.WHEELCHAIR_LOAN: _both("Fauteuil roulant prêté", "Fautuèlh rotlant prestat"),
    Fact.HEARING_LOOP: _both("Boucle magnétique", "Bocla magnetica"),
    Fact.SUBTITLES: _both("Vidéos sous-titrées", "Vidèos amb de sostítols"),
    Fact.SIGN_VISITS: _both("Visites en langue des signes", "Visitas en lenga dels signes"),
    Fact.SIGN_GUIDE: _both("Visioguide en langue des signes", "Guida vidèo en lenga dels signes"),
    Fact.AUDIO_DESCRIPTION: _both("Audiodescription", "Audiodescripcion"),
    Fact.LARGE_PRINT: _both("Textes en gros caractères", "Tèxtes en caractèrs gròsses"),
    Fact.BRAILLE: _both("Textes en braille", "Tèxtes en braille"),
    Fact.TACTILE: _both("Œuvres à toucher ou plan en relief", "Òbras de tocar o plan en relèu"),
    Fact.EASY_TO_READ: _both("Livret facile à lire", "Libret aisit de legir"),
    Fact.PICTOGRAMS: _both("Pictogrammes", "Pictogramas"),
    Fact.CALM_HOURS: _both("Heures calmes", "Oras calmas"),
    Fact.TRAINED_STAFF: _both("Personnel formé", "Personal format"),
    Fact.DOG_ADMITTED: _both("Bienvenu dans toutes les salles", "Benvengut dins totas las salas"),
    Comfort.COOL: _both("Salles fraîches en été", "Salas frescas d’estiu"),
    Comfort.CAFE: _both("Café", "Cafè"),
    Comfort.SHOP: _both("Boutique", "Botiga"),
    Comfort.LOCKERS: _both("Vestiaire ou consigne", "Vestiari o consigna"),
    Comfort.PUSHCHAIR: _both("Poussettes bienvenues", "Carriòlas d’enfant benvengudas"),
    Comfort.BABY_CHANGE: _both("Table à langer", "Taula de cambiar los nenons"),
    Comfort.PICNIC: _both("Aire de pique-nique", "Airal de picanica"),
    Comfort.DOGS: _both("Chiens admis", "Cans admeses"),
    Comfort.CAR_PARK: _both("Parking", "Parcatge"),
    Comfort.BIKE_RACKS: _both("Stationnement pour vélos", "Estacionament per bicicletas"),
}
"""What is said where the answer is yes."""

NO: Mapping[Fact | Comfort, Words] = {
    Fact.ENTRANCE: _both("Des marches à l’entrée", "D’escalons a la dintrada"),
    Fact.ROOMS: _both("Pas toutes les salles en fauteuil", "Pas totas las salas en fautuèlh"),
    Fact.RAMP: _both("Pas de rampe", "Pas de rampa"),
    Fact.LIFT: _both("Pas d’ascenseur", "Pas d’ascensor"),
    Fact.TOILETS: _both("Pas de toilettes adaptées", "Pas de comuns adaptats"),
    Fact.PARKING_SPACE: _both("Pas de place réservée", "Pas de plaça reservada"),
    Fact.SEATS: _both("Pas de sièges dans les salles", "Pas de sètis dins las salas"),
    Fact.WHEELCHAIR_LOAN: _both("Pas de fauteuil prêté", "Pas de fautuèlh prestat"),
    Fact.HEARING_LOOP: _both("Pas de boucle magnétique", "Pas de bocla magnetica"),
    Fact.SUBTITLES: _both("Vidéos sans sous-titres", "Vidèos sens sostítols"),
    Fact.SIGN_VISITS: _both("Pas de visite en langue des signes", "Pas de visita en lenga dels signes"),
    Fact.SIGN_GUIDE: _both(
        "Pas de visioguide en langue des signes", "Pas de guida vidèo en lenga dels signes"
    ),
    Fact.AUDIO_DESCRIPTION: _both("Pas d’audiodescription", "Pas d’audiodescripcion"),
    Fact.LARGE_PRINT: _both("Pas de textes en gros caractères", "Pas de tèxtes en caractèrs gròsses"),
    Fact.BRAILLE: _both("Pas de textes en braille", "Pas de tèxtes en braille"),
    Fact.TACTILE: _both("Rien à toucher", "Res de tocar"),
    Fact.EASY_TO_READ: _both("Pas de livret facile à lire", "Pas de libret aisit de legir"),
    Fact.PICTOGRAMS: _both("Pas de pictogrammes", "Pas de pictogramas"),
    Fact.CALM_HOURS: _both("Pas d’heures calmes", "Pas d’oras calmas"),
    Fact.TRAINED_STAFF: _both("Personnel pas encore formé", "Personal pas encara format"),
    Fact.DOG_ADMITTED: _both("Pas admis", "Pas admés"),
    Comfort.COOL: _both("Pas de salle fraîche en été", "Pas de sala fresca d’estiu"),
    Comfort.CAFE: _both("Pas de café", "Pas de cafè"),
    Comfort.SHOP: _both("Pas de boutique", "Pas de botiga"),
    Comfort.LOCKERS: _both("Pas de vestiaire ni de consigne", "Pas de vestiari ni de consigna"),
    Comfort.PUSHCHAIR: _both("Visite difficile en poussette", "Visita malaisida amb una carriòla d’enfant"),
    Comfort.BABY_CHANGE: _both("Pas de table à langer", "Pas de taula de cambiar los nenons"),
    Comfort.PICNIC: _both("Pas d’aire de pique-nique", "Pas d’airal de picanica"),
    Comfort.DOGS: _both("Chiens non admis", "Cans pas admeses"),
    Comfort.CAR_PARK: _both("Pas de parking", "Pas de parcatge"),
    Comfort.BIKE_RACKS: _both("Pas de stationnement pour vélos", "Pas d’estacionament per bicicletas"),
}
"""What is said where the answer is no."""

THINGS: Mapping[Fact, Words] = {
    Fact.ENTRANCE: _both("Entrée sans marche", "Dintrada sens escalon"),
    Fact.ROOMS: _both("Certaines salles", "Qualques salas"),
    Fact.RAMP: _both("Rampe", "Rampa"),
    Fact.PARKING_SPACE: _both("Place réservée", "Plaça reservada"),
    Fact.SEATS: _both("Sièges", "Sètis"),
    Fact.DOG_ADMITTED: _both("Chien d’assistance", "Can d’assisténcia"),
}
"""What an outage is about, where its name is not the answer's."""

BROKEN: Words = _both("en panne", "en pana")
OUT_OF_ORDER: Words = _both("hors service", "fòra servici")
RESTRICTED: Words = _both("accès limité", "accès limitat")
PAUSED: Words = _both("interruption", "interrupcion")
FAILURES: Mapping[Fact, Words] = {
    Fact.LIFT: BROKEN,
    Fact.HEARING_LOOP: BROKEN,
    Fact.SIGN_GUIDE: BROKEN,
    Fact.AUDIO_DESCRIPTION: BROKEN,
    Fact.SUBTITLES: BROKEN,
    Fact.RAMP: OUT_OF_ORDER,
    Fact.TOILETS: OUT_OF_ORDER,
    Fact.PARKING_SPACE: OUT_OF_ORDER,
    Fact.WHEELCHAIR_LOAN: OUT_OF_ORDER,
    Fact.SEATS: OUT_OF_ORDER,
    Fact.ENTRANCE: RESTRICTED,
    Fact.ROOMS: RESTRICTED,
    Fact.DOG_ADMITTED: RESTRICTED,
}
"""How something fails; of what is not here, the need or the offer is interrupted."""

MARK: Words = _both("Marque Tourisme & Handicap", "Marca Tourisme & Handicap")
SOURCES: Mapping[Source, Words] = {
    Source.SELF: _both("Le musée", "Lo musèu"),
    Source.ACCESLIBRE: _both("acceslibre", "acceslibre"),
    Source.AUDIT: _both("La visite de la marque", "La visita de la marca"),
}
