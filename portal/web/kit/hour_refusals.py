"""Why typed hours are refused, and what to write instead."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from portal.domain.errors import DomainError
from portal.domain.hours import entry, errors, sentences
from portal.web.kit import dates, refusals
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, ngettext

_SENTENCES: Mapping[type[DomainError], Callable[[Any], str]] = {
    errors.SpanInvertedError: lambda _error: _("La fin précède le début."),
    errors.SpanMixedError: lambda _error: _("Écrivez l’année aux deux dates, ou à aucune."),
    errors.SpanTooLongError: lambda error: ngettext(
        "Une période dure %(num)s an au plus. Sans année, elle revient chaque année.",
        "Une période dure %(num)s ans au plus. Sans année, elle revient chaque année.",
        error.most,
    ),
    errors.SpanMissingError: lambda _error: _("Dites quand : des dates, ou des vacances scolaires."),
    errors.PeriodsOverlapError: lambda error: _(
        "Cette période et la %(rank)se se disputent le %(day)s. L’une doit finir avant, ou tenir dans l’autre.",
        rank=error.other + 1,
        day=_day(error.day),
    ),
    errors.PeriodsEqualError: lambda error: _(
        "La période %(rank)s tient déjà ces jours-là.", rank=error.other + 1
    ),
    errors.SlotsOverlapError: lambda _error: _("Deux plages de ce jour se chevauchent."),
    errors.SlotsMissingError: lambda _error: _("Écrivez les horaires, par exemple 14h-18h."),
    errors.HourMissingError: lambda _error: _("Dites à quelle heure, par exemple 17h."),
    errors.ExceptionsEqualError: lambda _error: _("Une autre ligne parle déjà de ces jours-là."),
    errors.ClosureEndMissingError: lambda _error: _(
        "Une fermeture qui revient chaque année a besoin d’une fin. Sinon, écrivez l’année."
    ),
    errors.TooManyRowsError: lambda error: ngettext(
        "%(num)s ligne au plus.", "%(num)s lignes au plus.", error.most
    ),
    errors.WeekdayTwiceError: lambda _error: _("Ce jour du mois est déjà dit plus haut."),
    entry.NotATimeError: lambda error: _(
        "« %(part)s » n’est pas une heure. Écrivez par exemple 10h-12h / 14h-18h.", part=error.part
    ),
    entry.InvertedTimesError: lambda error: _("« %(part)s » finit avant de commencer.", part=error.part),
    entry.OverlappingTimesError: lambda error: _("Deux plages se chevauchent : %(part)s.", part=error.part),
    entry.OneEndError: lambda error: _(
        "« %(part)s » : il manque le début ou la fin. Écrivez par exemple 10h-18h.", part=error.part
    ),
    entry.EmptyStretchError: lambda error: _("« %(part)s » finit quand cela commence.", part=error.part),
    entry.TooManyStretchesError: lambda _error: _("C’est trop de plages pour un jour."),
    entry.NotABoundError: lambda error: _(
        "« %(part)s » n’est pas une date. Écrivez par exemple 1er avril, ou 4 avril 2027.", part=error.part
    ),
    entry.ImpossibleDateError: lambda error: _("« %(part)s » n’existe pas au calendrier.", part=error.part),
    entry.YearRefusedError: lambda error: _(
        "%(part)s : écrivez une année entre 2000 et 2100.", part=error.part
    ),
    sentences.NotUnderstoodError: lambda error: _("« %(part)s » n’est pas compris.", part=error.part),
    sentences.AmbiguousError: lambda error: _(
        "« %(part)s » se comprend de plusieurs façons.", part=error.part
    ),
    sentences.ContradictionError: lambda error: _("« %(part)s » contredit le reste.", part=error.part),
    entry.NotADurationError: lambda _error: _("Écrivez une durée avant la fermeture, par exemple 30 min."),
    errors.LastAdmissionError: lambda _error: _("Écrivez une durée avant la fermeture, par exemple 30 min."),
}


def sentence(error: DomainError) -> str:
    """Return why hours were refused, in the page's language."""
    said = _SENTENCES.get(type(error))
    return said(error) if said else refusals.sentence(error)


def _day(day: date) -> str:
    return dates.day_month(day, page_language())
