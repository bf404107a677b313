"""Why typed access is refused, and what to write instead: a sentence by the field."""

from collections.abc import Callable, Mapping
from typing import Any

from portal.domain.access import errors as E  # noqa: N812 - a vocabulary, read as one
from portal.domain.errors import DomainError
from portal.web.kit import refusals
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _

_SENTENCES: Mapping[type[DomainError], Callable[[Any], str]] = {
    E.AnswerMissingError: lambda _error: _(
        "Répondez oui ou non : sans réponse, ces mots ne paraissent nulle part."
    ),
    E.ChoiceError: lambda _error: _("Choisissez dans la liste."),
    E.DayError: lambda _error: _("Écrivez une date, par exemple 14/03/2029."),
    E.DaysInvertedError: lambda _error: _("La fin précède le début."),
    E.EndMissingError: lambda _error: _("Dites aussi jusqu’à quand."),
    E.EndedAlreadyError: lambda _error: _("Ce jour est passé. Choisissez aujourd’hui ou un jour à venir."),
    E.TooFarError: lambda _error: _("C’est bien loin. Vérifiez l’année."),
    E.FutureError: lambda _error: _("Ce jour n’est pas encore venu."),
    E.DurationError: lambda _error: _("Écrivez une durée, par exemple 1 h 30 ou 45 min."),
    E.DistanceError: lambda _error: _("Écrivez une distance, par exemple 900 m ou 1,2 km."),
    E.NumberError: lambda error: _(
        "Écrivez un nombre de %(least)s à %(most)s.", least=error.least, most=error.most
    ),
    E.TooManyOutagesError: lambda _error: _(
        "Beaucoup de pannes sont déjà annoncées. Dites d’abord celles qui sont réparées."
    ),
}


def sentence(error: DomainError) -> str:
    """Return why a value was refused, in the page's language."""
    said = _SENTENCES.get(type(error))
    return said(error) if said else refusals.sentence(error)


def tell(form: BaseForm, errors: Mapping[str, DomainError], names: Mapping[str, str] | None = None) -> None:
    """Put each refusal beside its field; `names` says the field of a path that is not called after it."""
    for path, error in errors.items():
        name = (names or {}).get(path, path.replace(".", "_"))
        if name not in form:
            form.form_errors.append(sentence(error))
        elif not form[name].errors:  # one sentence a field: the form's own comes first
            form[name].errors = [sentence(error)]
