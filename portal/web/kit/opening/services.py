"""The parts of a museum that may keep hours of their own, in words."""

from portal.domain.hours.rows import ServiceKind
from portal.web.kit.languages import Language
from portal.web.kit.opening import words

_HOURS_OF = {
    "fr": {
        ServiceKind.TICKET_DESK: "Horaires de la billetterie",
        ServiceKind.GARDEN: "Horaires du jardin",
        ServiceKind.LIBRARY: "Horaires de la bibliothèque",
        ServiceKind.CAFE: "Horaires du café",
        ServiceKind.SHOP: "Horaires de la boutique",
    },
    "oc": {
        ServiceKind.TICKET_DESK: "Oraris de la bilhetariá",
        ServiceKind.GARDEN: "Oraris del jardin",
        ServiceKind.LIBRARY: "Oraris de la bibliotèca",
        ServiceKind.CAFE: "Oraris del cafè",
        ServiceKind.SHOP: "Oraris de la botiga",
    },
}
SAME_AS_MUSEUM = {"fr": "ceux du musée", "oc": "los del musèu"}


def service_name(kind: ServiceKind, language: Language) -> str:
    """Write `bibliothèque`, `bibliotèca`."""
    return words.SERVICES[language][kind]


def hours_of(kind: ServiceKind, language: Language) -> str:
    """Write `Horaires de la bibliothèque`."""
    return _HOURS_OF[language][kind]
