"""Public holidays in words: their names, their days, and what a museum decided of them."""

from collections.abc import Iterable

from portal.domain.hours.holidays import BOUNDS, Holiday
from portal.domain.hours.rows import Decision, HolidayRule
from portal.web.kit.dates import day_month
from portal.web.kit.formats import sentence_case, sentence_list
from portal.web.kit.languages import Language
from portal.web.kit.opening import words
from portal.web.kit.opening.reasons import COLON
from portal.web.kit.opening.slots import day_words
from portal.web.kit.opening.spans import A_LEAP_YEAR
from portal.web.kit.opening.weeks import day_name

_MOVABLE = {
    "fr": {Holiday.ASCENSION: "le jeudi de l’Ascension"},
    "oc": {Holiday.ASCENSION: "lo dijòus de l’Ascension"},
}
_ALL = {"fr": "tous les jours fériés", "oc": "totes los jorns de fèsta"}
_USUAL = {"fr": "comme d’habitude", "oc": "coma de costuma"}
_TITLE = {"fr": "Jours fériés", "oc": "Jorns de fèsta"}
_UNDECIDED = {"fr": "pas encore décidé", "oc": "pas encara decidit"}


def holiday_name(holiday: Holiday, language: Language) -> str:
    """Write `Toussaint`, `Totsants`."""
    return words.HOLIDAYS[language][holiday]


def holiday_day(holiday: Holiday, language: Language) -> str:
    """Write its day: `le 1er novembre`, `le lundi de Pâques`."""
    if holiday in _MOVABLE[language]:
        return _MOVABLE[language][holiday]
    bound = BOUNDS[holiday]
    the = "le" if language == "fr" else "lo"
    if bound.easter is not None:
        return f"{the} {holiday_name(holiday, language)}"
    return f"{the} {day_month(bound.in_year(A_LEAP_YEAR), language)}"


def decision_words(rule: HolidayRule, language: Language) -> str:
    """Write what was decided: `fermé`, `comme d’habitude`, `comme un dimanche`, `10 h – 17 h`, `pas encore décidé`."""
    if rule.decision is Decision.UNDECIDED:
        return _UNDECIDED[language]
    if rule.decision is Decision.USUAL:
        return _USUAL[language]
    if rule.decision is Decision.CLOSED:
        return words.CLOSED[language]
    if rule.like is not None:
        return f"{'comme un' if language == 'fr' else 'coma un'} {day_name(rule.like, language)}"
    return day_words(rule.slots, language)


def holiday_sentence(rule: HolidayRule, language: Language) -> str:
    """Write one holiday and its decision: `Le 1er novembre (Toussaint) : fermé`."""
    day, name = holiday_day(rule.holiday, language), holiday_name(rule.holiday, language)
    named = day if name in day or rule.holiday is Holiday.ASCENSION else f"{day} ({name})"
    return f"{sentence_case(named)}{COLON}{decision_words(rule, language)}"


def holidays_sentence(rules: Iterable[HolidayRule], language: Language) -> str:
    """Write all that is decided, equal decisions once: `Jours fériés : fermé le 1er mai ; le 14 juillet, 10 h – 17 h`.

    Nothing where nothing is decided.
    """
    groups: dict[str, list[HolidayRule]] = {}
    for rule in rules:
        if rule.decision is not Decision.UNDECIDED:
            groups.setdefault(decision_words(rule, language), []).append(rule)
    if not groups:
        return ""
    said = "\u00a0; ".join(_group(decision, same, language) for decision, same in groups.items())
    return f"{_TITLE[language]}{COLON}{said}"


def _group(decision: str, rules: list[HolidayRule], language: Language) -> str:
    ordered = sorted(rules, key=lambda rule: list(Holiday).index(rule.holiday))
    if len(ordered) == len(Holiday):
        days = _ALL[language]
    else:
        days = sentence_list((holiday_day(rule.holiday, language) for rule in ordered), language)
    if rules[0].decision is Decision.SPECIAL:
        return f"{days}, {decision}"
    return f"{decision} {days}"
