"""What entry costs somebody on a day, in a few words: the reason on a card."""

from portal.domain.admission import Audience, Cost, Verdict
from portal.domain.admission.rows import Scope
from portal.web.kit.languages import Language
from portal.web.kit.occitan import NBSP
from portal.web.kit.prices.audiences import GROWN_UP, audience_words
from portal.web.kit.prices.free_days import rule_words
from portal.web.kit.prices.names import cost_words

_CHILD = {"fr": "un enfant de {} ans", "oc": "un enfant de {} ans"}
_BABY = {"fr": "un enfant de moins d’un an", "oc": "un enfant de mens d’un an"}
_ONE = {"fr": "un enfant d’un an", "oc": "un enfant d’un an"}
_GROWN_UP = {"fr": "une personne de {} ans", "oc": "una persona de {} ans"}
_EVERYBODY = {"fr": "tous", "oc": "totes"}
_FOR = {"fr": "pour", "oc": "per"}
_FREE = {"fr": "Gratuit", "oc": "Gratuit"}
_COLLECTIONS = {"fr": "Collections gratuites", "oc": "Colleccions gratuitas"}
_EVENING = {"fr": "Gratuit le soir", "oc": "Gratuit lo ser"}
_FULL = {"fr": "Plein tarif", "oc": "Tarifa plena"}
_IF_OPEN = {"fr": "Gratuit si le musée ouvre", "oc": "Gratuit se lo musèu dobrís"}
_PERHAPS = {"fr": "Peut-être gratuit", "oc": "Benlèu gratuit"}
_UNSAID = {"fr": "Tarifs non renseignés", "oc": "Tarifas pas indicadas"}


def somebody(age: int | None, language: Language) -> str:
    """Write `un enfant de 8 ans`, `une personne de 30 ans`, `tous`."""
    if age is None:
        return _EVERYBODY[language]
    if age < 2:
        return (_BABY, _ONE)[age][language]
    return (_CHILD if age < GROWN_UP else _GROWN_UP)[language].format(age)


def verdict_words(verdict: Verdict, age: int | None, language: Language) -> str:
    """Write `Gratuit pour un enfant de 8 ans (moins de 12 ans)`, `6 € pour un enfant de 8 ans`, or what is not known."""
    if verdict.cost is Cost.FREE:
        return _free(verdict, age, language)
    if verdict.cost is Cost.PAYS:
        return _pays(verdict, age, language)
    if verdict.rule is not None:
        return f"{_IF_OPEN[language]}{NBSP}: {rule_words(verdict.rule, language)}"
    if verdict.line is not None:
        return f"{_PERHAPS[language]}{NBSP}: {audience_words(verdict.line, language).text}"
    return _UNSAID[language]


def _free(verdict: Verdict, age: int | None, language: Language) -> str:
    if verdict.is_evening_only and verdict.rule is not None:
        return f"{_EVENING[language]}, {rule_words(verdict.rule, language)}"
    what = (_COLLECTIONS if verdict.scope is Scope.PERMANENT else _FREE)[language]
    if verdict.rule is not None:
        return f"{what} {_FOR[language]} {_EVERYBODY[language]}, {rule_words(verdict.rule, language)}"
    line = verdict.line
    if line is None or line.audience is Audience.FULL:
        return f"{what} {_FOR[language]} {_EVERYBODY[language]}"
    return f"{what} {_FOR[language]} {somebody(age, language)} ({audience_words(line, language).text})"


def _pays(verdict: Verdict, age: int | None, language: Language) -> str:
    cost = cost_words(verdict.amount or 0, language)
    if age is None:
        return f"{_FULL[language]}{NBSP}: {cost}"
    return f"{cost} {_FOR[language]} {somebody(age, language)}"
