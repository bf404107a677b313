"""What is coming, in a few lines: on a museum's page, on the home page, among search results."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from portal.domain.events import finding
from portal.domain.events.finding import Asked
from portal.domain.events.live import Dated, Shown
from portal.web.kit.events import listing
from portal.web.kit.events.listing import Day, Slot
from portal.web.kit.languages import Language
from portal.web.kit.when import Days

AHEAD = timedelta(days=120)
LOOKED_AT = 60
"""How many dates are looked at to find a few different events: a workshop may fill every Wednesday."""


@dataclass(frozen=True)
class Upcoming:
    """What a museum holds from today on."""

    days: Sequence[Day]
    runs: Sequence[Slot]
    offers: Sequence[Slot]
    """What may be booked without a date, by classes and groups."""

    def __bool__(self) -> bool:
        """Return whether there is anything."""
        return bool(self.days or self.runs or self.offers)


def of_museum(museum_id: int, today: date, language: Language, *, most: int = 5) -> Upcoming:
    """Return what a museum's page shows: its next events, each on its next date, and its exhibitions."""
    asked = Asked(today, today + AHEAD, museums=frozenset({museum_id}))
    following = _first_of_each(finding.dates(asked, limit=LOOKED_AT), most)
    running = finding.runs(asked, limit=most)
    offers = finding.events(Asked(museums=asked.museums, types=("offre-scolaire",)), limit=most)
    return Upcoming(
        days=listing.days(following, today, language),
        runs=listing.run_slots(running, today, language),
        offers=[each for each in (listing.bare_slot(event, language) for event in offers) if each],
    )


def of_region(days: Days, language: Language, *, most: int = 4) -> list[Slot]:
    """Return a few things held on some days, of different museums."""
    found: dict[int, Dated] = {}
    for one in finding.dates(Asked(days.first, days.last), limit=LOOKED_AT):
        if one.standing.takes_place:
            found.setdefault(one.event.place_id, one)
    return [each for each in (listing.slot(one, language) for one in list(found.values())[:most]) if each]


def of_events(event_ids: Iterable[int], today: date, language: Language) -> list[Slot]:
    """Return events in the order given, each on its next date, or its last where it is over."""
    ids = tuple(event_ids)
    if not ids:
        return []
    events = {event.id: event for event in finding.events(Asked(events=ids))}
    following = finding.next_of(ids, today)
    found = (_slot(events[id_], following.get(id_), today, language) for id_ in ids if id_ in events)
    return [each for each in found if each]


def _slot(event: Shown, following: Dated | None, today: date, language: Language) -> Slot | None:
    if event.said.run is not None:
        return next(iter(listing.run_slots([event], today, language)), None)
    return listing.slot(following, language) if following else listing.bare_slot(event, language)


def _first_of_each(dated: Iterable[Dated], most: int) -> list[Dated]:
    found: dict[int, Dated] = {}
    for one in dated:
        found.setdefault(one.event.id, one)
    return list(found.values())[:most]
