"""Events as lists show them: one shape for the agenda, the home page, a museum's page and a printed programme."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from flask import url_for

from portal.db import Translated
from portal.domain import museums
from portal.domain.events.live import Dated, Shown
from portal.domain.events.rows import Place
from portal.domain.events.vocabulary import EventType, PlaceKind, PriceKind, Speech, Standing
from portal.domain.museums import MuseumEntry
from portal.web.kit import formats
from portal.web.kit.events import moments, said, words
from portal.web.kit.languages import Language
from portal.web.kit.messages import _


@dataclass(frozen=True)
class Tag:
    """A short fact beside an event."""

    text: str
    style: str = ""
    """The class that colours it; never the only sign of what it says."""


@dataclass(frozen=True)
class Slot:
    """An event in a list, on one of its dates or through its run."""

    event: Shown
    museum: MuseumEntry
    """At whose museum it is held, or who organises it elsewhere."""
    title: Translated
    address: str
    hours: str
    place: str
    """Where, when it is not at a museum."""
    tags: tuple[Tag, ...]
    standing: Standing
    message: Translated | None
    begins: str = ""
    """Its beginning as `<time>` holds it."""

    @property
    def is_off(self) -> bool:
        """Whether nobody should come."""
        return not self.standing.takes_place


@dataclass(frozen=True)
class Day:
    """A day of the agenda."""

    day: date
    slots: tuple[Slot, ...]


def days(dated: Iterable[Dated], first: date, language: Language) -> list[Day]:
    """Return dates by the day they begin; those begun before are of the first day."""
    by_day = groupby(dated, key=lambda one: max(one.occurrence.start.date(), first))
    found = [Day(day, tuple(filter(None, (slot(one, language) for one in of_day)))) for day, of_day in by_day]
    return [day for day in found if day.slots]


def slot(one: Dated, language: Language) -> Slot | None:
    """Return a date as lists show it; nothing where its museum is of no list."""
    museum = museums.guide().by_id.get(one.event.place_id)
    if museum is None:
        return None
    event, occurrence = one.event, one.occurrence
    return Slot(
        event=event,
        museum=museum,
        title=one.title,
        address=url_for("public.agenda.show", slug=event.address),
        hours=moments.hours(occurrence, language),
        place=place_words(occurrence.place or event.said.place),
        tags=tuple(_tags(event, one, language)),
        standing=one.standing,
        message=one.message,
        begins=f"{occurrence.start:%Y-%m-%dT%H:%M}",
    )


def run_slots(running: Sequence[Shown], today: date, language: Language) -> list[Slot]:
    """Return exhibitions as lists show them."""
    return [each for each in (_run_slot(event, today, language) for event in running) if each]


def place_words(place: Place) -> str:
    """Return where something is held, when it is not simply at its museum; the name of a room of the museum too."""
    if place.kind is PlaceKind.ONLINE:
        return _("En ligne")
    return ", ".join(filter(None, (place.name, place.street, place.town)))


def _run_slot(event: Shown, today: date, language: Language) -> Slot | None:
    museum, run = museums.guide().by_id.get(event.place_id), event.said.run
    if museum is None or run is None:
        return None
    marks = [Tag(moments.mark_word(mark), "tag--gold") for mark in moments.run_marks(run, today)]
    return Slot(
        event=event,
        museum=museum,
        title=event.title,
        address=url_for("public.agenda.show", slug=event.address),
        hours=moments.run(run, today, language),
        place=place_words(event.said.place),
        tags=(*_standing_tag(event.said.standing), *marks, *_price_tag(event, None, language)),
        standing=event.said.standing,
        message=event.said.message,
    )


def _tags(event: Shown, one: Dated, language: Language) -> Iterable[Tag]:
    yield from _standing_tag(one.standing)
    age = said.ages(event.said)
    name = str(words.TYPES[event.said.type])
    if event.said.type is not EventType.OTHER:
        yield Tag(f"{name} {age}" if age else name)
    for speech in event.said.speeches:
        if speech is not Speech.FRENCH:
            yield Tag(str(words.SPEECHES[speech]))
    yield from _price_tag(event, one, language)


def _price_tag(event: Shown, one: Dated | None, language: Language) -> Iterable[Tag]:
    cost = (one and one.occurrence.price) or event.said.price
    told = said.price(cost, language)
    if told and cost is not None:
        yield Tag(told, "tag--ok" if cost.kind is PriceKind.FREE else "")


def _standing_tag(standing: Standing) -> Iterable[Tag]:
    word = words.standing_word(standing)
    if word:
        yield Tag(formats.sentence_case(word), words.MARKS[standing])


def feed_line(event: Shown, following: Dated | None, today: date, language: Language) -> str:
    """Return in one line when an event is held and where it stands."""
    if event.said.run is not None:
        told, standing = moments.run(event.said.run, today, language), event.said.standing
    elif following is not None:
        told = formats.sentence_case(moments.when(following.occurrence, today, language))
        standing = following.standing
    else:
        told, standing = "", event.said.standing
    return ". ".join(filter(None, (words.standing_word(standing), told)))


def bare_slot(event: Shown, language: Language) -> Slot | None:
    """Return an event without a date to come: on request, or over."""
    museum = museums.guide().by_id.get(event.place_id)
    if museum is None:
        return None
    return Slot(
        event=event,
        museum=museum,
        title=event.title,
        address=url_for("public.agenda.show", slug=event.address),
        hours=_("Sur demande") if event.said.school else _("Pas de date à venir"),
        place=place_words(event.said.place),
        tags=(Tag(str(words.TYPES[event.said.type])), *_price_tag(event, None, language)),
        standing=event.said.standing,
        message=event.said.message,
    )
