"""When a museum is to be told that its hours run out, or that a public holiday waits: once a threshold, never twice."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.config import PARIS
from portal.domain import museums
from portal.domain.hours import live
from portal.domain.hours.advice import HOLIDAY_DAYS, undecided
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.models import HoursReminder
from portal.domain.hours.moments import horizon
from portal.domain.hours.schedule import ONE_DAY, RuleKind, Schedule, State

THRESHOLDS = (60, 30, 7, 0)
"""Days before the last known one; 0 is once it is past."""
REST = timedelta(days=6)
"""How long a museum is left in peace after a letter, unless its hours end within a week."""
LOOKED_BACK = 400


@dataclass(frozen=True)
class Reminder:
    """What one museum is to be told."""

    museum_id: int
    last: date | None
    """The last known day, where it is near or past."""
    holidays: tuple[tuple[date, Holiday], ...]
    subjects: frozenset[str]
    """What it is about, so that it is not told twice."""


def due(session: Session, now: datetime) -> list[Reminder]:
    """Return what is to be told today, in a scope that may write every museum; nothing to who is up to date."""
    today = now.astimezone(PARIS).date()
    told: dict[int, dict[str, datetime]] = defaultdict(dict)
    columns = select(HoursReminder.museum_id, HoursReminder.subject, HoursReminder.sent_at)
    for museum_id, subject, sent_at in session.execute(columns):
        told[museum_id][subject] = sent_at
    found = (
        _due(museum_id, kept.schedule, today, told[museum_id], now)
        for museum_id, kept in live.of_many(museums.guide().by_id).items()
        if not kept.is_empty
    )
    return [reminder for reminder in found if reminder is not None]


def keep(session: Session, reminder: Reminder, now: datetime) -> None:
    """Keep that a museum was told, whoever read it."""
    known = set(
        session.scalars(select(HoursReminder.subject).where(HoursReminder.museum_id == reminder.museum_id))
    )
    session.add_all(
        HoursReminder(museum_id=reminder.museum_id, subject=subject, sent_at=now)
        for subject in sorted(reminder.subjects - known)
    )
    session.flush()


def _due(
    museum_id: int, schedule: Schedule, today: date, told: dict[str, datetime], now: datetime
) -> Reminder | None:
    last = _last_known(schedule, today)
    left = None if last is None else (last - today).days
    passed = [] if left is None else [days for days in THRESHOLDS if left <= days and (days or left < 0)]
    waiting = tuple(undecided(schedule, today, days=HOLIDAY_DAYS))
    subjects = {f"horizon:{last}:{days}" for days in passed} | {f"holiday:{day}" for day, _ in waiting}
    fresh = {subject for subject in subjects if subject not in told}
    nearest = f"horizon:{last}:{min(passed)}" if passed else None
    if not any(subject == nearest or subject.startswith("holiday:") for subject in fresh):
        return None
    is_pressing = nearest in fresh and min(passed) <= min(days for days in THRESHOLDS if days)
    if told and max(told.values()) > now - REST and not is_pressing:
        return None
    return Reminder(museum_id, last if passed else None, waiting, frozenset(subjects))


def _last_known(schedule: Schedule, today: date) -> date | None:
    """Return the last known day, in the past where today is not known; `None` where no end is near, or none began."""
    last = horizon(schedule, today)
    if last is None or last >= today:
        return last
    for back in range(LOOKED_BACK):
        answer = schedule.on(last - back * ONE_DAY)
        if answer.state is not State.UNCONFIRMED or answer.rule.kind is RuleKind.HOLIDAY:
            return answer.date
    return None
