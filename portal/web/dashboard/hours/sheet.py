"""What is typed on the screen of hours, as it is typed: every field a text, whatever it says.

A field's name in the form is its place here (`periods.0.week.3`, `holidays.christmas.times`), and that of its refusal.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import ServiceKind

MOST_PERIODS = 24
MOST_LINES = 12
"""Of one period, for some weekdays of the month."""
MOST_EXCEPTIONS = 200
MOST_CLOSURES = 20


@dataclass
class LineTyped:
    """What holds on the nth such weekday of the month."""

    nth: str = "1"
    weekday: str = "6"
    times: str = ""


@dataclass
class PeriodTyped:
    """A season: when, and its week."""

    name: str = ""
    name_oc: str = ""
    first: str = ""
    last: str = ""
    breaks: list[str] = field(default_factory=list)
    """The school holidays it holds for, instead of dates."""
    week: list[str] = field(default_factory=lambda: [""] * 7)
    monthly: list[LineTyped] = field(default_factory=list)
    last_admission: str = ""


@dataclass
class ExceptionTyped:
    """Some days that differ."""

    first: str = ""
    last: str = ""
    effect: str = "closed"
    times: str = ""
    """Hours, or the one time at which it closes early or opens late."""
    reason: str = "other"
    words: str = ""
    words_oc: str = ""
    is_open: bool = False
    """Whether its fields are shown, rather than a sentence."""


@dataclass
class ClosureTyped:
    """A long closure."""

    first: str = ""
    last: str = ""
    reason: str = "works"
    words: str = ""
    words_oc: str = ""
    reopening: str = ""


@dataclass
class HolidayTyped:
    """What is decided of a public holiday."""

    decision: str = "undecided"
    times: str = ""
    """Hours, or `comme un dimanche`."""


@dataclass
class ServiceTyped:
    """A service: none (`none`), the museum's hours (`same`) or its own periods (`own`)."""

    mode: str = "none"
    periods: list[PeriodTyped] = field(default_factory=list)


@dataclass
class Sheet:
    """The whole screen."""

    periods: list[PeriodTyped] = field(default_factory=list)
    holidays: dict[Holiday, HolidayTyped] = field(
        default_factory=lambda: {holiday: HolidayTyped() for holiday in Holiday}
    )
    services: dict[ServiceKind, ServiceTyped] = field(
        default_factory=lambda: {kind: ServiceTyped() for kind in ServiceKind}
    )
    exceptions: list[ExceptionTyped] = field(default_factory=list)
    closures: list[ClosureTyped] = field(default_factory=list)
    lines: str = ""
    """Exceptions pasted, one a line."""
    text: str = ""
    """Hours pasted: a sentence, or what OpenStreetMap says."""
    too_many: list[str] = field(default_factory=list)
    """The lists of which more were sent than are kept."""

    def seasons(self) -> Iterator[tuple[str, list[PeriodTyped]]]:
        """Return every list of periods with its place."""
        yield "periods", self.periods
        for kind, service in self.services.items():
            yield f"services.{kind.value}.periods", service.periods

    def periods_at(self, place: str) -> list[PeriodTyped] | None:
        """Return the list of periods of a place."""
        return dict(self.seasons()).get(place)
