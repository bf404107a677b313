"""The kinds of letters and what became of them, in plain words."""

from collections.abc import Mapping

from portal.domain.letters import State
from portal.web.kit.messages import LazyString, _l

KINDS: Mapping[str, LazyString] = {
    "sign_in_link": _l("Lien de connexion"),
    "password_reset": _l("Nouveau mot de passe"),
    "password_changed": _l("Mot de passe changé"),
    "address_confirmation": _l("Confirmation d’adresse"),
    "address_changed": _l("Adresse changée"),
    "second_factor_set": _l("Double vérification mise en place"),
    "second_factor_reset": _l("Double vérification retirée"),
    "invitation": _l("Invitation"),
    "invitation_renewal_asked": _l("Invitation à renvoyer"),
    "role_given": _l("Musée ouvert"),
    "handed_over": _l("Musée confié à l’association"),
    "hours_confirmation": _l("Horaires à confirmer"),
    "text_accepted": _l("Texte accepté"),
    "text_refused": _l("Texte à reprendre"),
    "text_reverted": _l("Texte d’avant rétabli"),
    "written_on_behalf": _l("Page modifiée par l’association"),
    "hours_reminder": _l("Horaires qui s’arrêtent"),
    "visitor_report_received": _l("Erreur signalée par un visiteur"),
    "visitor_report_unanswered": _l("Signalements sans réponse"),
    "visitor_report_answered": _l("Réponse à un signalement"),
}

STATES: Mapping[State, LazyString] = {
    State.WAITING: _l("En attente"),
    State.SENT: _l("Partie"),
    State.FAILED: _l("Abandonnée"),
    State.BOUNCED: _l("Revenue"),
}

TONES: Mapping[State, str] = {
    State.WAITING: "tag--gold",
    State.SENT: "tag--ok",
    State.FAILED: "tag--warn",
    State.BOUNCED: "tag--warn",
}

ADDRESSES: Mapping[str, State] = {
    "attente": State.WAITING,
    "partie": State.SENT,
    "abandonnee": State.FAILED,
    "revenue": State.BOUNCED,
}
"""What the list's address says."""


def kind(code: str) -> str:
    """Return what a kind of letter is called."""
    return str(KINDS.get(code, code))
