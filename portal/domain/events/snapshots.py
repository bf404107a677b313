"""Rows as revisions keep them, and back.

A snapshot is read leniently where a key is missing (another age wrote it) and strictly where a value is wrong
(ValueError, KeyError, TypeError): it was checked before it was kept.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from portal.db import Translated
from portal.domain.events.rows import (
    Event,
    Occurrence,
    Place,
    Price,
    Registration,
    Rule,
    Run,
    SchoolOffer,
)
from portal.domain.events.vocabulary import (
    Audience,
    Cycle,
    EventType,
    Frequency,
    PlaceKind,
    PriceKind,
    SchoolDays,
    Speech,
    Standing,
)

Json = Mapping[str, Any]


def event_of(kept: Json) -> Event:
    """Return the event of a block."""
    return Event(
        type=EventType(kept.get("type") or EventType.OTHER),
        title=_words(kept.get("title")),
        summary=_words(kept.get("summary")),
        text=_words(kept.get("text")),
        audiences=tuple(map(Audience, kept.get("audiences") or ())),
        age_from=kept.get("age_from"),
        age_to=kept.get("age_to"),
        theme=kept.get("theme"),
        speeches=tuple(map(Speech, kept.get("speeches") or ())),
        access=tuple(kept.get("access") or ()),
        price=_price(kept.get("price")),
        registration=_registration(kept.get("registration")),
        place=place_of(kept.get("place")) or Place(),
        co_organisers=tuple(kept.get("co_organisers") or ()),
        operation=kept.get("operation"),
        school=_school(kept.get("school")),
        picture=kept.get("picture"),
        standing=Standing(kept.get("standing") or Standing.SCHEDULED),
        message=_words(kept.get("message")),
        run=_run(kept.get("run")),
        rule=_rule(kept.get("rule")),
        occurrences=tuple(map(occurrence_of, kept.get("occurrences") or ())),
    )


def snapshot_of(event: Event) -> dict[str, Any]:
    """Return the block of an event."""
    run, school = event.run, event.school
    return {
        "type": event.type.value,
        "title": _words_json(event.title),
        "summary": _words_json(event.summary),
        "text": _words_json(event.text),
        "audiences": [one.value for one in event.audiences],
        "age_from": event.age_from,
        "age_to": event.age_to,
        "theme": event.theme,
        "speeches": [one.value for one in event.speeches],
        "access": list(event.access),
        "price": _price_json(event.price),
        "registration": _registration_json(event.registration),
        "place": _place_json(event.place),
        "co_organisers": list(event.co_organisers),
        "operation": event.operation,
        "school": school
        and {
            "cycles": [one.value for one in school.cycles],
            "minutes": school.minutes,
            "most_pupils": school.most_pupils,
            "pass_culture": school.pass_culture,
        },
        "picture": event.picture,
        "standing": event.standing.value,
        "message": _words_json(event.message),
        "run": run
        and {
            "first": _iso(run.first),
            "last": _iso(run.last),
            "extended_from": _iso(run.extended_from),
            "is_permanent": run.is_permanent,
        },
        "rule": _rule_json(event.rule),
        "occurrences": [occurrence_json(one) for one in event.occurrences],
    }


def occurrence_of(row: Json) -> Occurrence:
    """Read a date."""
    previous = row.get("previous_start")
    return Occurrence(
        start=datetime.fromisoformat(row["start"]),
        end=datetime.fromisoformat(row["end"]) if row.get("end") else None,
        is_all_day=bool(row.get("is_all_day")),
        key=row.get("key") or "",
        rule_date=_day(row.get("rule_date")),
        standing=Standing(row.get("standing") or Standing.SCHEDULED),
        message=_words(row.get("message")),
        previous_start=datetime.fromisoformat(previous) if previous else None,
        title=_words(row.get("title")),
        place=place_of(row.get("place")),
        price=_price(row.get("price")),
        note=_words(row.get("note")),
    )


def occurrence_json(one: Occurrence) -> dict[str, Any]:
    """Return a date as snapshots keep it: what is not said is left out, since an event may have a thousand."""
    said: dict[str, Any] = {
        "start": _minute(one.start),
        "end": one.end and _minute(one.end),
        "is_all_day": one.is_all_day,
        "key": one.key,
        "rule_date": _iso(one.rule_date),
        "standing": None if one.standing is Standing.SCHEDULED else one.standing.value,
        "message": _words_json(one.message),
        "previous_start": one.previous_start and _minute(one.previous_start),
        "title": _words_json(one.title),
        "place": one.place and _place_json(one.place),
        "price": _price_json(one.price),
        "note": _words_json(one.note),
    }
    return {name: value for name, value in said.items() if value}


def place_of(row: Json | None) -> Place | None:
    """Read a place."""
    if not row:
        return None
    return Place(
        kind=PlaceKind(row.get("kind") or PlaceKind.MUSEUM),
        museum_id=row.get("museum_id"),
        name=row.get("name"),
        street=row.get("street"),
        town=row.get("town"),
        link=row.get("link"),
    )


def _place_json(place: Place) -> dict[str, Any]:
    return {
        "kind": place.kind.value,
        "museum_id": place.museum_id,
        "name": place.name,
        "street": place.street,
        "town": place.town,
        "link": place.link,
    }


def _price(row: Json | None) -> Price | None:
    if not row:
        return None
    return Price(PriceKind(row["kind"]), row.get("least"), row.get("most"), _words(row.get("words")))


def _price_json(price: Price | None) -> dict[str, Any] | None:
    return (
        None
        if price is None
        else {
            "kind": price.kind.value,
            "least": price.least,
            "most": price.most,
            "words": _words_json(price.words),
        }
    )


def _registration(row: Json | None) -> Registration:
    kept = row or {}
    return Registration(
        is_needed=bool(kept.get("is_needed")),
        link=kept.get("link"),
        phone=kept.get("phone"),
        email=kept.get("email"),
        deadline=_day(kept.get("deadline")),
        seats=kept.get("seats"),
    )


def _registration_json(kept: Registration) -> dict[str, Any]:
    return {
        "is_needed": kept.is_needed,
        "link": kept.link,
        "phone": kept.phone,
        "email": kept.email,
        "deadline": _iso(kept.deadline),
        "seats": kept.seats,
    }


def _run(row: Json | None) -> Run | None:
    if not row:
        return None
    first, last, extended = (_day(row.get(name)) for name in ("first", "last", "extended_from"))
    return Run(first, last, extended, bool(row.get("is_permanent")))


def _school(row: Json | None) -> SchoolOffer | None:
    if not row:
        return None
    return SchoolOffer(
        tuple(map(Cycle, row.get("cycles") or ())),
        row.get("minutes"),
        row.get("most_pupils"),
        bool(row.get("pass_culture")),
    )


def _rule(row: Json | None) -> Rule | None:
    if not row:
        return None
    return Rule(
        frequency=Frequency(row["frequency"]),
        first=date.fromisoformat(row["first"]),
        starts=time.fromisoformat(row["starts"]),
        ends=time.fromisoformat(row["ends"]) if row.get("ends") else None,
        last=_day(row.get("last")),
        interval=int(row.get("interval") or 1),
        weekdays=tuple(row.get("weekdays") or ()),
        nth=row.get("nth"),
        school=SchoolDays(row["school"]) if row.get("school") else None,
        picked=tuple(map(date.fromisoformat, row.get("picked") or ())),
        excluded=tuple(map(date.fromisoformat, row.get("excluded") or ())),
    )


def _rule_json(rule: Rule | None) -> dict[str, Any] | None:
    return (
        None
        if rule is None
        else {
            "frequency": rule.frequency.value,
            "first": rule.first.isoformat(),
            "starts": f"{rule.starts:%H:%M}",
            "ends": rule.ends and f"{rule.ends:%H:%M}",
            "last": _iso(rule.last),
            "interval": rule.interval,
            "weekdays": list(rule.weekdays),
            "nth": rule.nth,
            "school": rule.school and rule.school.value,
            "picked": [day.isoformat() for day in rule.picked],
            "excluded": [day.isoformat() for day in rule.excluded],
        }
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M}"


def _words_json(words: Translated | None) -> dict[str, str | None] | None:
    return {"fr": words.fr, "oc": words.oc} if words else None


def _words(words: Json | None) -> Translated | None:
    return Translated(words["fr"], words.get("oc")) if words and words.get("fr") else None


BLANK = snapshot_of(Event(EventType.OTHER, None))
"""The block of an event of which nothing was said."""
