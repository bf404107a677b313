"""What a museum says of its hours, as plain rows: the one source of every answer, text, file and drawing."""

import enum
from dataclasses import dataclass
from datetime import date

from portal.db import Translated
from portal.domain.hours.bounds import Bound, Span
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.school import SchoolBreak

MIDNIGHT = 24 * 60
"""Minutes in a day. Times are minutes from the start of the day an interval begins on."""


class Access(enum.Enum):
    """Who may come at these hours."""

    OPEN = "open"
    APPOINTMENT = "appointment"
    """By appointment only."""
    GROUPS = "groups"
    """Groups only, on booking."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of one day, in minutes; one that ends past 1440 runs into the next day (`25:00` is 1500).

    By appointment or for groups the times may be left unsaid: `start` and `end` are then both `None`.
    """

    start: int | None
    end: int | None
    access: Access = Access.OPEN

    @property
    def is_timed(self) -> bool:
        """Whether its times are said."""
        return self.start is not None


Day = tuple[Slot, ...]
"""The slots of one day, in order; none means closed."""
CLOSED: Day = ()


@dataclass(frozen=True, slots=True)
class Monthly:
    """What holds on the nth such weekday of each month, instead of that weekday's usual slots."""

    nth: int
    """1 to 5, or -1 for the last."""
    weekday: int
    """0 is Monday."""
    slots: Day


@dataclass(frozen=True, slots=True)
class Week:
    """A week of slots, Monday first, and what differs on some weekdays of the month."""

    days: tuple[Day, Day, Day, Day, Day, Day, Day] = (CLOSED,) * 7
    monthly: tuple[Monthly, ...] = ()

    def on(self, day: date) -> Day:
        """Return the slots of a date."""
        for special in self.monthly:
            if special.weekday == day.weekday() and is_nth(day, special.nth):
                return special.slots
        return self.days[day.weekday()]


@dataclass(frozen=True, slots=True)
class Period:
    """A season: the dates it holds for and its week.

    Either `span` (dated, or each year) or `breaks` (the school holidays it holds for) says when.
    """

    span: Span | None
    week: Week
    breaks: frozenset[SchoolBreak] = frozenset()
    label: str = ""
    """`summer`, `winter`, … (`LABELS`), or nothing."""
    name: Translated | None = None
    """A name in the museum's own words, where no label says it."""
    last_admission: int | None = None
    """How many minutes before closing the last visitor is let in."""


LABELS = ("summer", "winter", "spring", "autumn", "high", "low", "all_year", "school")
"""The names of seasons that are known in both languages."""


class Decision(enum.Enum):
    """What a museum has decided of a public holiday; it holds each year."""

    USUAL = "usual"
    CLOSED = "closed"
    SPECIAL = "special"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """A museum's decision about one public holiday."""

    holiday: Holiday
    decision: Decision = Decision.UNDECIDED
    slots: Day = CLOSED
    """The hours of that day, for `SPECIAL`."""
    like: int | None = None
    """Or the weekday whose hours it has, for `SPECIAL`: 6 says "as on a Sunday"."""


class Effect(enum.Enum):
    """What an exception does to its days."""

    CLOSED = "closed"
    HOURS = "hours"
    """Its slots instead of the day's own."""
    EXTRA = "extra"
    """Its slots beside the day's own."""
    CLOSES_EARLY = "closes_early"
    """The day's own, up to `at`."""
    OPENS_LATE = "opens_late"
    """The day's own, from `at`."""


class Reason(enum.Enum):
    """Why a museum is closed, or open otherwise than usual."""

    WEATHER = "weather"
    STAFF = "staff"
    STRIKE = "strike"
    TECHNICAL = "technical"
    INSTALLATION = "installation"
    INVENTORY = "inventory"
    EVENT = "event"
    LATE_OPENING = "late_opening"
    MUSEUM_NIGHT = "museum_night"
    HERITAGE_DAYS = "heritage_days"
    BRIDGE = "bridge"
    YEAR_END = "year_end"
    WORKS = "works"
    BETWEEN_EXHIBITIONS = "between_exhibitions"
    SEASON = "season"
    DISASTER = "disaster"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Exceptional:
    """Some days, dated or each year, that differ from what the seasons say."""

    span: Span
    effect: Effect
    slots: Day = CLOSED
    at: int | None = None
    """The time of day of `CLOSES_EARLY` and `OPENS_LATE`, in minutes."""
    reason: Reason = Reason.OTHER
    words: Translated | None = None
    """What the museum adds in its own words."""


class Quarter(enum.Enum):
    """A season of the year, where a reopening is known no better."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


@dataclass(frozen=True, slots=True)
class Reopening:
    """When a museum hopes to reopen, as far as it is known: a year, a season or a month of it."""

    year: int
    quarter: Quarter | None = None
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Closure:
    """A long closure: works, between two exhibitions, a season. Hours are kept meanwhile.

    Dated, it may have no last day (`last` is `None`): the reopening is not fixed.
    """

    first: Bound
    last: Bound | None
    reason: Reason = Reason.WORKS
    words: Translated | None = None
    reopening: Reopening | None = None


class ServiceKind(enum.Enum):
    """A part of the museum that may keep hours of its own."""

    TICKET_DESK = "ticket_desk"
    GARDEN = "garden"
    LIBRARY = "library"
    CAFE = "cafe"
    SHOP = "shop"


@dataclass(frozen=True, slots=True)
class Service:
    """A service and its own periods; without any, it keeps the museum's hours."""

    kind: ServiceKind
    periods: tuple[Period, ...] = ()

    @property
    def inherits(self) -> bool:
        """Whether it keeps the museum's hours."""
        return not self.periods


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything a museum says of its hours."""

    periods: tuple[Period, ...] = ()
    holidays: tuple[HolidayRule, ...] = ()
    """Those decided; a holiday that is not named is undecided."""
    services: tuple[Service, ...] = ()
    exceptions: tuple[Exceptional, ...] = ()
    closures: tuple[Closure, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever entered."""
        return not (self.periods or self.holidays or self.exceptions or self.closures)


def is_nth(day: date, nth: int) -> bool:
    """Return whether a date is the nth of its weekday in its month; -1 is the last."""
    if nth > 0:
        return (day.day - 1) // 7 + 1 == nth
    return not _same_month_a_week_on(day)


def _same_month_a_week_on(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 7).month == day.month
