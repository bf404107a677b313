"""The visible names of what the domain only numbers: roles, in plain words."""

from collections.abc import Mapping

from portal.domain.accounts import AssociationRole, MuseumRole, Role, invitations
from portal.domain.revisions import State as RevisionState
from portal.web.kit.messages import LazyString, _l

_NAMES: Mapping[Role, LazyString] = {
    MuseumRole.MANAGER: _l("Responsable"),
    MuseumRole.EDITOR: _l("Rédaction"),
    MuseumRole.CONTRIBUTOR: _l("Contribution"),
    AssociationRole.ADMIN: _l("Administration"),
    AssociationRole.MODERATOR: _l("Modération"),
    AssociationRole.TRANSLATOR: _l("Traduction"),
    AssociationRole.PARTNER: _l("Partenaire"),
}

_HINTS: Mapping[Role, LazyString] = {
    MuseumRole.MANAGER: _l("Tout le musée, et son équipe"),
    MuseumRole.EDITOR: _l("Écrit et publie"),
    MuseumRole.CONTRIBUTOR: _l("Écrit des brouillons, que d’autres publient"),
    AssociationRole.ADMIN: _l("Tout, dans tous les musées"),
    AssociationRole.MODERATOR: _l("Relit, et écrit à la place des musées"),
    AssociationRole.TRANSLATOR: _l("Le côté occitan de tous les musées"),
    AssociationRole.PARTNER: _l("Lit les bilans"),
}


def role_name(role: Role) -> LazyString:
    """Return a role's name."""
    return _NAMES[role]


def role_hint(role: Role) -> LazyString:
    """Return in a few words what a role lets one do."""
    return _HINTS[role]


_SENTENCES: Mapping[Role, LazyString] = {
    MuseumRole.MANAGER: _l("Vous pourrez tout écrire et publier pour le musée, et inviter vos collègues."),
    MuseumRole.EDITOR: _l("Vous pourrez écrire et publier pour le musée."),
    MuseumRole.CONTRIBUTOR: _l("Vous pourrez écrire des brouillons, que vos collègues publieront."),
    AssociationRole.ADMIN: _l("Vous pourrez tout faire, dans tous les musées."),
    AssociationRole.MODERATOR: _l("Vous pourrez relire les textes des musées, et écrire à leur place."),
    AssociationRole.TRANSLATOR: _l("Vous pourrez écrire le côté occitan de tous les musées."),
    AssociationRole.PARTNER: _l("Vous pourrez lire les bilans."),
}


def role_sentence(role: Role) -> LazyString:
    """Return the sentence that tells somebody what a role opens to them."""
    return _SENTENCES[role]


_INVITATIONS: Mapping[invitations.State, LazyString] = {
    invitations.State.NOT_INVITED: _l("Personne d’invité"),
    invitations.State.WAITING: _l("Va partir"),
    invitations.State.SENT: _l("Envoyée"),
    invitations.State.BOUNCED: _l("Adresse refusée"),
    invitations.State.OPENED: _l("Ouverte"),
    invitations.State.EXPIRED: _l("Expirée"),
    invitations.State.ACCEPTED: _l("Acceptée"),
    invitations.State.REFUSED: _l("Refusée"),
    invitations.State.REVOKED: _l("Annulée"),
}


def invitation_state_name(state: invitations.State) -> LazyString:
    """Return in a word how far an invitation has come."""
    return _INVITATIONS[state]


def role_hints() -> dict[str, LazyString]:
    """Return every role's hint by its word, for radio buttons."""
    return {role.value: hint for role, hint in _HINTS.items()}


_REVISIONS: Mapping[RevisionState, LazyString] = {
    RevisionState.DRAFT: _l("Brouillon"),
    RevisionState.SUBMITTED: _l("Proposé"),
    RevisionState.REFUSED: _l("À reprendre"),
    RevisionState.SCHEDULED: _l("Prévu"),
    RevisionState.LIVE: _l("En ligne"),
    RevisionState.ARCHIVED: _l("Remplacé"),
}


def revision_state_name(state: RevisionState) -> LazyString:
    """Return in a word what became of a revision."""
    return _REVISIONS[state]
