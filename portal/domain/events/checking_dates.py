"""The when of an event as it was typed: a run, a rule, dates, or none yet."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from portal.domain import hours
from portal.domain.events import errors as E  # noqa: N812 - a vocabulary, read as one
from portal.domain.events import reading, recurrence
from portal.domain.events.checking_parts import place, price
from portal.domain.events.faults import Faults
from portal.domain.events.rows import Occurrence, Rule, Run
from portal.domain.events.vocabulary import Frequency, SchoolDays, Standing

LONGEST_TITLE = 120
LONGEST_NOTE = 300
MOST_INTERVAL = 52
ALL_DAY = timedelta(days=1)

Typed = Mapping[str, Any]
When = tuple[Run | None, Rule | None, tuple[Occurrence, ...]]


def dates(faults: Faults, typed: Typed, today: date) -> When:
    """Return when an event is held: its run, its rule, and its dates in order."""
    run = _run(faults, typed["run"], today) if typed.get("run") else None
    rule = _rule(faults, typed["rule"], today) if typed.get("rule") else None
    rows = list(typed.get("occurrences") or ())
    if len(rows) > recurrence.MOST:
        faults.errors.setdefault("occurrences", E.TooManyDatesError())
        return run, rule, ()
    read = [_occurrence(faults, f"occurrences.{at}", row, today) for at, row in enumerate(rows)]
    return run, rule, recurrence.in_order(one for one in read if one is not None)


def is_holiday(day: date) -> bool | None:
    """Return whether a day is a school holiday of zone C; nothing where the calendar does not reach."""
    calendar = hours.school_calendar()
    return calendar.on(day) is not None if calendar.knows(day) else None


def _run(faults: Faults, typed: Typed, today: date) -> Run | None:
    first, last, extended = (
        faults.tried(f"run.{name}", partial(reading.day, typed.get(name), today))
        for name in ("first", "last", "extended_from")
    )
    is_permanent = bool(typed.get("is_permanent"))
    if is_permanent:
        return Run(first, is_permanent=True)
    if first is None and last is None and not {"run.first", "run.last"} & set(faults.errors):
        return None
    if last is None:
        faults.errors.setdefault("run.last", E.RunMissingError())
    if first is not None and last is not None and last < first:
        faults.errors.setdefault("run.last", E.EndBeforeStartError())
    return Run(first, last, extended if extended and last and extended < last else None)


def _rule(faults: Faults, typed: Typed, today: date) -> Rule | None:
    first = faults.tried("rule.first", partial(reading.day, typed.get("first"), today))
    last = faults.tried("rule.last", partial(reading.day, typed.get("last"), today))
    starts = faults.tried("rule.starts", partial(reading.clock, typed.get("starts")))
    ends = faults.tried("rule.ends", partial(reading.clock, typed.get("ends")))
    frequency = faults.choice("rule.frequency", typed.get("frequency"), Frequency)
    interval = faults.tried(
        "rule.interval", partial(reading.whole, typed.get("interval") or 1, least=1, most=MOST_INTERVAL)
    )
    for name, value, error in (("first", first, E.DayError()), ("starts", starts, E.TimeError())):
        if value is None:
            faults.errors.setdefault(f"rule.{name}", error)
    if frequency is None:
        faults.errors.setdefault("rule.frequency", E.UnknownChoiceError())
    if first and last and last < first:
        faults.errors.setdefault("rule.last", E.EndBeforeStartError())
    if first is None or starts is None or frequency is None:
        return None
    return Rule(
        frequency=frequency,
        first=first,
        starts=starts,
        ends=ends,
        last=last,
        interval=interval or 1,
        weekdays=tuple(sorted(faults.choices("rule.weekdays", typed.get("weekdays"), _weekday))),
        nth=faults.choice("rule.nth", typed.get("nth"), _nth),
        school=faults.choice("rule.school", typed.get("school"), SchoolDays),
        picked=_days(faults, "rule.picked", typed.get("picked"), today),
        excluded=_days(faults, "rule.excluded", typed.get("excluded"), today),
    )


def _weekday(name: str) -> int:
    number = int(name)
    if not 0 <= number <= 6:
        raise ValueError(name)
    return number


def _nth(name: str) -> int:
    number = int(name)
    if number not in {1, 2, 3, 4, -1}:
        raise ValueError(name)
    return number


def _days(faults: Faults, path: str, typed: Any, today: date) -> tuple[date, ...]:
    found = (faults.tried(path, partial(reading.day, one, today)) for one in typed or ())
    return tuple(sorted({day for day in found if day is not None}))


def _occurrence(faults: Faults, path: str, typed: Typed, today: date) -> Occurrence | None:
    bounds = _start_and_end(faults, path, typed, today)
    if bounds is None:
        return None
    span = faults.tried(f"{path}.end", partial(reading.span, *bounds, today))
    if span is None:
        return None
    previous = typed.get("previous_start")
    kept = Occurrence(
        *span,
        is_all_day=bool(typed.get("is_all_day")),
        key=faults.tried(f"{path}.key", partial(_key, typed.get("key"))) or "",
        rule_date=faults.tried(f"{path}.rule_date", partial(reading.day, typed.get("rule_date"), today)),
        standing=faults.choice(f"{path}.standing", typed.get("standing"), Standing) or Standing.SCHEDULED,
        message=faults.words(f"{path}.message", typed.get("message"), LONGEST_NOTE),
        previous_start=faults.tried(f"{path}.previous_start", partial(reading.moment, previous))
        if previous
        else None,
        title=faults.words(f"{path}.title", typed.get("title"), LONGEST_TITLE),
        price=price(faults, f"{path}.price", typed.get("price")),
        note=faults.words(f"{path}.note", typed.get("note"), LONGEST_NOTE),
    )
    if typed.get("place"):
        kept = replace(kept, place=place(faults, f"{path}.place", typed["place"], None))
    return kept


def _start_and_end(
    faults: Faults, path: str, typed: Typed, today: date
) -> tuple[datetime, datetime | None] | None:
    if typed.get("start"):
        start = faults.tried(f"{path}.start", partial(reading.moment, typed["start"]))
        end = faults.tried(f"{path}.end", partial(reading.moment, typed["end"])) if typed.get("end") else None
        return None if start is None else (start, end)
    if not any(typed.get(name) for name in ("day", "from", "to")):
        return None
    day = faults.tried(f"{path}.day", partial(reading.day, typed.get("day"), today))
    if day is None:
        faults.errors.setdefault(f"{path}.day", E.DayError())
        return None
    if typed.get("is_all_day"):
        return datetime.combine(day, time.min), datetime.combine(day, time.min) + ALL_DAY
    starts = faults.tried(f"{path}.from", partial(reading.clock, typed.get("from")))
    ends = faults.tried(f"{path}.to", partial(reading.clock, typed.get("to")))
    if starts is None:
        faults.errors.setdefault(f"{path}.from", E.TimeError())
        return None
    start, end = datetime.combine(day, starts), None if ends is None else datetime.combine(day, ends)
    # Only what begins in the evening ends after midnight; anything else is a slip of the finger.
    if end is not None and end <= start and starts.hour >= 17 and end.hour <= 6:
        end += ALL_DAY
    return start, end


def _key(typed: Any) -> str:
    text = str(typed or "")
    return text if len(text) <= 40 and text.isascii() and text.isprintable() else ""
