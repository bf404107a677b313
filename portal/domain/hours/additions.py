"""Adds rows to the blocks of hours, whatever else stands in them: what is there already is not added twice (pure)."""

from collections.abc import Iterable, Mapping
from typing import Any

from portal.domain.hours.checking import MOST
from portal.domain.hours.errors import TooManyRowsError
from portal.domain.hours.rows import Closure, Decision, Exceptional, HolidayRule, Period
from portal.domain.hours.snapshots import closure_json, exception_json, holiday_json, period_json
from portal.domain.revisions import Snapshot

Json = Mapping[str, Any]


def with_exception(snapshot: Snapshot, row: Exceptional) -> Snapshot:
    """Return the block with an exception more: the last word about its days; the one before gives way to it."""
    own = exception_json(row)
    others = [other for other in snapshot["exceptions"] if _days(other) != _days(own)]
    return _with(snapshot, "exceptions", [*others, own])


def with_periods(snapshot: Snapshot, periods: Iterable[Period]) -> Snapshot:
    """Return the block with seasons more; one of the same dates stays as it is."""
    return _with(snapshot, "periods", _joined(snapshot["periods"], map(period_json, periods)))


def with_days(snapshot: Snapshot, exceptions: Iterable[Exceptional], closures: Iterable[Closure]) -> Snapshot:
    """Return the block with exceptions and long closures more; one of the same days stays as it is."""
    found = _joined(snapshot["exceptions"], map(exception_json, exceptions))
    closed = _joined(snapshot["closures"], map(closure_json, closures))
    return _with(_with(snapshot, "exceptions", found), "closures", closed)


def with_decision(snapshot: Snapshot, rule: HolidayRule) -> Snapshot:
    """Return the block with a public holiday decided; one that somebody has decided already stays as it is."""
    decided = snapshot["holidays"].get(rule.holiday.value)
    if decided is not None and decided["decision"] != Decision.UNDECIDED.value:
        return snapshot
    return {**snapshot, "holidays": {**snapshot["holidays"], rule.holiday.value: holiday_json(rule)}}


def _joined(there: Iterable[Json], added: Iterable[Json]) -> list[Json]:
    found = list(there)
    for row in added:
        if all(_days(row) != _days(other) for other in found):
            found.append(row)
    return found


def _days(row: Json) -> tuple[object, object]:
    return row["from"], row["to"]


def _with(snapshot: Snapshot, name: str, rows: list[Json]) -> Snapshot:
    if len(rows) > MOST[name] and len(rows) > len(snapshot[name]):
        raise TooManyRowsError(MOST[name])
    return {**snapshot, name: rows}
