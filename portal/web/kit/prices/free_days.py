"""Free days in words: `premier dimanche du mois, d’octobre à juin`."""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date

from portal.domain.admission import FreeKind, FreeRule
from portal.web.kit import dates
from portal.web.kit.languages import Language

_NTH: Mapping[Language, Mapping[int, str]] = {
    "fr": {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", -1: "dernier"},
    "oc": {1: "primièr", 2: "segond", 3: "tresen", 4: "quatren", -1: "darrièr"},
}
_OF_THE_MONTH = {"fr": "du mois", "oc": "del mes"}
_EACH = {"fr": "chaque", "oc": "cada"}
_NIGHT = {"fr": "Nuit des musées", "oc": "Nuèch dels Musèus"}
_HERITAGE = {"fr": "Journées européennes du patrimoine", "oc": "Jornadas europèas del Patrimòni"}
_A_MONDAY = date(2024, 1, 1)
_VOWELS = "aàeèiouôo"


def rule_words(rule: FreeRule, language: Language) -> str:
    """Write which days a rule is about, without a capital but those of names."""
    months = _months(rule, language)
    return f"{_days(rule, language)}{f', {months}' if months else ''}"


def month_name(month: int, language: Language) -> str:
    """Write `octobre`, `octòbre`."""
    return format_date(date(2024, month, 1), "LLLL", locale=language)


def _days(rule: FreeRule, language: Language) -> str:
    if rule.kind is FreeKind.MUSEUM_NIGHT:
        return _NIGHT[language]
    if rule.kind is FreeKind.HERITAGE_DAYS:
        return _HERITAGE[language]
    if rule.kind is FreeKind.DAY and rule.day is not None:
        day = rule.day.in_year(rule.day.year or _A_MONDAY.year)
        return dates.full_date(day, language) if rule.day.is_dated else dates.day_month(day, language)
    weekday = dates.weekday_name(date.fromordinal(_A_MONDAY.toordinal() + (rule.weekday or 0)), language)
    if rule.nth is None:
        return f"{_EACH[language]} {weekday}"
    return f"{_NTH[language][rule.nth]} {weekday} {_OF_THE_MONTH[language]}"


def _months(rule: FreeRule, language: Language) -> str:
    if rule.month_from is None or rule.month_to is None:
        return ""
    first, last = month_name(rule.month_from, language), month_name(rule.month_to, language)
    if first == last:
        return f"en {first}"
    of = "d’" if first[0] in _VOWELS else "de "
    return f"{of}{first} {'à' if language == 'fr' else 'a'} {last}"
