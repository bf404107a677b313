"""What the room says of states and of faults in a file."""

from collections.abc import Mapping

from portal.domain.accounts.invitation_list import Encoding, Fault, Field, NotAListError, Problem
from portal.domain.accounts.invitation_states import State
from portal.web.kit.messages import LazyString, _, _l

STATES: Mapping[State, LazyString] = {
    State.NOT_INVITED: _l("Pas invité"),
    State.WAITING: _l("Va partir"),
    State.SENT: _l("Sans réponse"),
    State.OPENED: _l("Lien ouvert, pas terminé"),
    State.BOUNCED: _l("Adresse refusée"),
    State.EXPIRED: _l("Expirée"),
    State.REFUSED: _l("Refusée"),
    State.ACCEPTED: _l("Compte actif"),
}
TONES: Mapping[State, str] = {
    State.OPENED: "tag--gold",
    State.BOUNCED: "tag--warn",
    State.EXPIRED: "tag--warn",
    State.REFUSED: "tag--warn",
    State.ACCEPTED: "tag--ok",
}

ENCODINGS: Mapping[Encoding, LazyString] = {
    Encoding.UTF_8: _l("UTF-8"),
    Encoding.UTF_8_BOM: _l("UTF-8 avec marque"),
    Encoding.WINDOWS_1252: _l("Windows-1252, celui des anciens tableurs"),
}

FIELDS: Mapping[Field, LazyString] = {
    Field.MUSEUM: _l("musée"),
    Field.EMAIL: _l("courriel"),
    Field.NAME: _l("nom"),
    Field.FIRST_NAME: _l("prénom"),
    Field.ROLE: _l("rôle"),
    Field.LANGUAGE: _l("langue"),
}

_FILES: Mapping[Fault, LazyString] = {
    Fault.TOO_BIG: _l("Le fichier est trop grand : un mégaoctet au plus."),
    Fault.NOT_TEXT: _l("Ce n’est pas un fichier CSV. Depuis le tableur, enregistrez sous « CSV »."),
    Fault.EMPTY: _l("Le fichier est vide."),
    Fault.TOO_MANY_ROWS: _l("Le fichier a plus de 2 000 lignes : envoyez-le en plusieurs fois."),
    Fault.TOO_MANY_COLUMNS: _l("Le fichier a plus de 20 colonnes : gardez celles qui servent."),
    Fault.NO_HEADER: _l(
        "La première ligne doit nommer les colonnes ; il en faut au moins deux : musée et courriel."
    ),
    Fault.HEADER_TWICE: _l("Deux colonnes disent la même chose : n’en gardez qu’une."),
    Fault.BROKEN_QUOTES: _l("Un guillemet n’est pas refermé : le fichier ne se lit pas jusqu’au bout."),
}

_LINES: Mapping[Fault, LazyString] = {
    Fault.CELL_TOO_LONG: _l("texte trop long"),
    Fault.SHIFTED: _l("plus de cases que de colonnes"),
    Fault.MISSING: _l("case vide"),
    Fault.UNKNOWN_MUSEUM: _l("aucun musée de ce nom, de cette adresse ou de cet identifiant"),
    Fault.AMBIGUOUS_MUSEUM: _l("plusieurs musées portent ce nom : écrivez l’identifiant Muséofile"),
    Fault.BAD_ADDRESS: _l("adresse incomplète"),
    Fault.UNKNOWN_ROLE: _l("rôle inconnu : responsable, rédaction ou contribution"),
    Fault.UNKNOWN_LANGUAGE: _l("langue inconnue : français ou occitan"),
    Fault.ALREADY_MEMBER: _l("déjà dans l’équipe de ce musée"),
}


def of_file(error: NotAListError) -> str:
    """Return the sentence for a file that is no list, with what it stumbled on."""
    sentence = str(_FILES[error.fault])
    if error.fault is Fault.BROKEN_QUOTES:
        return _("%(sentence)s Regardez à partir de la ligne %(line)s.", sentence=sentence, line=error.detail)
    return f"{sentence} ({error.detail})" if error.detail else sentence


def of_line(problem: Problem) -> str:
    """Return why a line invites nobody."""
    if problem.fault is Fault.REPEATED:
        return _("même musée et même adresse qu’à la ligne %(line)s", line=problem.value)
    return str(_LINES[problem.fault])
