"""The shapes of the answers, as JSON Schema: the words of `serializers` for programs."""

from portal.web.api.about import about_facts, about_schemas
from portal.web.api.event_shapes import event_schemas
from portal.web.api.price_schemas import price_facts, price_schemas
from portal.web.api.reach_schemas import reach_facts, reach_schemas
from portal.web.api.shapes import (
    COUNT,
    DAY,
    DEGREES,
    INSTANT,
    MAYBE,
    STRING,
    URL,
    Schema,
    constant,
    many,
    reference,
    shape,
)
from portal.web.api.texts import text_facts

__all__ = ["DAY", "Schema", "reference", "schemas"]


def page_of(name: str, *, counts_unconfirmed: bool = True, **more: Schema) -> Schema:
    """Return the shape of a page of a list."""
    unconfirmed = {"unconfirmed": COUNT} if counts_unconfirmed else {}
    following = {"type": ["string", "null"], "format": "uri"}
    return shape(
        {"items": many(reference(name)), "total": COUNT, **unconfirmed, "next": following, **more},
    )


def schemas() -> Schema:
    """Return every named shape."""
    return {
        **_texts(),
        **_museums(),
        **_features(),
        **_opening(),
        **about_schemas(),
        **price_schemas(),
        **reach_schemas(),
        **event_schemas(),
        **_found(),
        **_lists(),
        "Problem": _problem(),
    }


def _texts() -> Schema:
    two = {"fr": STRING, "oc": MAYBE, "ca": STRING}
    return {
        "Text": shape(
            two,
            optional=("ca",),
            description="En français, et en occitan ou en catalan quand le texte y est donné.",
        ),
        "Theme": shape({"slug": STRING, "fr": STRING, "oc": MAYBE, "ca": STRING}, optional=("ca",)),
    }


def _facts() -> Schema:
    return {
        "id": {
            "type": "string",
            "description": "L’identifiant Muséofile, ou le slug pour un musée sans identifiant.",
        },
        "slug": STRING,
        "name": reference("Text"),
        "town": reference("Town"),
        "lat": DEGREES,
        "lon": DEGREES,
        "themes": many(reference("Theme")),
        "opening_today": reference("Day"),
        "url": URL,
        "updated_at": INSTANT,
        "verified_at": {"type": ["string", "null"], "format": "date-time"},
    }


def _museums() -> Schema:
    status = {"type": "string", "enum": ["listed", "archived"]}
    osm = MAYBE | {"description": "Les 400 jours à venir, dans la langue opening_hours d’OpenStreetMap."}
    return {
        "Town": shape({"name": reference("Text"), "insee": MAYBE, "departement": STRING}),
        "Museum": shape(_facts()),
        "OneMuseum": shape(
            {
                **_facts(),
                "status": status,
                "opening_hours": osm,
                **about_facts(),
                **text_facts(),
                **price_facts(),
                **reach_facts(),
            }
        ),
    }


def _features() -> Schema:
    properties = {name: each for name, each in _facts().items() if name not in {"id", "lat", "lon"}}
    point = shape(
        {
            "type": constant("Point"),
            "coordinates": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
        }
    )
    feature = {
        "type": constant("Feature"),
        "id": STRING,
        "geometry": {"oneOf": [point, {"type": "null"}]},
        "properties": shape(properties),
    }
    collection = {
        "type": constant("FeatureCollection"),
        "features": many(reference("Feature")),
        "total": COUNT,
        "unconfirmed": COUNT,
    }
    return {"Feature": shape(feature), "FeatureCollection": shape(collection)}


def _opening() -> Schema:
    hour = {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$"}
    interval = {"type": "array", "items": hour, "minItems": 2, "maxItems": 2}
    return {
        "Day": shape(
            {
                "date": DAY,
                "state": {"type": "string", "enum": ["open", "closed", "unconfirmed"]},
                "intervals": many(interval),
                "by_appointment": many(interval),
                "rule": MAYBE,
                "reason": {"oneOf": [reference("Text"), {"type": "null"}]},
            },
            description=(
                "Une ouverture appartient au jour où elle commence et peut finir après 24:00. "
                "Sur rendez-vous ou réservé aux groupes : closed, avec les heures dans by_appointment."
            ),
        ),
    }


def _found() -> Schema:
    common = {"kind": {"type": "string", "enum": ["museum", "town", "theme", "event"]}, "slug": STRING}
    detail = {"oneOf": [reference("Text"), {"type": "null"}]}
    languages = {"type": "string", "enum": ["fr", "oc", "ca"]}
    return {
        "Hit": shape({**common, "title": reference("Text"), "detail": detail, "url": URL}),
        "Suggestion": shape(
            {**common, "title": STRING, "title_language": languages, "detail": MAYBE, "url": URL}
        ),
        "CountedTheme": shape(
            {"slug": STRING, "fr": STRING, "oc": MAYBE, "ca": STRING, "museums": COUNT}, optional=("ca",)
        ),
    }


def _lists() -> Schema:
    return {
        "Museums": page_of("Museum"),
        "Events": page_of("Event"),
        "Days": page_of("Day", counts_unconfirmed=False),
        "Themes": page_of("CountedTheme"),
        "Hits": page_of("Hit", meant=MAYBE),
        "Suggestions": page_of("Suggestion"),
    }


def _problem() -> Schema:
    refused = many(shape({"name": STRING, "sentence": STRING}))
    return shape(
        {
            "type": STRING,
            "title": STRING,
            "status": {"type": "integer"},
            "detail": STRING,
            "parameters": refused,
            "reference": STRING,
        },
        optional=("parameters", "reference"),
    )
