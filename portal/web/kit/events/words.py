"""The names of what events are, of whom they are for and of where each date stands."""

from collections.abc import Mapping

from portal.domain.events.vocabulary import Audience, Cycle, EventType, PriceKind, Speech, Standing
from portal.web.kit.messages import LazyString, _l

TYPES: Mapping[EventType, LazyString] = {
    EventType.EXHIBITION: _l("Exposition"),
    EventType.GUIDED_VISIT: _l("Visite"),
    EventType.WORKSHOP: _l("Atelier"),
    EventType.TALK: _l("Conférence"),
    EventType.SHOW: _l("Spectacle, concert"),
    EventType.SCREENING: _l("Projection"),
    EventType.COURSE: _l("Stage"),
    EventType.LATE_OPENING: _l("Nocturne"),
    EventType.FESTIVAL: _l("Festival"),
    EventType.OPEN_DAY: _l("Portes ouvertes"),
    EventType.SCHOOL_OFFER: _l("Offre pour les classes"),
    EventType.OTHER: _l("Rendez-vous"),
}
TYPES_MANY: Mapping[EventType, LazyString] = {
    EventType.EXHIBITION: _l("Expositions"),
    EventType.GUIDED_VISIT: _l("Visites"),
    EventType.WORKSHOP: _l("Ateliers"),
    EventType.TALK: _l("Conférences"),
    EventType.SHOW: _l("Spectacles, concerts"),
    EventType.SCREENING: _l("Projections"),
    EventType.COURSE: _l("Stages"),
    EventType.LATE_OPENING: _l("Nocturnes"),
    EventType.FESTIVAL: _l("Festivals"),
    EventType.OPEN_DAY: _l("Portes ouvertes"),
    EventType.SCHOOL_OFFER: _l("Offres pour les classes"),
    EventType.OTHER: _l("Autres rendez-vous"),
}
AUDIENCES: Mapping[Audience, LazyString] = {
    Audience.EVERYONE: _l("Tout public"),
    Audience.FAMILIES: _l("En famille"),
    Audience.CHILDREN: _l("Enfants"),
    Audience.TEENAGERS: _l("Adolescents"),
    Audience.ADULTS: _l("Adultes"),
    Audience.SCHOOLS: _l("Classes"),
    Audience.GROUPS: _l("Groupes"),
    Audience.PROFESSIONALS: _l("Professionnels"),
    Audience.HINDERED: _l("Publics empêchés"),
}
SPEECHES: Mapping[Speech, LazyString] = {
    Speech.FRENCH: _l("Français"),
    Speech.OCCITAN: _l("Occitan"),
    Speech.SIGNS: _l("Langue des signes"),
    Speech.ENGLISH: _l("Anglais"),
    Speech.SPANISH: _l("Espagnol"),
    Speech.CATALAN: _l("Catalan"),
    Speech.GERMAN: _l("Allemand"),
    Speech.ITALIAN: _l("Italien"),
}
STANDINGS: Mapping[Standing, LazyString] = {
    Standing.SCHEDULED: _l("Prévu"),
    Standing.RESCHEDULED: _l("Déplacé"),
    Standing.MOVED_ONLINE: _l("En ligne"),
    Standing.POSTPONED: _l("Reporté"),
    Standing.FULL: _l("Complet"),
    Standing.CANCELLED: _l("Annulé"),
}
"""One word a standing, the same everywhere; what is simply going to take place bears none."""
MARKS: Mapping[Standing, str] = {
    Standing.RESCHEDULED: "tag--gold",
    Standing.MOVED_ONLINE: "tag--gold",
    Standing.POSTPONED: "tag--warn",
    Standing.FULL: "tag--warn",
    Standing.CANCELLED: "tag--warn",
}
"""The class of a standing's mark."""
CYCLES: Mapping[Cycle, LazyString] = {
    Cycle.NURSERY: _l("maternelle"),
    Cycle.CYCLE_2: _l("CP, CE1, CE2"),
    Cycle.CYCLE_3: _l("CM1, CM2, sixième"),
    Cycle.CYCLE_4: _l("cinquième à troisième"),
    Cycle.HIGH_SCHOOL: _l("lycée"),
    Cycle.HIGHER: _l("études supérieures"),
}
PRICES: Mapping[PriceKind, LazyString] = {
    PriceKind.FREE: _l("Gratuit"),
    PriceKind.INCLUDED: _l("Compris dans l’entrée"),
    PriceKind.PAID: _l("Payant"),
}


def standing_word(standing: Standing) -> str:
    """Return the one word of a standing; nothing where all goes as announced."""
    return "" if standing is Standing.SCHEDULED else str(STANDINGS[standing])
