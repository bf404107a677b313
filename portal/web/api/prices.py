"""A museum's prices, as programs read them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from portal.db import Translated
from portal.domain import admission
from portal.domain.admission import FreeRule, PriceLine
from portal.domain.admission.rows import OLDEST
from portal.web.api.serializers import instant, text
from portal.web.kit import prices
from portal.web.kit.languages import Language

Json = dict[str, Any]


def facts(kept: admission.Kept) -> Json:
    """Return what a museum says that entry costs, nothing where it never said; and when it last confirmed it."""
    confirmed = kept.confirmed_at
    return {
        "prices": None if kept.is_empty else _prices(kept.rows),
        "prices_verified_at": instant(confirmed) if confirmed else None,
    }


def _prices(rows: admission.Rows) -> Json:
    return {
        "currency": "EUR",
        "lines": [_line(line) for line in rows.lines],
        "free_days": [_free_day(rule) for rule in rows.free_days],
        "always_free": rows.always_free and rows.always_free.value,
        "passes": list(rows.passes),
        "payment": sorted(each.value for each in rows.payment),
        "valid_from": _day(rows.valid_from),
        "valid_to": _day(rows.valid_to),
    }


def _line(line: PriceLine) -> Json:
    return {
        "audience": line.audience.value,
        "who": text(line.name)
        if line.name
        else _both(lambda reader: prices.audience_words(line, reader).text),
        "age_from": line.age_from if line.ages is None else line.ages[0],
        "age_to": line.age_to if line.ages is None else (line.ages[1] if line.ages[1] < OLDEST else None),
        "group_min": line.group_min,
        "amount_cents": line.amount,
        "scope": line.scope.value,
        "condition": _words(line.condition),
        "proof": _words(line.proof),
        "valid_from": _day(line.valid_from),
        "valid_to": _day(line.valid_to),
    }


def _free_day(rule: FreeRule) -> Json:
    return {
        "kind": rule.kind.value,
        "name": _both(lambda reader: prices.rule_words(rule, reader)),
        "months": None if rule.month_from is None else [rule.month_from, rule.month_to],
        "scope": rule.scope.value,
    }


def _words(words: Translated | None) -> Json | None:
    """Return a museum's own words, in Occitan too where every part of them is known."""
    if words is None:
        return None
    occitan = prices.condition_words(words, "oc")
    return text(Translated(words.fr, occitan.text if occitan.lang == "oc" else None))


def _both(said: Callable[[Language], str]) -> Json:
    return text(Translated(said("fr"), said("oc")))


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
