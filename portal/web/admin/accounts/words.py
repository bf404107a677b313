"""The words of the room: states, visits, roles and orders as people read them."""

from collections.abc import Mapping

from portal.domain.accounts import AssociationRole, MuseumRole
from portal.domain.accounts.directory import State
from portal.domain.accounts.seeking import Visit
from portal.web.kit import labels
from portal.web.kit.messages import LazyString, _l

STATES: Mapping[State, LazyString] = {
    State.ACTIVE: _l("Actif"),
    State.BOUNCED: _l("Courrier revenu"),
    State.DISABLED: _l("Suspendu"),
    State.ERASED: _l("Effacé"),
}

VISITS: Mapping[Visit, LazyString] = {
    Visit.DORMANT: _l("Dormant depuis un an"),
    Visit.NEVER: _l("Jamais venu"),
}

CRITERIA: Mapping[str, LazyString] = {
    "musee": _l("Musée"),
    "role": _l("Rôle"),
    "visite": _l("Visite"),
    "etat": _l("État"),
    "tri": _l("Tri"),
    "page": _l("Page"),
}

OF_ASSOCIATION = "association"


def role_choices() -> list[tuple[str, str]]:
    """Return the roles to choose among: the museums' own, then the association's, any of them or one."""
    museum = [(role.value, str(labels.role_name(role))) for role in MuseumRole]
    association = [(role.value, str(labels.role_name(role))) for role in AssociationRole]
    return [*museum, (OF_ASSOCIATION, str(_l("L’association"))), *association]
