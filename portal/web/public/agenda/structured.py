"""What search engines read of an event (schema.org `Event`, `ExhibitionEvent`)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from flask import url_for

from portal.config import PARIS
from portal.domain.events.live import Dated, Shown
from portal.domain.events.rows import Place
from portal.domain.events.times import instant
from portal.domain.events.vocabulary import EventType, PlaceKind, PriceKind, Standing
from portal.domain.museums import MuseumEntry
from portal.web.kit.addresses import absolute
from portal.web.kit.covers import share_address
from portal.web.kit.languages import Language

MOST = 30
"""As many dates as search engines are told of."""
STATUSES = {
    Standing.SCHEDULED: "EventScheduled",
    Standing.FULL: "EventScheduled",
    Standing.RESCHEDULED: "EventRescheduled",
    Standing.MOVED_ONLINE: "EventMovedOnline",
    Standing.POSTPONED: "EventPostponed",
    Standing.CANCELLED: "EventCancelled",
}
TYPES = {
    EventType.EXHIBITION: "ExhibitionEvent",
    EventType.SCREENING: "ScreeningEvent",
    EventType.WORKSHOP: "EducationEvent",
    EventType.TALK: "EducationEvent",
    EventType.COURSE: "EducationEvent",
    EventType.FESTIVAL: "Festival",
}


def event_data(
    event: Shown, dated: Sequence[Dated], museum: MuseumEntry, organiser: MuseumEntry, language: Language
) -> list[dict[str, Any]]:
    """Return the event as schema.org describes it: one for each date, or one for a run."""
    common = _common(event, museum, organiser, language)
    run = event.said.run
    if run is not None or not dated:
        ends = run.last.isoformat() if run and run.last else None
        begins = run.first.isoformat() if run and run.first else None
        status = _status(event.said.standing)
        return [_without_blanks(common | status | {"startDate": begins, "endDate": ends})]
    return [_without_blanks(common | _date(event, one, language)) for one in dated[:MOST]]


def _common(event: Shown, museum: MuseumEntry, organiser: MuseumEntry, language: Language) -> dict[str, Any]:
    said = event.said
    address = absolute(url_for("public.agenda.show", slug=event.address))
    text = said.summary or said.text
    return {
        "@context": "https://schema.org",
        "@type": TYPES.get(said.type, "Event"),
        "name": event.title.text(language),
        "description": text.text(language) if text else None,
        "url": address,
        "image": absolute(share_address(museum)),
        "inLanguage": [speech.value for speech in said.speeches] or None,
        "isAccessibleForFree": said.price.kind is PriceKind.FREE if said.price else None,
        "typicalAgeRange": _ages(said.age_from, said.age_to),
        "organizer": _museum(organiser, language),
        "location": _location(said.place, museum, language),
        "eventAttendanceMode": _mode(said.place, said.standing),
        "offers": _offers(event, said.standing, address),
    }


def _date(event: Shown, one: Dated, language: Language) -> dict[str, Any]:
    occurrence = one.occurrence
    told: dict[str, Any] = _status(one.standing) | {
        "name": one.title.text(language),
        "startDate": one.starts_at.astimezone(PARIS).isoformat(),
        "endDate": one.ends_at and one.ends_at.astimezone(PARIS).isoformat(),
        "eventAttendanceMode": _mode(occurrence.place or event.said.place, one.standing),
        "offers": _offers(event, one.standing, absolute(url_for("public.agenda.show", slug=event.address))),
    }
    if occurrence.previous_start is not None:
        told["previousStartDate"] = instant(occurrence.previous_start).astimezone(PARIS).isoformat()
    if occurrence.is_all_day:
        told |= {"startDate": occurrence.start.date().isoformat(), "endDate": one.ends_on.isoformat()}
    return told


def _status(standing: Standing) -> dict[str, str]:
    return {"eventStatus": f"https://schema.org/{STATUSES[standing]}"}


def _mode(place: Place, standing: Standing) -> str:
    online = place.kind is PlaceKind.ONLINE or standing is Standing.MOVED_ONLINE
    return f"https://schema.org/{'Online' if online else 'Offline'}EventAttendanceMode"


def _offers(event: Shown, standing: Standing, address: str) -> dict[str, Any] | None:
    price = event.said.price
    if price is None and standing is not Standing.FULL:
        return None
    amount = None if price is None else 0 if price.kind is PriceKind.FREE else price.least
    return _without_blanks(
        {
            "@type": "Offer",
            "price": None if amount is None else str(Decimal(amount) / 100),
            "priceCurrency": None if amount is None else "EUR",
            "url": event.said.registration.link or address,
            "availability": f"https://schema.org/{'SoldOut' if standing is Standing.FULL else 'InStock'}",
        }
    )


def _location(place: Place, museum: MuseumEntry, language: Language) -> dict[str, Any]:
    if place.kind is PlaceKind.ONLINE:
        return {"@type": "VirtualLocation", "url": place.link}
    if place.kind is PlaceKind.ELSEWHERE:
        where = {"streetAddress": place.street, "addressLocality": place.town, "addressCountry": "FR"}
        name = place.name or place.town
        return {
            "@type": "Place",
            "name": name,
            "address": _without_blanks({"@type": "PostalAddress", **where}),
        }
    return _museum(museum, language) | {
        "address": {
            "@type": "PostalAddress",
            "addressLocality": museum.town.name.fr,
            "addressCountry": "FR",
        }
    }


def _museum(museum: MuseumEntry, language: Language) -> dict[str, Any]:
    return {
        "@type": "Museum",
        "name": museum.name.text(language),
        "url": absolute(url_for("public.museums.show", slug=museum.slug)),
    }


def _ages(least: int | None, most: int | None) -> str | None:
    return None if least is None and most is None else f"{least or 0}-{'' if most is None else most}"


def _without_blanks(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value is not None}
