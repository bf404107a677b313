"""Why something typed of an event is refused, and what to write instead: one sentence a field."""

from collections.abc import Mapping

from portal.domain.errors import DomainError
from portal.domain.events import errors as E  # noqa: N812 - a vocabulary, read as one
from portal.domain.events.changing import NoSuchDateError
from portal.domain.events.reading import MOST_NUMBER
from portal.domain.events.recurrence import MOST
from portal.web.kit import refusals
from portal.web.kit.messages import LazyString, _, _l

_SENTENCES: Mapping[type[DomainError], LazyString] = {
    E.TitleMissingError: _l("Donnez un titre : ce que l’on lit dans l’agenda."),
    E.UnknownChoiceError: _l("Choisissez dans la liste."),
    E.DayError: _l("Écrivez une date avec son année, par exemple 27/06/2026 ou 27 juin 2026."),
    E.TimeError: _l("Écrivez une heure, par exemple 14 h ou 14 h 30."),
    E.NoSuchTimeError: _l(
        "Cette nuit-là, les horloges avancent : de 2 h à 3 h du matin n’existe pas. Choisissez une autre heure."
    ),
    E.EndBeforeStartError: _l("La fin précède le début."),
    E.TooLongError: _l("C’est plus d’un mois : donnez plutôt une période, comme pour une exposition."),
    E.TooFarError: _l("C’est très loin d’aujourd’hui : vérifiez l’année."),
    E.AgesError: _l("Le premier âge dépasse le second."),
    E.AmountError: _l("Écrivez un prix en chiffres, par exemple 5 ou 5,50."),
    E.RunMissingError: _l("Dites le dernier jour, ou cochez « permanente »."),
    E.IntervalError: _l("Dites toutes les combien de semaines, par exemple 1 ou 2."),
    E.LinkMissingError: _l("Donnez l’adresse où rejoindre en ligne."),
    E.HostError: _l("Choisissez le musée qui accueille, dans la liste."),
    E.PlaceMissingError: _l("Dites où : un lieu, une commune."),
    E.RuleEmptyError: _l("Cette répétition ne donne aucune date : vérifiez les jours et la période."),
    NoSuchDateError: _l("Cette date n’existe plus : quelqu’un l’a changée entre-temps."),
}


def sentence(error: DomainError) -> str:
    """Return why a value was refused, in the page's language."""
    if isinstance(error, E.TooManyDatesError):
        return _("C’est plus de %(most)s dates pour un seul événement.", most=MOST)
    if isinstance(error, E.NumberError):
        return _("Écrivez un nombre entier, en chiffres, jusqu’à %(most)s.", most=MOST_NUMBER)
    found = _SENTENCES.get(type(error))
    return str(found) if found else refusals.sentence(error)


def sentences(errors: Mapping[str, DomainError]) -> dict[str, str]:
    """Return the sentences by field; an end that is wrong is told by the hour that was typed for it."""
    told: dict[str, str] = {}
    for path, error in errors.items():
        place = path
        if path.startswith("occurrences.") and path.endswith(".end"):
            place = f"{path[:-4]}.to"
        elif path.startswith("occurrences.") and path.endswith(".start"):
            place = f"{path[:-6]}.from"
        told.setdefault(place, sentence(error))
    return told
