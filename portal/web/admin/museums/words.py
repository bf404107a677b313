"""Who keeps an entry, in plain words."""

from collections.abc import Mapping

from portal.domain.accounts.presence import Presence, Standing
from portal.web.kit.messages import LazyString, _, _l, ngettext

STANDINGS: Mapping[Standing, LazyString] = {
    Standing.NOBODY: _l("Sans personne"),
    Standing.EXPIRED: _l("Invitation sans réponse"),
    Standing.INVITED: _l("Invitation en cours"),
    Standing.WITHOUT_MANAGER: _l("Sans responsable"),
    Standing.MANAGED: _l("Avec responsable"),
}

TONES: Mapping[Standing, str] = {
    Standing.NOBODY: "tag--warn",
    Standing.EXPIRED: "tag--warn",
    Standing.INVITED: "tag--gold",
    Standing.WITHOUT_MANAGER: "tag--gold",
    Standing.MANAGED: "tag--ok",
}


def standing(presence: Presence) -> str:
    """Say who keeps a museum's entry: how many accounts, or what is missing."""
    if presence.standing is Standing.MANAGED:
        return ngettext("%(num)s compte", "%(num)s comptes", len(presence.people))
    if presence.standing is Standing.WITHOUT_MANAGER:
        return _("Sans responsable")
    return str(STANDINGS[presence.standing])
