"""What a form says of what the domain refused: beside the field, where there is one."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_wtf import FlaskForm

from portal.domain import revisions, texts
from portal.domain.errors import DomainError
from portal.domain.media import errors as media
from portal.domain.museums import contacts, links, profile
from portal.web.kit.messages import LazyString, _, _l

_SENTENCES: Mapping[type[DomainError], LazyString] = {
    contacts.PhoneError: _l("Écrivez un seul numéro, par exemple 05 61 22 21 82."),
    contacts.WebsiteError: _l("Écrivez l’adresse complète du site, par exemple https://www.musee.fr."),
    contacts.EmailError: _l("Écrivez une adresse électronique, par exemple accueil@musee.fr."),
    contacts.PostcodeError: _l("Un code postal a cinq chiffres."),
    links.InsecureError: _l(
        "Écrivez une adresse complète en https, par exemple https://exemple.fr/reserver."
    ),
    links.NetworkError: _l(
        "Copiez l’adresse de la page du musée sur ce réseau, telle que le navigateur la montre."
    ),
    media.AlternativeMissingError: _l(
        "Dites en une phrase ce qu’on voit, ou cochez que l’image est décorative."
    ),
    media.FileNameError: _l("C’est le nom d’un fichier. Dites en une phrase ce qu’on voit."),
    media.DecorativeError: _l("Une image décorative n’est pas lue : effacez sa description, ou décochez."),
    media.FrenchMissingError: _l("Écrivez d’abord ce texte en français."),
    media.CreditMissingError: _l("Écrivez qui a fait la photo, par exemple © Musée Goya / A. Roux."),
    media.LicenceMissingError: _l("Choisissez ce que d’autres ont le droit de faire de la photo."),
    media.ConsentMissingError: _l(
        "Une photo se publie avec l’accord de son auteur et des personnes qu’on y reconnaît."
    ),
    media.FocalError: _l("Écrivez deux nombres entre 0 et 100."),
    media.EmbargoError: _l("Écrivez une date entière, par exemple 15/06/2027."),
    profile.FrenchMissingError: _l("Écrivez d’abord ce texte en français."),
    revisions.PlannedError: _l("Une publication est déjà prévue. Retirez-la avant d’écrire un autre texte."),
    revisions.NotPendingError: _l(
        "Ce texte n’attend plus : quelqu’un l’a publié, refusé ou remplacé entre-temps."
    ),
    revisions.EndBeforeStartError: _l("La fin vient avant le début. Choisissez une fin plus tard."),
    revisions.PastInstantError: _l("Choisissez un moment à venir."),
    revisions.ReviewedFirstError: _l(
        "L’association lit cette page avant qu’elle paraisse : proposez-lui votre texte."
    ),
    revisions.UrgentKindError: _l("Ceci ne peut pas attendre : une fermeture ou une panne paraît aussitôt."),
    revisions.ChangedError: _l(
        "Ce texte a été repris par son auteur pendant que vous le lisiez. Relisez-le."
    ),
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
