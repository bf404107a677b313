"""How far hours are known, month by month: what the association chases, and in which order."""

import enum
from dataclasses import dataclass
from datetime import date, timedelta

from portal.domain.hours.advice import undecided
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.moments import horizon
from portal.domain.hours.schedule import ONE_DAY, Answer, RuleKind, Schedule, State

MONTHS = 12


class Known(enum.Enum):
    """What is known of a month."""

    WHOLE = "whole"
    HOLIDAY = "holiday"
    """All but a public holiday that nobody has decided."""
    PARTLY = "partly"
    NOTHING = "nothing"
    CLOSURE = "closure"
    """Closed from its first day to its last, by a long closure."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month of one museum."""

    first: date
    known: Known


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a museum's hours are known from a day on."""

    months: tuple[Month, ...]
    last: date | None
    """The last day known, the eve of today where today is not; `None` where no end is in sight."""
    undecided: tuple[tuple[date, Holiday], ...]
    """The coming holidays that wait for a decision, the first one first."""

    def days_left(self, today: date) -> int | None:
        """Return for how many days after today hours are known; -1 where today's are not."""
        return None if self.last is None else (self.last - today).days


def coverage(schedule: Schedule, today: date, months: int = MONTHS) -> Coverage:
    """Return how far a museum's hours are known over the coming months, this one from today on."""
    starts = _starts(today, months + 1)
    found = []
    for at in range(months):
        answers = list(schedule.days(max(today, starts[at]), starts[at + 1] - ONE_DAY))
        found.append(Month(starts[at], _known(answers)))
    ahead = (starts[-1] - today).days
    waiting = () if schedule.rows.is_empty else tuple(undecided(schedule, today, days=ahead))
    return Coverage(tuple(found), horizon(schedule, today), waiting)


def _known(answers: list[Answer]) -> Known:
    unknown = [answer for answer in answers if answer.state is State.UNCONFIRMED]
    if not unknown:
        closed = all(answer.rule.kind is RuleKind.CLOSURE for answer in answers)
        return Known.CLOSURE if closed else Known.WHOLE
    if len(unknown) == len(answers):
        return Known.NOTHING
    only_holidays = all(answer.rule.kind is RuleKind.HOLIDAY for answer in unknown)
    return Known.HOLIDAY if only_holidays else Known.PARTLY


def _starts(today: date, count: int) -> list[date]:
    """Return the first days of this month and those after."""
    found = [today.replace(day=1)]
    while len(found) < count:
        found.append((found[-1] + timedelta(days=32)).replace(day=1))
    return found
