"""Writes iCalendar files (RFC 5545): stable names, a sequence that grows, what is cancelled said twice."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from flask import url_for
from icalendar import Calendar, Event, Timezone, vText

from portal.config import PARIS
from portal.domain import museums
from portal.domain.events.live import Dated, Shown
from portal.domain.events.vocabulary import PlaceKind, Standing
from portal.web.kit.addresses import absolute
from portal.web.kit.events import words
from portal.web.kit.events.listing import place_words
from portal.web.kit.languages import Language

MIMETYPE = "text/calendar"
PRODUCT = "-//Musées d’Occitanie//Agenda//FR"
REFRESH = timedelta(hours=12)
STATUSES = {
    Standing.CANCELLED: "CANCELLED",
    Standing.POSTPONED: "TENTATIVE",
}


def calendar(name: str, dated: Iterable[Dated], running: Iterable[Shown], language: Language) -> bytes:
    """Return a calendar file of dates and of exhibitions, which are all-day runs."""
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", PRODUCT)
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    made.add("name", name)
    made.add("x-wr-timezone", "Europe/Paris")
    made.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for one in dated:
        made.add_component(_of_date(one, language))
    for event in running:
        made.add_component(_of_run(event, language))
    if any(True for _component in made.walk("VEVENT")):
        made.subcomponents.insert(
            0, Timezone.from_tzinfo(PARIS, first_date=date(2020, 1, 1), last_date=date(2038, 1, 1))
        )
    written: bytes = made.to_ical()
    return written


def uid(event: Shown, key: str, host: str) -> str:
    """Return the name a calendar knows a date by, for as long as it lives."""
    short = event.address.rpartition("-")[2]
    return f"{short}-{key}@{host}" if key else f"{short}@{host}"


def _of_date(one: Dated, language: Language) -> Event:
    made = _component(one.event, one.occurrence.key, one.title.text(language), one.standing, language)
    if one.occurrence.is_all_day:
        made.add("dtstart", one.occurrence.start.date())
        made.add("dtend", one.ends_on + timedelta(days=1))
    else:
        made.add("dtstart", one.starts_at.astimezone(PARIS))
        if one.ends_at is not None:
            made.add("dtend", one.ends_at.astimezone(PARIS))
    message = one.message
    _describe(made, one.event, message.text(language) if message else "", language)
    return made


def _of_run(event: Shown, language: Language) -> Event:
    made = _component(event, "", event.title.text(language), event.said.standing, language)
    run = event.said.run
    first = (run and run.first) or event.updated_at.astimezone(PARIS).date()
    last = (run and run.last) or first + timedelta(days=365)
    made.add("dtstart", first)
    made.add("dtend", last + timedelta(days=1))
    made.add("transp", "TRANSPARENT")
    message = event.said.message
    _describe(made, event, message.text(language) if message else "", language)
    return made


def _component(event: Shown, key: str, title: str, standing: Standing, language: Language) -> Event:
    made, word = Event(), words.standing_word(standing)
    address = absolute(url_for("public.agenda.show", language=language, slug=event.address))
    made.add("uid", uid(event, key, address.split("/")[2]))
    made.add("sequence", event.sequence)
    made.add("dtstamp", _utc(event.updated_at))
    made.add("last-modified", _utc(event.updated_at))
    made.add("summary", f"[{word}] {title}" if word else title)
    made.add("status", STATUSES.get(standing, "CONFIRMED"))
    made.add("url", address)
    made.add("location", _where(event, language))
    made.add("categories", [str(words.TYPES[event.said.type])])
    museum = museums.guide().by_id.get(event.place_id)
    if museum is not None and museum.latitude is not None and _is_at_museum(event):
        made.add("geo", (museum.latitude, museum.longitude))
    return made


def _describe(made: Event, event: Shown, message: str, language: Language) -> None:
    text = event.said.summary or event.said.text
    told = filter(None, (message, text.text(language) if text else "", str(made["url"])))
    made.add("description", vText("\n\n".join(told)))


def _where(event: Shown, language: Language) -> str:
    museum = museums.guide().by_id.get(event.place_id)
    place = event.said.place
    if place.kind in {PlaceKind.ELSEWHERE, PlaceKind.ONLINE} or museum is None:
        return place_words(place)
    named = (place.name, museum.name.text(language), museum.town.name.text(language))
    return ", ".join(filter(None, named))


def _is_at_museum(event: Shown) -> bool:
    return event.said.place.kind in {PlaceKind.MUSEUM, PlaceKind.HOST}


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
