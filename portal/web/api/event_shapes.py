"""The shape of an event for programs, and its JSON Schema: side by side, so that they say the same."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from flask import url_for

from portal.config import PARIS
from portal.db import Translated
from portal.domain.events import addresses
from portal.domain.events.live import Dated, Shown
from portal.domain.events.rows import Place, Price
from portal.domain.events.times import instant
from portal.domain.events.vocabulary import (
    Audience,
    EventType,
    PlaceKind,
    PriceKind,
    Speech,
    Standing,
)
from portal.domain.museums import MuseumEntry
from portal.web.api.serializers import Json, museum_url, text
from portal.web.api.serializers import instant as written_instant
from portal.web.api.shapes import INSTANT, MAYBE, STRING, URL, Schema, many, reference, shape
from portal.web.kit.addresses import absolute


def event(shown: Shown, dated: Sequence[Dated], by_id: Mapping[int, MuseumEntry]) -> Json:
    """Return an event with all its dates."""
    said = shown.said
    return {
        "id": addresses.short_id_of(shown.address),
        "slug": shown.address,
        "type": said.type.value,
        "title": text(shown.title),
        "summary": _text(said.summary),
        "text": _text(said.text),
        "organizer": _museum(by_id.get(shown.museum_id)),
        "place": _place(said.place, by_id.get(shown.place_id)),
        "audiences": [one.value for one in said.audiences],
        "age_from": said.age_from,
        "age_to": said.age_to,
        "languages": [one.value for one in said.speeches],
        "access": list(said.access),
        "price": _price(said.price),
        "registration": {
            "needed": said.registration.is_needed,
            "url": said.registration.link,
            "phone": said.registration.phone,
            "email": said.registration.email,
        },
        "operation": said.operation,
        "status": said.standing.value,
        "message": _text(said.message),
        "run": said.run
        and {
            "from": said.run.first and said.run.first.isoformat(),
            "to": said.run.last and said.run.last.isoformat(),
            "extended_from": said.run.extended_from and said.run.extended_from.isoformat(),
            "permanent": said.run.is_permanent,
        },
        "dates": [_date(one) for one in dated],
        "url": absolute(url_for("public.agenda.show", language="fr", slug=shown.address)),
        "updated_at": written_instant(shown.updated_at),
    }


def _date(one: Dated) -> Json:
    occurrence = one.occurrence
    previous = occurrence.previous_start
    return {
        "key": occurrence.key,
        "start": one.starts_at.astimezone(PARIS).isoformat(),
        "end": one.ends_at and one.ends_at.astimezone(PARIS).isoformat(),
        "all_day": occurrence.is_all_day,
        "status": one.standing.value,
        "message": _text(one.message),
        "previous_start": previous and instant(previous).astimezone(PARIS).isoformat(),
        "title": _text(occurrence.title),
        "price": _price(occurrence.price),
        "place": occurrence.place and _place(occurrence.place, None),
        "note": _text(occurrence.note),
    }


def _text(translated: Translated | None) -> Json | None:
    return text(translated) if translated else None


def _museum(entry: MuseumEntry | None) -> Json | None:
    if entry is None:
        return None
    return {"id": entry.identity, "slug": entry.slug, "name": text(entry.name), "url": museum_url(entry.slug)}


def _place(place: Place, entry: MuseumEntry | None) -> Json:
    is_at = place.kind in {PlaceKind.MUSEUM, PlaceKind.HOST}
    return {
        "kind": place.kind.value,
        "museum": _museum(entry) if is_at else None,
        "name": place.name,
        "street": place.street,
        "town": place.town or (entry.town.name.fr if entry and is_at else None),
        "url": place.link,
    }


def _price(price: Price | None) -> Json | None:
    if price is None:
        return None
    least, most = (
        None if cents is None else float(Decimal(cents) / 100) for cents in (price.least, price.most)
    )
    return {"kind": price.kind.value, "from": least, "to": most, "words": _text(price.words)}


def event_schemas() -> Schema:
    """Return the named shapes of events."""
    maybe_text: Schema = {"oneOf": [reference("Text"), {"type": "null"}]}
    maybe_price: Schema = {"oneOf": [reference("EventPrice"), {"type": "null"}]}
    status: Schema = {"type": "string", "enum": list(Standing)}
    maybe_day: Schema = {"type": ["string", "null"], "format": "date"}
    maybe_instant: Schema = {"type": ["string", "null"], "format": "date-time"}
    maybe_number: Schema = {"type": ["number", "null"]}
    maybe_count: Schema = {"type": ["integer", "null"], "minimum": 0}
    place: Schema = {
        "kind": {"type": "string", "enum": list(PlaceKind)},
        "museum": {"oneOf": [reference("EventMuseum"), {"type": "null"}]},
        "name": MAYBE,
        "street": MAYBE,
        "town": MAYBE,
        "url": MAYBE,
    }
    return {
        "EventMuseum": shape({"id": STRING, "slug": STRING, "name": reference("Text"), "url": URL}),
        "EventPlace": shape(place),
        "EventPrice": shape(
            {
                "kind": {"type": "string", "enum": list(PriceKind)},
                "from": maybe_number,
                "to": maybe_number,
                "words": maybe_text,
            }
        ),
        "EventDate": shape(
            {
                "key": STRING,
                "start": INSTANT,
                "end": maybe_instant,
                "all_day": {"type": "boolean"},
                "status": status,
                "message": maybe_text,
                "previous_start": maybe_instant,
                "title": maybe_text,
                "price": maybe_price,
                "place": {"oneOf": [reference("EventPlace"), {"type": "null"}]},
                "note": maybe_text,
            }
        ),
        "Run": shape(
            {
                "from": maybe_day,
                "to": maybe_day,
                "extended_from": maybe_day,
                "permanent": {"type": "boolean"},
            },
            description="Une exposition suit les horaires de son musée : elle n’a pas de dates.",
        ),
        "Registration": shape({"needed": {"type": "boolean"}, "url": MAYBE, "phone": MAYBE, "email": MAYBE}),
        "Event": shape(
            {
                "id": STRING,
                "slug": STRING,
                "type": {"type": "string", "enum": list(EventType)},
                "title": reference("Text"),
                "summary": maybe_text,
                "text": maybe_text,
                "organizer": {"oneOf": [reference("EventMuseum"), {"type": "null"}]},
                "place": reference("EventPlace"),
                "audiences": many({"type": "string", "enum": list(Audience)}),
                "age_from": maybe_count,
                "age_to": maybe_count,
                "languages": many({"type": "string", "enum": list(Speech)}),
                "access": many(STRING),
                "price": maybe_price,
                "registration": reference("Registration"),
                "operation": MAYBE,
                "status": status,
                "message": maybe_text,
                "run": {"oneOf": [reference("Run"), {"type": "null"}]},
                "dates": many(reference("EventDate")),
                "url": URL,
                "updated_at": INSTANT,
            }
        ),
    }
