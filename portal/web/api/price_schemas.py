"""The shapes of prices, as JSON Schema."""

from portal.domain.admission import Audience, FreeKind, Payment, Scope
from portal.web.api.shapes import STRING, Schema, many, reference, shape

_DAY: Schema = {"type": ["string", "null"], "format": "date"}
_NUMBER: Schema = {"type": ["integer", "null"], "minimum": 0}


def price_facts() -> Schema:
    """Return what a museum says of its prices."""
    return {
        "prices": _maybe("Prices"),
        "prices_verified_at": {"type": ["string", "null"], "format": "date-time"},
    }


def price_schemas() -> Schema:
    """Return the named shapes of prices."""
    scope = {"type": "string", "enum": [each.value for each in Scope]}
    months = {"type": "integer", "minimum": 1, "maximum": 12}
    span = {"type": ["array", "null"], "items": months, "minItems": 2, "maxItems": 2}
    validity = {"valid_from": _DAY, "valid_to": _DAY}
    line = {
        "audience": {"type": "string", "enum": [each.value for each in Audience]},
        "who": reference("Text"),
        "age_from": _NUMBER,
        "age_to": _NUMBER,
        "group_min": _NUMBER,
        "amount_cents": {"type": "integer", "minimum": 0, "description": "En centimes ; 0 : gratuit."},
        "scope": scope,
        "condition": _maybe("Text"),
        "proof": _maybe("Text"),
        **validity,
    }
    free_day = {
        "kind": {"type": "string", "enum": [each.value for each in FreeKind]},
        "name": reference("Text"),
        "months": span | {"description": "Du premier au dernier mois, compris ; null : toute l’année."},
        "scope": scope,
    }
    payment = {"type": "string", "enum": [each.value for each in Payment]}
    return {
        "PriceLine": shape(line),
        "FreeDay": shape(free_day, description="Jour gratuit pour tous, si le musée est ouvert."),
        "Prices": shape(
            {
                "currency": {"type": "string", "const": "EUR"},
                "lines": many(reference("PriceLine")),
                "free_days": many(reference("FreeDay")),
                "always_free": {"type": ["string", "null"], "enum": ["permanent", "both", None]},
                "passes": many(STRING),
                "payment": many(payment),
                **validity,
            }
        ),
    }


def _maybe(name: str) -> Schema:
    return {"oneOf": [reference(name), {"type": "null"}]}
