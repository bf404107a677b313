"""What the room says: how a text waits, what a rule means, and reasons ready to be picked."""

from collections.abc import Mapping

from portal.domain.revisions import Policy, State, Unread
from portal.web.kit.messages import LazyString, _, _l

POLICIES: Mapping[Policy, LazyString] = {
    Policy.BEFORE: _l("Lu avant"),
    Policy.AFTER: _l("Regardé après"),
    Policy.TRUSTED: _l("De confiance"),
}
HINTS: Mapping[Policy, LazyString] = {
    Policy.BEFORE: _l("Le musée propose ; rien ne paraît avant l’accord de l’association."),
    Policy.AFTER: _l("Le musée publie aussitôt ; le texte se montre ensuite ici, à regarder."),
    Policy.TRUSTED: _l("Le musée publie aussitôt, et rien n’est à regarder."),
}
URGENT = _l("Ne peut pas attendre : un visiteur perdrait plus à attendre qu’à lire une erreur.")

REASONS: Mapping[str, LazyString] = {
    "source": _l("D’où vient ce fait ? Dites-nous la source, et nous l’accepterons."),
    "nom": _l("Le nom suit l’arrêté d’appellation : envoyez-nous la délibération qui le change."),
    "contredit": _l("Ce texte et votre propre site se contredisent : lequel est juste ?"),
    "date": _l("C’est une annonce datée : sa place est dans l’agenda, où elle s’efface d’elle-même."),
    "copie": _l("Ce texte est repris d’ailleurs mot pour mot : écrivez-le avec vos mots."),
    "occitan": _l("L’occitan ne dit pas la même chose que le français : reprenez l’un des deux."),
    "personne": _l("Une personne y est nommée ou reconnaissable : il nous faut son accord."),
    "long": _l("C’est trop long pour qui hésite encore : gardez deux ou trois phrases."),
}
"""Ready to be picked, by what the form sends."""

LANGUAGES: Mapping[str, LazyString] = {"fr": _l("Français"), "oc": _l("Occitan")}
"""The tag of a field in one language, by the end of its path."""


def waits(unread: Unread) -> str:
    """Say in a few words how a text waits."""
    if unread.is_public:
        return _("En ligne, à regarder")
    if unread.state is State.SCHEDULED:
        return _("Prévu, à lire avant")
    return _("Attend aussi son musée") if unread.is_its_museums else _("À accepter")


def tone(unread: Unread) -> str:
    """Return the class of the tag that says it."""
    return "" if unread.is_its_museums else ("tag--ok" if unread.is_public else "tag--gold")
