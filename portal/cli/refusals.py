"""The French sentence for each reason why a register file, or one of its rows, is refused."""

from collections.abc import Mapping

from portal.domain.museums.register_file import Reason

SENTENCES: Mapping[Reason, str] = {
    Reason.AMBIGUOUS_HEADERS: "Deux colonnes disent la même chose ({header}) : gardez-en une.",
    Reason.BROKEN_JSON: "Ce fichier JSON est coupé ou abîmé : téléchargez-le de nouveau.",
    Reason.EMPTY: "Le fichier est vide.",
    Reason.MARKUP: "C’est une page web, pas un fichier du registre : téléchargez l’export CSV ou JSON.",
    Reason.NOT_TEXT: "Ce n’est pas un fichier texte : téléchargez l’export CSV ou JSON du registre.",
    Reason.NO_ROWS: "Le fichier a bien la forme d’un registre, mais aucune ligne.",
    Reason.PDF: "C’est un PDF, pas un fichier du registre : téléchargez l’export CSV ou JSON.",
    Reason.TOO_BIG: "Le fichier dépasse la taille acceptée ({limit} octets).",
    Reason.TOO_MANY_ROWS: "Le fichier dépasse {limit} lignes : ce n’est pas le registre des musées de France.",
    Reason.UNKNOWN_HEADERS: "Ces colonnes ne sont celles d’aucune forme connue du registre : {headers}",
    Reason.ZIP: "C’est un classeur ou une archive : enregistrez-le d’abord en CSV.",
    Reason.BAD_COORDINATES: "la position « {value} » ne se lit pas ; écrivez latitude, longitude.",
    Reason.BAD_DATE: "la date « {value} » ne se lit pas.",
    Reason.BAD_ID: "l’identifiant « {value} » n’a pas la forme attendue (M et quatre chiffres).",
    Reason.BAD_POSTCODE: "le code postal « {value} » n’a pas cinq chiffres.",
    Reason.BROKEN_QUOTES: "un guillemet ouvert n’est jamais refermé.",
    Reason.CELL_TOO_LONG: "une cellule a {length} caractères, plus que les {limit} acceptés.",
    Reason.DUPLICATE_ID: "l’identifiant {value} est déjà à la ligne {first_line}.",
    Reason.MISSING_ID: "l’identifiant manque.",
    Reason.MISSING_NAME: "le nom officiel manque.",
    Reason.OUTSIDE_FRANCE: "la position « {value} » est hors de France.",
    Reason.UNKNOWN_PLACE: "la ville ou le département manque : un musée nouveau ne peut pas être placé.",
    Reason.SHIFTED_CELLS: "{found} cellules au lieu de {expected} : la ligne est décalée.",
}


def sentence(reason: Reason, detail: Mapping[str, object]) -> str:
    """Return the sentence for a refusal."""
    return SENTENCES[reason].format_map(detail)
