"""A museum's opening day by day, as programs read it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from portal.db import Translated
from portal.domain import hours
from portal.domain.hours.osm import writing
from portal.domain.hours.rows import Day
from portal.domain.hours.snapshots import clock
from portal.domain.museums import MuseumEntry
from portal.web.api.serializers import instant, text
from portal.web.kit import opening
from portal.web.kit.daily import Daily
from portal.web.kit.opening import words

Json = dict[str, Any]
NEVER_ENTERED = Translated(words.NEVER_ENTERED["fr"], words.NEVER_ENTERED["oc"])


_strings: Daily[str] = Daily()


def osm_string(museum_id: int, kept: hours.Kept, today: date) -> str | None:
    """Return a museum's hours of the coming year as OpenStreetMap writes them; nothing where it never said any."""
    last = today + timedelta(days=hours.LONGEST_RANGE - 1)
    said = _strings.get(today, museum_id, lambda: writing.opening_hours(kept.schedule, today, last))
    return said or None


def facts(entries: Iterable[MuseumEntry], today: date) -> Mapping[int, Json]:
    """Return what museums say of their hours, by their numbers: what holds today, and when it was confirmed."""
    kept = hours.of_many(entry.id for entry in entries)
    return {
        id_: {
            "opening_today": day(each.schedule.on(today), each),
            "verified_at": instant(each.confirmed_at) if each.confirmed_at else None,
        }
        for id_, each in kept.items()
    }


def days(kept: hours.Kept, first: date, last: date) -> Iterator[Json]:
    """Yield what holds on each date, both included."""
    for answer in kept.schedule.days(first, last):
        yield day(answer, kept)


def day(answer: hours.Answer, kept: hours.Kept) -> Json:
    """Return what holds on a date; intervals belong to the day they start and may end past `24:00`."""
    return {
        "date": answer.date.isoformat(),
        "state": answer.state.value,
        "intervals": [[clock(start), clock(end)] for start, end in answer.intervals],
        "by_appointment": _restricted(answer.restricted),
        "rule": None if answer.rule.kind is hours.RuleKind.NONE else answer.rule.kind.value,
        "reason": text(NEVER_ENTERED if kept.is_empty else opening.reason(answer)),
    }


def _restricted(slots: Day) -> list[list[str]]:
    """Return when only some may come: by appointment, or groups; those without times say none."""
    return [
        [clock(slot.start), clock(slot.end)]
        for slot in slots
        if slot.start is not None and slot.end is not None
    ]
