"""What a form says of what the domain refused: beside the field, where there is one."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_wtf import FlaskForm

from portal.domain import revisions, texts
from portal.domain.errors import DomainError
from portal.domain.museums import contacts, profile
from portal.web.kit.messages import LazyString, _, _l

_SENTENCES: Mapping[type[DomainError], LazyString] = {
    contacts.PhoneError: _l("Écrivez un seul numéro, par exemple 05 61 22 21 82."),
    contacts.WebsiteError: _l("Écrivez l’adresse complète du site, par exemple https://www.musee.fr."),
    contacts.EmailError: _l("Écrivez une adresse électronique, par exemple accueil@musee.fr."),
    contacts.PostcodeError: _l("Un code postal a cinq chiffres."),
    profile.FrenchMissingError: _l("Écrivez d’abord ce texte en français."),
    revisions.PlannedError: _l("Une publication est déjà prévue. Retirez-la avant d’écrire un autre texte."),
    revisions.NotPendingError: _l(
        "Ce texte n’attend plus : quelqu’un l’a publié, refusé ou remplacé entre-temps."
    ),
    revisions.PastInstantError: _l("Choisissez un moment à venir."),
    texts.ForbiddenCharacterError: _l("Ce texte contient un signe invisible qui ne peut pas être gardé."),
}


def sentence(error: DomainError) -> str:
    """Return why a value was refused, and what to write instead."""
    if isinstance(error, texts.TooLongError):
        return _(
            "Ce texte a %(length)s signes ; il en faut %(most)s au plus.",
            length=error.length,
            most=error.most,
        )
    return str(_SENTENCES[type(error)])


def tell(form: FlaskForm, errors: Mapping[str, DomainError]) -> None:
    """Put each refusal beside its field; `presentation.oc` is the field `presentation-oc` or `presentation_oc`."""
    fields = {field.name.replace("-", "_"): field for field in _leaves(form)}
    for name, error in errors.items():
        field = fields.get(name.replace(".", "_"))
        if field is None:  # the form shows a part of the block only
            form.form_errors.append(sentence(error))
        elif not field.errors:  # one sentence a field: the form's own comes first
            field.errors = [sentence(error)]


def _leaves(form: Iterable[Any]) -> list[Any]:
    found: list[Any] = []
    for field in form:
        found += _leaves(field) if hasattr(field, "form") else [field]
    return found
