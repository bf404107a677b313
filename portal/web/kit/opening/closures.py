"""Long closures in words, and when the museum reopens."""

from datetime import date

from portal.domain.hours.bounds import Span
from portal.domain.hours.rows import Closure, Reopening
from portal.web.kit.dates import full_date
from portal.web.kit.formats import sentence_case
from portal.web.kit.languages import Language
from portal.web.kit.opening import words
from portal.web.kit.opening.reasons import reason_words, with_reason
from portal.web.kit.opening.spans import own_words, span_words

UNTIL = ("jusqu’au", "fins al")
"""How a closure whose last day is known goes on, in French and in Occitan."""
_REOPENING = {"fr": "réouverture", "oc": "redobertura"}
_UNFIXED = {"fr": "réouverture non fixée", "oc": "redobertura pas fixada"}
_FROM = {"fr": "à partir du", "oc": "a partir del"}
_SINCE = {"fr": "depuis le", "oc": "dempuèi lo"}


def closure_words(closure: Closure, language: Language) -> str:
    """Write `fermé pour travaux`, `fermé entre deux expositions`."""
    return words.CLOSURES[language].get(closure.reason) or words.LONG_CLOSURE[language]


def reopening_words(closure: Closure, language: Language, *, reopens: date | None = None) -> str:
    """Write `réouverture au printemps 2027`, `réouverture le 4 avril 2027`, `réouverture non fixée`.

    `reopens` is the next opening, where it is known; else the last day of the closure is said.
    """
    if closure.reopening is not None:
        return f"{_REOPENING[language]} {_hoped(closure.reopening, language)}"
    if reopens is not None:
        the = "le" if language == "fr" else "lo"
        return f"{_REOPENING[language]} {the} {full_date(reopens, language)}"
    if closure.last is None:
        return _UNFIXED[language]
    last = span_words(Span(closure.last, closure.last), language)
    the, until = ("le ", UNTIL[0]) if language == "fr" else ("lo ", UNTIL[1])
    return f"{until} {last.removeprefix(the)}"


def closure_sentence(closure: Closure, language: Language, *, today: date | None = None) -> str:
    """Write `Fermé pour travaux du 5 janvier au 4 avril 2027`, `Fermé pour travaux depuis le 5 janvier 2026, réouverture …`.

    Without `today` it says `à partir du`, whether it has begun or not.
    """
    said = sentence_case(closure_words(closure, language))
    if closure.last is not None:
        span = Span(closure.first, closure.last)
        yearly = "" if span.is_dated else f" {words.EVERY_YEAR[language]}"
        said += f"{yearly} {span_words(span, language)}"
        if closure.reopening is not None:
            said += f", {reopening_words(closure, language)}"
    else:
        first = span_words(Span(closure.first, closure.first), language)
        has_begun = today is not None and closure.first.in_year(today.year) <= today
        since = (_SINCE if has_begun else _FROM)[language]
        said += (
            f" {since} {first.removeprefix('le ').removeprefix('lo ')}, {reopening_words(closure, language)}"
        )
    return with_reason(said, closure_reason(closure, language))


def closure_reason(closure: Closure, language: Language) -> str:
    """Return the reason, where the first words have not said it, and the museum's own words."""
    reason = "" if closure.reason in words.CLOSURES[language] else reason_words(closure.reason, language)
    return ", ".join(part for part in (reason, own_words(closure.words, language)) if part)


def _hoped(reopening: Reopening, language: Language) -> str:
    year = f" {reopening.year}" if language == "fr" else f" de {reopening.year}"
    if reopening.month is not None:
        month = full_date(date(reopening.year, reopening.month, 2), language).split(" ", 1)[1]
        return f"en {month}" if language == "fr" else f"en {month.removeprefix('de ').removeprefix('d’')}"
    if reopening.quarter is not None:
        return f"{words.QUARTERS[language][reopening.quarter]}{year}"
    return f"en {reopening.year}"
