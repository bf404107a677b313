"""Changes one date, that one and those after it, or all of them; each is asked for by name, and each can be undone."""

import enum
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from portal.db import Translated
from portal.domain.errors import DomainError
from portal.domain.events import recurrence
from portal.domain.events.rows import Event, Occurrence
from portal.domain.events.vocabulary import Standing


class Reach(enum.Enum):
    """Which dates a change is for."""

    THIS = "this"
    FOLLOWING = "following"
    """This one and those after it."""
    ALL = "all"


class NoSuchDateError(DomainError):
    """A date that the event does not have, or has no more."""


Change = Callable[[Occurrence], Occurrence]


def change(event: Event, key: str, reach: Reach, made: Change) -> Event:
    """Return the event with a change made to its dates; raise `NoSuchDateError` where there is no such date."""
    chosen = find(event, key)

    def reached(one: Occurrence) -> bool:
        if reach is Reach.THIS:
            return one.key == key
        return reach is Reach.ALL or one.start >= chosen.start

    dates = recurrence.in_order(made(one) if reached(one) else one for one in event.occurrences)
    return replace(event, occurrences=dates)


def is_only_a_warning(before: Event, after: Event) -> bool:
    """Return whether a change says only that some dates are cancelled, postponed or full, with a word about it."""
    was = {one.key: one for one in before.occurrences}
    if before == after or was.keys() != {one.key for one in after.occurrences}:
        return False
    changed = [one for one in after.occurrences if one != was[one.key]]
    unsaid = (replace(one, standing=was[one.key].standing, message=was[one.key].message) for one in changed)
    warns = all(not one.standing.takes_place or one.standing is Standing.FULL for one in changed)
    rest = replace(after, occurrences=before.occurrences) == before
    return rest and warns and all(one == was[one.key] for one in unsaid)


def find(event: Event, key: str) -> Occurrence:
    """Return a date by its key; raise `NoSuchDateError` where there is none."""
    found = next((one for one in event.occurrences if one.key == key), None)
    if found is None:
        raise NoSuchDateError
    return found


def stands(standing: Standing, message: Translated | None = None) -> Change:
    """Return the change to a standing. `SCHEDULED` takes back any other, and a moved date to where it was."""

    def made(one: Occurrence) -> Occurrence:
        if standing is not Standing.SCHEDULED:
            return replace(one, standing=standing, message=message)
        if one.previous_start is not None:
            one = _at(one, one.previous_start)
        return replace(one, standing=Standing.SCHEDULED, message=None, previous_start=None)

    return made


def moved(by: timedelta, message: Translated | None = None) -> Change:
    """Return the change to another time, which keeps the one that was announced first."""

    def made(one: Occurrence) -> Occurrence:
        announced = one.previous_start or one.start
        later = _at(one, one.start + by)
        if later.start == announced:
            return replace(later, standing=Standing.SCHEDULED, message=None, previous_start=None)
        return replace(later, standing=Standing.RESCHEDULED, message=message, previous_start=announced)

    return made


def without(event: Event, key: str, reach: Reach) -> Event:
    """Return the event without dates; its rule no longer gives them."""
    chosen = find(event, key)
    gone = [
        one
        for one in event.occurrences
        if reach is Reach.ALL or one.key == key or (reach is Reach.FOLLOWING and one.start >= chosen.start)
    ]
    keys = {one.key for one in gone}
    rule = event.rule
    if rule is not None:
        days = {one.rule_date for one in gone if one.rule_date}
        rule = replace(rule, excluded=tuple(sorted({*rule.excluded, *days})))
        if reach is Reach.FOLLOWING:
            rule = replace(rule, last=chosen.start.date() - timedelta(days=1))
    left = tuple(one for one in event.occurrences if one.key not in keys)
    return replace(event, rule=None if reach is Reach.ALL else rule, occurrences=left)


def copied(event: Event) -> Event:
    """Return what a duplicate begins with: everything but dates, standing and what was said of it."""
    return replace(
        event,
        occurrences=(),
        rule=None,
        run=None,
        standing=Standing.SCHEDULED,
        message=None,
        co_organisers=(),
    )


def _at(one: Occurrence, start: datetime) -> Occurrence:
    return replace(one, start=start, end=None if one.end is None else start + (one.end - one.start))
