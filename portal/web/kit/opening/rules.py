"""The rule that decided of a date, in words: `horaires d’hiver`, `jour férié : Toussaint, le musée a décidé de fermer`."""

from portal.db import Translated
from portal.domain.hours.rows import Closure, Decision, Effect, Exceptional, HolidayRule, Period
from portal.domain.hours.schedule import Answer, Rule, RuleKind, State
from portal.web.kit.dates import clock_time
from portal.web.kit.languages import Language
from portal.web.kit.opening import words
from portal.web.kit.opening.closures import closure_reason, closure_words
from portal.web.kit.opening.holidays import decision_words, holiday_name
from portal.web.kit.opening.reasons import COLON, why, with_reason
from portal.web.kit.opening.slots import day_words
from portal.web.kit.opening.spans import period_title, when_words

_NOTHING = {
    "fr": "aucun horaire ne couvre cette date",
    "oc": "cap d’orari correspond pas a aquesta data",
}
_SCHOOL = {
    "fr": "le calendrier scolaire n’est pas encore connu",
    "oc": "lo calendièr escolar es pas encara conegut",
}
_HOLIDAY = {"fr": "jour férié", "oc": "jorn de fèsta"}
_UNDECIDED = {"fr": "jour férié non décidé", "oc": "jorn de fèsta pas decidit"}
_MUSEUM_CLOSES = {"fr": "le musée a décidé de fermer", "oc": "lo musèu a decidit de tampar"}
_CLOSING = {"fr": "fermeture exceptionnelle", "oc": "tampadura excepcionala"}
_OPENING = {"fr": "ouverture exceptionnelle", "oc": "dobertura excepcionala"}
_HOURS = {"fr": "horaires exceptionnels", "oc": "oraris excepcionals"}
_EARLY = {"fr": "fermeture avancée à", "oc": "tampadura avançada a"}
_LATE = {"fr": "ouverture retardée à", "oc": "dobertura retardada a"}


def rule_words(rule: Rule, answer: Answer, language: Language) -> str:
    """Write the rule that decided of a date, beginning with a small letter."""
    said = _words(rule, language)
    is_only_booked = answer.state is State.CLOSED and answer.restricted and rule.kind is not RuleKind.HOLIDAY
    return with_reason(said, day_words(answer.restricted, language)) if is_only_booked else said


def reason(answer: Answer) -> Translated:
    """Return the rule that decided of a date, in both languages."""
    return Translated(rule_words(answer.rule, answer, "fr"), rule_words(answer.rule, answer, "oc"))


def _words(rule: Rule, language: Language) -> str:
    row = rule.row
    if isinstance(row, Closure):
        return with_reason(closure_words(row, language), closure_reason(row, language))
    if isinstance(row, Exceptional):
        return with_reason(_exception(row, language), why(row.reason, row.words, language))
    if isinstance(row, HolidayRule):
        return _holiday(row, language)
    if isinstance(row, Period):
        return _period(row, language)
    return (_SCHOOL if rule.kind is RuleKind.SCHOOL else _NOTHING)[language]


def _exception(row: Exceptional, language: Language) -> str:
    if row.effect is Effect.CLOSES_EARLY:
        return f"{_EARLY[language]} {clock_time(row.at or 0, language)}"
    if row.effect is Effect.OPENS_LATE:
        return f"{_LATE[language]} {clock_time(row.at or 0, language)}"
    if row.effect is Effect.CLOSED or not row.slots:
        return _CLOSING[language]
    return (_OPENING if row.effect is Effect.EXTRA else _HOURS)[language]


def _holiday(row: HolidayRule, language: Language) -> str:
    name = holiday_name(row.holiday, language)
    if row.decision is Decision.UNDECIDED:
        return f"{_UNDECIDED[language]}{COLON}{name}"
    is_closed = row.decision is Decision.CLOSED
    decided = _MUSEUM_CLOSES[language] if is_closed else decision_words(row, language)
    return f"{_HOLIDAY[language]}{COLON}{name}, {decided}"


def _period(row: Period, language: Language) -> str:
    title = period_title(row, language)
    if row.label in words.TITLES[language] or title[:1].islower():
        return title[:1].lower() + title[1:]
    dates = when_words(row, language)
    return dates if title.lower() == dates.lower() else title
