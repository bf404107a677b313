"""Days that differ, in words: `Fermé le 24, 25 et 26 juin : montage d’exposition`."""

from datetime import date

from portal.domain.hours.rows import Effect, Exceptional, Reason
from portal.web.kit.dates import clock_time
from portal.web.kit.formats import sentence_case
from portal.web.kit.languages import Language
from portal.web.kit.opening import words
from portal.web.kit.opening.reasons import why, with_reason
from portal.web.kit.opening.slots import day_words
from portal.web.kit.opening.spans import days_words, span_words

LONGEST_WAIT = 9
"""How many years may pass before 29 February comes again."""
_EVENING = 19 * 60
_LATE = frozenset({Reason.LATE_OPENING, Reason.MUSEUM_NIGHT})
_UNTIL = {"fr": "Ouvert jusqu’à", "oc": "Dobèrt fins a"}
_CLOSES_AT = {"fr": "Ferme à", "oc": "Tampa a"}
_OPENS_AT = {"fr": "Ouvre à", "oc": "Dobrís a"}
_OTHER_HOURS = {"fr": "Horaires particuliers", "oc": "Oraris particulars"}
_OPEN_TOO = {"fr": "Ouvert aussi", "oc": "Dobèrt tanben"}


def exception_sentence(exceptional: Exceptional, language: Language, *, today: date | None = None) -> str:
    """Write an exception and its reason.

    With `today` its next days are named as people say them near (`vendredi 19 juin`), and an evening by its end;
    without, it is said in full, with its year or `chaque année`: nothing is lost.
    """
    days = _days(exceptional, language, today)
    if exceptional.effect is Effect.CLOSED or not (exceptional.slots or exceptional.at is not None):
        said = f"{sentence_case(words.CLOSED[language])} {days}"
    elif exceptional.effect in {Effect.CLOSES_EARLY, Effect.OPENS_LATE}:
        verb = _CLOSES_AT if exceptional.effect is Effect.CLOSES_EARLY else _OPENS_AT
        said = f"{verb[language]} {clock_time(exceptional.at or 0, language)} {days}"
    elif today is not None and _is_evening(exceptional):
        end = exceptional.slots[-1].end or 0
        said = f"{_UNTIL[language]} {clock_time(end, language)} {days}"
    else:
        what = _OPEN_TOO if exceptional.effect is Effect.EXTRA else _OTHER_HOURS
        said = f"{what[language]} {days}, {day_words(exceptional.slots, language)}"
    return with_reason(said, why(exceptional.reason, exceptional.words, language))


def _is_evening(exceptional: Exceptional) -> bool:
    """Return whether how late it stays open is what matters."""
    slots = exceptional.slots
    return exceptional.reason in _LATE and len(slots) == 1 and (slots[0].end or 0) > _EVENING


def _days(exceptional: Exceptional, language: Language, today: date | None) -> str:
    span = exceptional.span
    if today is None:
        said = span_words(span, language)
        return said if span.is_dated else f"{words.EVERY_YEAR[language]} {said}"
    begins = (span.begun_in(today.year + ahead) for ahead in range(-1, LONGEST_WAIT))
    first, last = next(
        ((first, last) for first, last in begins if first <= last and last >= today),
        span.begun_in(today.year),
    )
    return days_words(first, last, language, year=first.year != today.year or last.year != today.year)
