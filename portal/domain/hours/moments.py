"""What a schedule says of an instant: open until when, closed until when; in Europe/Paris, whatever the clock does."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from portal.config import PARIS
from portal.domain.hours.rows import MIDNIGHT
from portal.domain.hours.schedule import ONE_DAY, Answer, Schedule, State

LOOKED_AHEAD = 400
"""How many days ahead the next opening is looked for."""


@dataclass(frozen=True, slots=True)
class Present:
    """What is true now, and until when."""

    state: State
    today: Answer
    closes: int | None = None
    """When it closes, in minutes from today's start: past 1440 it is tomorrow. Open only."""
    reopens: tuple[date, int] | None = None
    """The next opening, where every day before it is known to be closed."""
    changes_at: datetime | None = None
    """The first instant at which any of this may change, in UTC."""

    @property
    def is_open(self) -> bool:
        """Whether somebody at the door may come in now."""
        return self.state is State.OPEN


def present(schedule: Schedule, now: datetime) -> Present:
    """Return what is true at an instant: a night that began yesterday counts.

    Hours are compared as instants, so that the hour that comes twice in October is not open twice.
    """
    day = now.astimezone(PARIS).date()
    today = schedule.on(day)
    midnight = instant(day + ONE_DAY, 0)
    last_night = schedule.on(day - ONE_DAY)
    shifted = [(start - MIDNIGHT, end - MIDNIGHT) for start, end in last_night.intervals if end > MIDNIGHT]
    for start, end in (*shifted, *today.intervals):
        if instant(day, start) <= now < instant(day, end):
            closes = _joined(end, today)
            return Present(State.OPEN, today, closes, changes_at=min(instant(day, closes), midnight))
    if today.state is State.UNCONFIRMED:
        return Present(State.UNCONFIRMED, today, changes_at=midnight)
    reopens = next_opening(schedule, now, today)
    changes = midnight
    if reopens and reopens[0] == day:
        changes = min(instant(*reopens), midnight)
    return Present(State.CLOSED, today, reopens=reopens, changes_at=changes)


def _joined(end: int, today: Answer) -> int:
    """Return when it really closes, where the next interval begins as one ends."""
    for start, later in today.intervals:
        if start <= end < later:
            end = later
    return end


def next_opening(schedule: Schedule, now: datetime, today: Answer) -> tuple[date, int] | None:
    """Return the next opening after an instant; `None` where a day before it is not confirmed, or none is near."""
    later = [start for start, _ in today.intervals if instant(today.date, start) > now]
    if later:
        return today.date, later[0]
    for ahead in range(1, LOOKED_AHEAD):
        answer = schedule.on(today.date + timedelta(days=ahead))
        if answer.state is State.OPEN:
            return answer.date, answer.intervals[0][0]
        if answer.state is State.UNCONFIRMED:
            return None
    return None


def instant(day: date, minute: int) -> datetime:
    """Return the instant, in UTC, of a time of a day as clocks on the wall show it.

    A time that comes twice, in October, is its first; one that never comes, in March, is when the clock leaps over it.
    """
    days, rest = divmod(minute, MIDNIGHT)
    hour, minutes = divmod(rest, 60)
    on_the_wall = datetime(day.year, day.month, day.day, hour, minutes, tzinfo=PARIS) + timedelta(days=days)
    found = on_the_wall.astimezone(UTC)
    if found.astimezone(PARIS).replace(tzinfo=None) != on_the_wall.replace(tzinfo=None):
        return found.replace(minute=0)  # the clocks of Europe leap at 1:00 UTC
    return found


def horizon(schedule: Schedule, today: date, *, most: int = LOOKED_AHEAD) -> date | None:
    """Return the last day up to which hours are known from today on; yesterday if today's are not.

    Undecided holidays are left out: they are asked about by name. `None` where no end is in sight.
    """
    for ahead in range(most):
        day = today + timedelta(days=ahead)
        answer = schedule.on(day)
        if answer.state is State.UNCONFIRMED and answer.rule.kind.value != "holiday":
            return day - ONE_DAY
    return None
