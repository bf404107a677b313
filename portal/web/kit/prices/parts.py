"""The parts of the block of prices in words, for those who compare two texts of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from portal.domain.admission import FreeRule, Payment, PriceLine, Scope, snapshots
from portal.domain.revisions import Span
from portal.web.kit import dates, row_difference
from portal.web.kit.formats import sentence_case
from portal.web.kit.languages import Language
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _l
from portal.web.kit.prices.audiences import audience_words
from portal.web.kit.prices.free_days import rule_words
from portal.web.kit.prices.names import cost_words, payment_name, scope_name

PARTS: Mapping[str, LazyString] = {
    "lines": _l("Tarifs"),
    "free_days": _l("Jours gratuits pour tous"),
    "always_free": _l("Toujours gratuit"),
    "passes": _l("Pass acceptés"),
    "payment": _l("Moyens de paiement"),
    "valid_from": _l("Ces tarifs valent du"),
    "valid_to": _l("Jusqu’au"),
}
"""The names of the block's fields."""


def part_words(part: str, value: Any) -> str:
    """Return a part of the block in words, a line a row; a value of another age, as it stands."""
    try:
        return _said(part, value, page_language())
    except (KeyError, TypeError, ValueError):
        return str(value or "")


def part_difference(part: str, before: Any, after: Any) -> list[Span]:
    """Return a part's later text with what it took from the earlier, row by row."""
    old, new = part_words(part, before).splitlines(), part_words(part, after).splitlines()
    return row_difference.difference(old, new)


def _said(part: str, value: Any, language: Language) -> str:
    if not value:
        return ""
    if part in {"valid_from", "valid_to"}:
        return dates.full_date(date.fromisoformat(value), language)
    rows = snapshots.rows_of({part: value})
    if rows.always_free is not None:
        return sentence_case(scope_name(rows.always_free, language))
    said = [
        *(_line(line, language) for line in rows.lines),
        *(_free_day(rule, language) for rule in rows.free_days),
        *rows.passes,
        *(payment_name(payment, language) for payment in Payment if payment in rows.payment),
    ]
    return "\n".join(said)


def _free_day(rule: FreeRule, language: Language) -> str:
    return f"{sentence_case(rule_words(rule, language))} ({scope_name(rule.scope, language)})"


def _line(line: PriceLine, language: Language) -> str:
    words = [word for each in (line.condition, line.proof) if each for word in (each.fr, each.oc) if word]
    days = [dates.full_date(day, language) for day in (line.valid_from, line.valid_to) if day]
    scope = [] if line.scope is Scope.BOTH else [scope_name(line.scope, language)]
    own = [line.name.oc] if line.name and line.name.oc and language == "fr" else []
    said = ", ".join([*own, *scope, *words, " – ".join(days)] if days else [*own, *scope, *words])
    who = audience_words(line, language).title.text
    return f"{who}\u00a0: {cost_words(line.amount, language)}{f' ({said})' if said else ''}"
