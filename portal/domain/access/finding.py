"""Which museums answer a need or give shelter, over all that are listed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from portal.db import content_version, db, has_unpublished_changes
from portal.domain import museums
from portal.domain.access import live
from portal.domain.access.facts import Family
from portal.domain.access.rows import Access
from portal.domain.access.standing import State, best, family_state, sheltered
from portal.domain.recent import Recent

KEPT_ANSWERS = 64


@dataclass(frozen=True)
class Found:
    """The museums known to answer, and those that may: in part, or nobody has said."""

    known: frozenset[int]
    possible: frozenset[int]


_answers: Recent[tuple[object, ...], Found] = Recent(KEPT_ANSWERS)


def reachable(families: Iterable[Family], first: date, last: date) -> Found:
    """Return the museums that answer one of the families on every day between two dates, both included.

    A museum that answers in part, or on some of the days only, is one that may.
    """
    wanted = frozenset(families)
    session = db.session()
    if has_unpublished_changes(session):
        return _reachable(wanted, first, last)
    key = (db.engine, content_version(session).number, wanted, first, last)
    return _answers.get(key, lambda: _reachable(wanted, first, last))


def sheltering() -> Found:
    """Return the museums of which at least half of the visit is under a roof, and those that have not said."""
    listed, kept = museums.guide().by_id, live.everybody()
    said = {id_: sheltered(kept.get(id_, live.NOTHING).practical) for id_ in listed}
    return Found(
        frozenset(id_ for id_, is_sheltered in said.items() if is_sheltered),
        frozenset(id_ for id_, is_sheltered in said.items() if is_sheltered is None),
    )


def _reachable(families: frozenset[Family], first: date, last: date) -> Found:
    listed, kept = museums.guide().by_id, live.everybody()
    states = {id_: _states(kept.get(id_, live.NOTHING).access, families, first, last) for id_ in listed}
    known = frozenset(id_ for id_, found in states.items() if found == {State.YES})
    possible = frozenset(id_ for id_, found in states.items() if found != {State.NO})
    return Found(known, possible - known)


def _states(access: Access, families: frozenset[Family], first: date, last: date) -> set[State]:
    """Return the states of the days: they change only where an outage or a mark begins or ends."""
    if access.is_empty:
        return {State.UNKNOWN}
    return {
        best(family_state(access, family, day).state for family in families)
        for day in _turns(access, families, first, last)
    }


def _turns(access: Access, families: frozenset[Family], first: date, last: date) -> set[date]:
    begins = [outage.first for outage in access.outages]
    ends = [outage.last for outage in access.outages]
    for family, mark in access.marks.items():
        if family in families:
            begins += [mark.first] if mark.first else []
            ends.append(mark.last)
    after = {date.fromordinal(day.toordinal() + 1) for day in ends}
    return {first} | {day for day in {*begins, *after} if first < day <= last}
