"""What is said of fields that cannot be read or kept: one sentence a field, the first wins."""

from collections.abc import Callable
from typing import TypeVar

from portal.domain import texts
from portal.domain.errors import DomainError
from portal.domain.museums.profile import FrenchMissingError
from portal.web.kit import hour_refusals
from portal.web.kit.messages import _l

Value = TypeVar("Value")

LONGEST_ENTRY = 200
"""Signs of a field of hours or of a date: beyond, nobody meant an hour."""

_SENTENCES = {
    "choose": _l("Choisissez dans la liste."),
    "service_empty": _l("Ajoutez une période, ou choisissez les mêmes horaires que le musée."),
    "dates_or_breaks": _l("Choisissez : des dates, ou des vacances scolaires."),
    "no_end": _l("Dites aussi jusqu’à quand."),
    "no_start": _l("Dites à partir de quand."),
    "hour": _l("Écrivez une heure, par exemple 17h ou 17h30."),
    "reopening": _l("Écrivez une année, avec une saison ou un mois : printemps 2027, juin 2027."),
    "invisible": _l(
        "Ce texte contenait des signes invisibles, qui ont été retirés. Relisez-le, puis envoyez."
    ),
    "too_many": _l("Il y a plus de lignes qu’un musée n’en a. Le surplus n’est pas gardé."),
}


class Told:
    """The sentences, by field."""

    def __init__(self) -> None:
        self.sentences: dict[str, str] = {}

    def say(self, place: str, name: str) -> None:
        """Say one of the screen's own sentences."""
        self.sentences.setdefault(place, str(_SENTENCES[name]))

    def tell(self, place: str, error: DomainError) -> None:
        """Say why the domain refused."""
        self.sentences.setdefault(place, hour_refusals.sentence(error))

    def tried(self, place: str, read: Callable[[str], Value], typed: str) -> Value | None:
        """Return what a text says, or tell by its field why it says nothing."""
        try:
            texts.line(typed, LONGEST_ENTRY)
            return read(typed)
        except DomainError as error:
            self.tell(place, error)
            return None

    def words(
        self, place: str, french: str, occitan: str, most: int, name: str = "words"
    ) -> dict[str, str | None] | None:
        """Return a text in both languages, or nothing where there is none."""
        said: dict[str, str | None] = {}
        for language, field, typed in (("fr", name, french), ("oc", f"{name}_oc", occitan)):
            try:
                said[language] = texts.line(typed, most)
            except DomainError as error:
                self.tell(f"{place}.{field}", error)
                said[language] = None
        if said["oc"] and not said["fr"] and f"{place}.{name}" not in self.sentences:
            self.tell(f"{place}.{name}", FrenchMissingError())
        return said if said["fr"] else None
