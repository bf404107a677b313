"""Rows as revisions keep them, and back. Two blocks: `hours` (periods, holidays, services) and `exceptions`.

A snapshot is read leniently where a key is missing (another age wrote it) and strictly where a value is wrong
(ValueError, KeyError): it was checked before it was kept.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from portal.db import Translated
from portal.domain.hours import bounds
from portal.domain.hours.bounds import Span
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import (
    Access,
    Closure,
    Day,
    Decision,
    Effect,
    Exceptional,
    HolidayRule,
    Monthly,
    Period,
    Quarter,
    Reason,
    Reopening,
    Rows,
    Service,
    ServiceKind,
    Slot,
    Week,
)
from portal.domain.hours.school import SchoolBreak

Json = Mapping[str, Any]
HOURS_FIELDS = ("periods", "holidays", "services")
EXCEPTIONS_FIELDS = ("exceptions", "closures")
_SLOT = re.compile(r"(?:(\d{2}):(\d{2})-(\d{2}):(\d{2}))?(?:(?:^| )(appointment|groups))?", re.ASCII)


def clock(minutes: int) -> str:
    """Write minutes as `09:30`; past midnight `25:00`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def minutes_of(text: str) -> int:
    """Read `09:30` as minutes."""
    hours, _, minutes = text.partition(":")
    return int(hours) * 60 + int(minutes)


def slot_text(slot: Slot) -> str:
    """Write a slot as `10:00-12:00`, `14:00-17:00 appointment` or `groups`."""
    times = "" if slot.start is None or slot.end is None else f"{clock(slot.start)}-{clock(slot.end)}"
    access = "" if slot.access is Access.OPEN else slot.access.value
    return " ".join(part for part in (times, access) if part)


def slot_of(text: str) -> Slot:
    """Read a slot; raise ValueError for what is none."""
    match = _SLOT.fullmatch(text)
    if not text or match is None:
        msg = f"not a slot: {text!r}"
        raise ValueError(msg)
    access = Access(match[5]) if match[5] else Access.OPEN
    if match[1] is None:
        return Slot(None, None, access)
    start, end = int(match[1]) * 60 + int(match[2]), int(match[3]) * 60 + int(match[4])
    return Slot(start, end, access)


def rows_of(hours: Json | None, exceptions: Json | None) -> Rows:
    """Return the rows of the two blocks."""
    hours, exceptions = hours or {}, exceptions or {}
    return Rows(
        periods=tuple(map(_period, hours.get("periods") or ())),
        holidays=tuple(_holiday(name, rule) for name, rule in (hours.get("holidays") or {}).items()),
        services=tuple(map(_service, hours.get("services") or ())),
        exceptions=tuple(map(_exception, exceptions.get("exceptions") or ())),
        closures=tuple(map(_closure, exceptions.get("closures") or ())),
    )


def hours_snapshot(rows: Rows) -> dict[str, Any]:
    """Return the block `hours` of rows."""
    return {
        "periods": [period_json(period) for period in rows.periods],
        "holidays": {
            rule.holiday.value: holiday_json(rule)
            for rule in sorted(rows.holidays, key=lambda rule: list(Holiday).index(rule.holiday))
            if rule.decision is not Decision.UNDECIDED
        },
        "services": [
            {"kind": service.kind.value, "periods": [period_json(period) for period in service.periods]}
            for service in rows.services
        ],
    }


def exceptions_snapshot(rows: Rows) -> dict[str, Any]:
    """Return the block `exceptions` of rows."""
    return {
        "exceptions": [exception_json(exception) for exception in rows.exceptions],
        "closures": [closure_json(closure) for closure in rows.closures],
    }


def period_json(period: Period) -> dict[str, Any]:
    """Return a period as snapshots keep it."""
    return {
        "label": period.label,
        "name": _words_json(period.name),
        "from": str(period.span.first) if period.span else None,
        "to": str(period.span.last) if period.span else None,
        "breaks": sorted(kind.value for kind in period.breaks),
        "week": [[slot_text(slot) for slot in day] for day in period.week.days],
        "monthly": [
            {"nth": own.nth, "weekday": own.weekday, "slots": [slot_text(slot) for slot in own.slots]}
            for own in period.week.monthly
        ],
        "last_admission": period.last_admission,
    }


def exception_json(exception: Exceptional) -> dict[str, Any]:
    """Return an exception as snapshots keep it."""
    return {
        "from": str(exception.span.first),
        "to": str(exception.span.last),
        "effect": exception.effect.value,
        "slots": [slot_text(slot) for slot in exception.slots],
        "at": None if exception.at is None else clock(exception.at),
        "reason": exception.reason.value,
        "words": _words_json(exception.words),
    }


def closure_json(closure: Closure) -> dict[str, Any]:
    """Return a long closure as snapshots keep it."""
    hoped = closure.reopening
    return {
        "from": str(closure.first),
        "to": str(closure.last) if closure.last else None,
        "reason": closure.reason.value,
        "words": _words_json(closure.words),
        "reopening": hoped
        and {"year": hoped.year, "quarter": hoped.quarter and hoped.quarter.value, "month": hoped.month},
    }


def holiday_json(rule: HolidayRule) -> dict[str, Any]:
    """Return the decision about a public holiday as it is kept."""
    return {
        "decision": rule.decision.value,
        "slots": [slot_text(slot) for slot in rule.slots],
        "like": rule.like,
    }


def _words_json(words: Translated | None) -> dict[str, str | None] | None:
    return {"fr": words.fr, "oc": words.oc} if words else None


def _words(words: Json | None) -> Translated | None:
    return Translated(words["fr"], words.get("oc")) if words and words.get("fr") else None


def _day(slots: Iterable[str]) -> Day:
    return tuple(sorted(map(slot_of, slots), key=lambda slot: (slot.start is None, slot.start or 0)))


def _span(row: Json) -> Span:
    return Span(bounds.parse(row["from"]), bounds.parse(row["to"]))


def _period(row: Json) -> Period:
    days = [_day(day) for day in row["week"]]
    return Period(
        span=_span(row) if row.get("from") else None,
        week=Week(
            (days[0], days[1], days[2], days[3], days[4], days[5], days[6]),
            tuple(
                Monthly(own["nth"], own["weekday"], _day(own["slots"])) for own in row.get("monthly") or ()
            ),
        ),
        breaks=frozenset(map(SchoolBreak, row.get("breaks") or ())),
        label=row.get("label") or "",
        name=_words(row.get("name")),
        last_admission=row.get("last_admission"),
    )


def _holiday(name: str, row: Json) -> HolidayRule:
    return HolidayRule(
        Holiday(name), Decision(row["decision"]), _day(row.get("slots") or ()), row.get("like")
    )


def _service(row: Json) -> Service:
    return Service(ServiceKind(row["kind"]), tuple(map(_period, row.get("periods") or ())))


def _exception(row: Json) -> Exceptional:
    return Exceptional(
        span=_span(row),
        effect=Effect(row["effect"]),
        slots=_day(row.get("slots") or ()),
        at=None if row.get("at") is None else minutes_of(row["at"]),
        reason=Reason(row.get("reason") or "other"),
        words=_words(row.get("words")),
    )


def _closure(row: Json) -> Closure:
    hoped = row.get("reopening")
    return Closure(
        first=bounds.parse(row["from"]),
        last=bounds.parse(row["to"]) if row.get("to") else None,
        reason=Reason(row.get("reason") or "other"),
        words=_words(row.get("words")),
        reopening=hoped
        and Reopening(
            hoped["year"], Quarter(hoped["quarter"]) if hoped.get("quarter") else None, hoped.get("month")
        ),
    )
