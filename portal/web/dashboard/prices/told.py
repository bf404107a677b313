"""Why typed prices are refused, and what to write instead: one sentence a field, the first wins."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from portal.db import Translated
from portal.domain import texts
from portal.domain.admission import entry, errors
from portal.domain.errors import DomainError
from portal.domain.museums.profile import FrenchMissingError
from portal.web.kit import prices, refusals
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, ngettext

Value = TypeVar("Value")
LONGEST_ENTRY = 200
"""Signs of a field that is read: beyond, nobody meant a price."""

_SENTENCES: Mapping[type[DomainError], Callable[[Any], str]] = {
    entry.NotAnAmountError: lambda _error: _(
        "Écrivez un prix en chiffres, par exemple 8 ou 8,50, ou « gratuit »."
    ),
    entry.AmountMissingError: lambda _error: _("Écrivez le prix, ou « gratuit »."),
    entry.AudienceMissingError: lambda _error: _(
        "Dites pour qui : plein tarif, moins de 18 ans, groupe dès 10…"
    ),
    entry.NotAFreeDayError: lambda _error: _(
        "Écrivez par exemple premier dimanche du mois, mercredi, Nuit des musées ou 14 juillet."
    ),
    entry.NotADateError: lambda _error: _("Écrivez une date avec son année, par exemple 1er janvier 2027."),
    errors.AmountNegativeError: lambda _error: _("Un prix ne descend pas sous zéro."),
    errors.AmountTooHighError: lambda error: _(
        "C’est plus de %(most)s : vérifiez ce prix.", most=prices.cost_words(error.most, page_language())
    ),
    errors.ValidityInvertedError: lambda _error: _("La fin précède le début."),
    errors.LineTwiceError: lambda error: _(
        "La ligne %(rank)s dit déjà un prix pour eux.", rank=error.other + 1
    ),
    errors.AgesInvertedError: lambda _error: _("Le premier âge dépasse le second."),
    errors.AgeRefusedError: lambda _error: _("Écrivez un âge entre 0 et 120 ans."),
    errors.GroupRefusedError: lambda _error: _("Un groupe commence à 2 personnes, et à 500 au plus."),
    errors.NameMissingError: lambda _error: _(
        "Dites pour qui : plein tarif, moins de 18 ans, groupe dès 10…"
    ),
    errors.FreeYetPaysError: lambda _error: _(
        "L’entrée est dite toujours gratuite plus bas : retirez ce prix, ou dites à quoi il donne accès."
    ),
    errors.FreeDayTwiceError: lambda error: _("La ligne %(rank)s dit déjà ce jour.", rank=error.other + 1),
    errors.FreeDayUnsaidError: lambda _error: _(
        "Écrivez par exemple premier dimanche du mois, mercredi, Nuit des musées ou 14 juillet."
    ),
    errors.MonthsRefusedError: lambda _error: _("Choisissez les deux mois, ou aucun."),
    errors.TooManyLinesError: lambda error: ngettext(
        "%(num)s ligne au plus.", "%(num)s lignes au plus.", error.most
    ),
}


def sentence(error: DomainError) -> str:
    """Return why a value was refused, in the page's language."""
    said = _SENTENCES.get(type(error))
    return said(error) if said else refusals.sentence(error)


class Told:
    """The sentences, by field."""

    def __init__(self) -> None:
        self.sentences: dict[str, str] = {}

    def tell(self, place: str, error: DomainError) -> None:
        """Say why something was refused."""
        self.sentences.setdefault(place, sentence(error))

    def say(self, place: str, words: str) -> None:
        """Say it in so many words."""
        self.sentences.setdefault(place, words)

    def tried(self, place: str, read: Callable[[str], Value], typed: str) -> Value | None:
        """Return what a text says, or tell by its field why it says nothing."""
        try:
            return read(texts.line(typed, LONGEST_ENTRY) or "")
        except DomainError as error:
            self.tell(place, error)
            return None

    def words(self, place: str, french: str, occitan: str, most: int) -> Translated | None:
        """Return a text in both languages, or nothing where there is none."""
        said: dict[str, str | None] = {}
        for name, typed in ((place, french), (f"{place}_oc", occitan)):
            try:
                said[name] = texts.line(typed, most)
            except DomainError as error:
                self.tell(name, error)
                said[name] = None
        if said[f"{place}_oc"] and not said[place]:
            self.tell(place, FrenchMissingError())
        return Translated(said[place] or "", said[f"{place}_oc"]) if said[place] else None
