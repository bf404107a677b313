"""Rows as revisions keep them, and back.

A snapshot is read leniently where a key is missing (another age wrote it) and strictly where a value is wrong
(ValueError, KeyError, TypeError): it was checked before it was kept.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from portal.db import Translated
from portal.domain.admission.rows import Audience, FreeKind, FreeRule, Payment, PriceLine, Rows, Scope
from portal.domain.hours import bounds

Json = Mapping[str, Any]


def rows_of(snapshot: Json | None) -> Rows:
    """Return the rows of the block."""
    kept = snapshot or {}
    return Rows(
        lines=tuple(map(line_of, kept.get("lines") or ())),
        free_days=tuple(map(rule_of, kept.get("free_days") or ())),
        always_free=Scope(kept["always_free"]) if kept.get("always_free") else None,
        passes=tuple(kept.get("passes") or ()),
        payment=frozenset(map(Payment, kept.get("payment") or ())),
        valid_from=_day(kept.get("valid_from")),
        valid_to=_day(kept.get("valid_to")),
    )


def snapshot_of(rows: Rows) -> dict[str, Any]:
    """Return the block of rows."""
    return {
        "lines": [line_json(line) for line in rows.lines],
        "free_days": [rule_json(rule) for rule in rows.free_days],
        "always_free": rows.always_free and rows.always_free.value,
        "passes": list(rows.passes),
        "payment": [payment.value for payment in Payment if payment in rows.payment],
        "valid_from": _iso(rows.valid_from),
        "valid_to": _iso(rows.valid_to),
    }


def line_json(line: PriceLine) -> dict[str, Any]:
    """Return a line as snapshots keep it."""
    return {
        "audience": line.audience.value,
        "amount": line.amount,
        "age_from": line.age_from,
        "age_to": line.age_to,
        "group_min": line.group_min,
        "name": _words_json(line.name),
        "condition": _words_json(line.condition),
        "proof": _words_json(line.proof),
        "scope": line.scope.value,
        "valid_from": _iso(line.valid_from),
        "valid_to": _iso(line.valid_to),
    }


def rule_json(rule: FreeRule) -> dict[str, Any]:
    """Return a rule as snapshots keep it."""
    return {
        "kind": rule.kind.value,
        "weekday": rule.weekday,
        "nth": rule.nth,
        "day": None if rule.day is None else str(rule.day),
        "month_from": rule.month_from,
        "month_to": rule.month_to,
        "scope": rule.scope.value,
    }


def line_of(row: Json) -> PriceLine:
    """Read a line."""
    return PriceLine(
        audience=Audience(row["audience"]),
        amount=int(row["amount"]),
        age_from=row.get("age_from"),
        age_to=row.get("age_to"),
        group_min=row.get("group_min"),
        name=_words(row.get("name")),
        condition=_words(row.get("condition")),
        proof=_words(row.get("proof")),
        scope=Scope(row.get("scope") or "both"),
        valid_from=_day(row.get("valid_from")),
        valid_to=_day(row.get("valid_to")),
    )


def rule_of(row: Json) -> FreeRule:
    """Read a rule."""
    return FreeRule(
        kind=FreeKind(row["kind"]),
        weekday=row.get("weekday"),
        nth=row.get("nth"),
        day=bounds.parse(row["day"]) if row.get("day") else None,
        month_from=row.get("month_from"),
        month_to=row.get("month_to"),
        scope=Scope(row.get("scope") or "permanent"),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _words_json(words: Translated | None) -> dict[str, str | None] | None:
    return {"fr": words.fr, "oc": words.oc} if words else None


def _words(words: Json | None) -> Translated | None:
    return Translated(words["fr"], words.get("oc")) if words and words.get("fr") else None
