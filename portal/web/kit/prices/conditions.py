"""Conditions and proofs in words: those that museums write the most are known in Occitan too."""

from collections.abc import Mapping

from portal.db import Translated
from portal.domain.admission import Audience, PriceLine, entry
from portal.domain.admission.rows import NAMED
from portal.domain.folding import fold
from portal.web.kit.languages import Language
from portal.web.kit.prices.audiences import audience_words
from portal.web.kit.prices.pieces import Piece, own

_OCCITAN: Mapping[str, str] = {
    "2 adultes et 2 enfants": "2 adultes e 2 enfants",
    "accompagne d’un adulte": "acompanhat d’un adulte",
    "accompagnés d’un adulte": "acompanhats d’un adulte",
    "attestation": "atestacion",
    "attestation de moins de six mois": "atestacion de mens de sièis meses",
    "attestation de moins de 6 mois": "atestacion de mens de 6 meses",
    "attestation de moins de trois mois": "atestacion de mens de tres meses",
    "attestation de moins de 3 mois": "atestacion de mens de 3 meses",
    "carte d’étudiant": "carta d’estudiant",
    "carte mobilité inclusion": "carta mobilitat inclusion",
    "carte professionnelle": "carta professionala",
    "deux adultes et deux enfants": "dos adultes e dos enfants",
    "et un accompagnant": "e un acompanhaire",
    "exposition comprise": "exposicion compresa",
    "expositions comprises": "exposicions compresas",
    "justificatif": "justificatiu",
    "justificatif d’âge": "justificatiu d’edat",
    "justificatif de domicile": "justificatiu de domicili",
    "livret de famille": "libret de familha",
    "par personne": "per persona",
    "pièce d’identité": "pèça d’identitat",
    "réservation obligatoire": "reservacion obligatòria",
    "sur justificatif": "en presentant un justificatiu",
    "sur présentation d’un justificatif": "en presentant un justificatiu",
    "sur réservation": "sus reservacion",
}
_KNOWN = {fold(french): occitan for french, occitan in _OCCITAN.items()}
SUGGESTED = ("sur réservation", "sur justificatif", "accompagnés d’un adulte", "par personne")
"""What the form offers as a condition."""
PROOFS = (
    "pièce d’identité",
    "carte d’étudiant",
    "attestation de moins de six mois",
    "carte mobilité inclusion",
    "justificatif de domicile",
    "carte professionnelle",
)
"""What the form offers as a proof."""


def condition_words(words: Translated, language: Language) -> Piece:
    """Return a condition for a reader: in Occitan if the museum wrote it, or if every part of it is known."""
    if language == "fr" or words.oc:
        return own(words, language)
    known = [_occitan(part.strip()) for part in words.fr.split(",")]
    if all(known):
        return Piece(", ".join(filter(None, known)), "oc")
    return own(words, language)


def _occitan(part: str) -> str | None:
    """Return a part of a condition in Occitan, where it is known: `étudiants`, `dès 65 ans`."""
    found = _KNOWN.get(fold(part))
    if found is not None:
        return found
    who = entry.audience(part)
    if who.audience in NAMED or (who.audience is Audience.CHILD and who.age_from is who.age_to is None):
        return None
    line = PriceLine(who.audience, 0, who.age_from, who.age_to, who.group_min)
    return audience_words(line, "oc").text
