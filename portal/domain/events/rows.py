"""What a museum says of an event, as plain rows: the one source of every page, file, feed and sentence.

Times are local, of Europe/Paris, without offset: what the poster says. `times` turns them into instants.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from portal.db import Translated
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


@dataclass(frozen=True, slots=True)
class Price:
    """What taking part costs; amounts are whole cents of euros, from the least to the most."""

    kind: PriceKind
    least: int | None = None
    most: int | None = None
    words: Translated | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is held."""

    kind: PlaceKind = PlaceKind.MUSEUM
    museum_id: int | None = None
    """The hosting museum, of kind `HOST`."""
    name: str | None = None
    """A room of the museum, or the name of a place elsewhere."""
    street: str | None = None
    town: str | None = None
    """The slug of a town of the region, or a name where it is outside."""
    link: str | None = None
    """Where to join, online."""


@dataclass(frozen=True, slots=True)
class Registration:
    """How to sign up; the portal sells nothing, it points."""

    is_needed: bool = False
    link: str | None = None
    phone: str | None = None
    email: str | None = None
    deadline: date | None = None
    seats: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return self == Registration()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of an event: when, and what is different about it."""

    start: datetime
    end: datetime | None = None
    is_all_day: bool = False
    key: str = ""
    """What names this date for as long as it lives, even moved: calendars know it by it."""
    rule_date: date | None = None
    """The date of the rule it came from; none where a hand typed it."""
    standing: Standing = Standing.SCHEDULED
    message: Translated | None = None
    """Why, or what to do."""
    previous_start: datetime | None = None
    """The start it was moved from: schema.org's `previousStartDate`."""
    title: Translated | None = None
    place: Place | None = None
    price: Price | None = None
    note: Translated | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """An exhibition's time: it is open when its museum is."""

    first: date | None = None
    last: date | None = None
    """None where it is permanent."""
    extended_from: date | None = None
    """The last day that was first announced, before it was extended."""
    is_permanent: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """The recipe of dates, kept beside them: RFC 5545's RRULE in the museum's words."""

    frequency: Frequency
    first: date
    starts: time
    ends: time | None = None
    last: date | None = None
    """The last date it may give; none goes on until it is stopped."""
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    """0 is Monday."""
    nth: int | None = None
    """1 to 4, or -1 for the last, of `MONTHLY`."""
    school: SchoolDays | None = None
    picked: tuple[date, ...] = ()
    excluded: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class SchoolOffer:
    """What a teacher needs to know before booking."""

    cycles: tuple[Cycle, ...] = ()
    minutes: int | None = None
    most_pupils: int | None = None
    pass_culture: bool = False
    """Bookable through ADAGE with the collective part of the pass Culture."""


@dataclass(frozen=True, slots=True)
class Event:
    """What is held, and when: everything a museum says of it."""

    type: EventType
    title: Translated | None
    summary: Translated | None = None
    text: Translated | None = None
    audiences: tuple[Audience, ...] = ()
    age_from: int | None = None
    age_to: int | None = None
    theme: str | None = None
    """A theme's slug."""
    speeches: tuple[Speech, ...] = ()
    access: tuple[str, ...] = ()
    """The families it suits: `auditif`, `mental`, `moteur`, `visuel`."""
    price: Price | None = None
    registration: Registration = Registration()
    place: Place = Place()
    co_organisers: tuple[int, ...] = ()
    operation: str | None = None
    """The slug of a national operation."""
    school: SchoolOffer | None = None
    picture: str | None = None
    """The token of one of the museum's pictures."""
    standing: Standing = Standing.SCHEDULED
    """Of the whole event: what every date says unless it says otherwise itself."""
    message: Translated | None = None
    run: Run | None = None
    rule: Rule | None = None
    occurrences: tuple[Occurrence, ...] = field(default=())

    def standing_of(self, occurrence: Occurrence) -> Standing:
        """Return where a date stands: as the whole event unless the date has a standing of its own."""
        own = occurrence.standing
        return self.standing if own is Standing.SCHEDULED else own

    def message_of(self, occurrence: Occurrence) -> Translated | None:
        """Return what is said of where a date stands."""
        return self.message if occurrence.standing is Standing.SCHEDULED else occurrence.message
