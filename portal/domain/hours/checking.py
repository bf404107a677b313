"""What blocks: rows that contradict themselves, each error by the path of its field."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations, pairwise

from portal.domain.errors import DomainError
from portal.domain.hours import errors as E  # noqa: N812 - a vocabulary, read as one
from portal.domain.hours import snapshots
from portal.domain.hours.bounds import Span, parts_of
from portal.domain.hours.rows import Access, Closure, Day, Decision, Effect, Exceptional, Period, Rows
from portal.domain.revisions import Snapshot

LONGEST_YEARS = 3
LONGEST_NAME, LONGEST_WORDS = 60, 300
"""Signs of a season's own name, and of what is added to a date in one's own words."""
MOST = {"periods": 24, "exceptions": 200, "closures": 20, "monthly": 20, "services": 5, "slots": 6}
"""How many rows of each kind a museum may have."""
LOOKED_AHEAD = 10
"""For how many years movable bounds are tried."""

Tell = Callable[[str, DomainError], object]


def checked_hours(snapshot: Snapshot, today: date) -> Snapshot:
    """Return the block `hours` as it is kept; raise `HoursRefusedError` with every field at fault."""
    rows = snapshots.rows_of(snapshot, None)
    _raise_if_any(hours_errors(rows, today))
    return snapshots.hours_snapshot(rows)


def checked_exceptions(snapshot: Snapshot, today: date) -> Snapshot:
    """Return the block `exceptions` as it is kept; raise `HoursRefusedError` with every field at fault."""
    rows = snapshots.rows_of(None, snapshot)
    _raise_if_any(exceptions_errors(rows, today))
    return snapshots.exceptions_snapshot(rows)


def hours_errors(rows: Rows, today: date) -> dict[str, DomainError]:
    """Return what is wrong with periods, holidays and services, by path."""
    found: dict[str, DomainError] = {}
    _check_periods("periods", rows.periods, today, found.setdefault)
    for rule in rows.holidays:
        path = f"holidays.{rule.holiday.value}.slots"
        if rule.decision is Decision.SPECIAL and rule.like is None and not rule.slots:
            found[path] = E.SlotsMissingError()
        _check_slots(path, rule.slots, found.setdefault)
    for at, service in enumerate(rows.services):
        _check_periods(f"services.{at}.periods", service.periods, today, found.setdefault)
    return found


def exceptions_errors(rows: Rows, today: date) -> dict[str, DomainError]:
    """Return what is wrong with exceptions and long closures, by path."""
    found: dict[str, DomainError] = {}
    for name, count in (("exceptions", len(rows.exceptions)), ("closures", len(rows.closures))):
        if count > MOST[name]:
            found[name] = E.TooManyRowsError(MOST[name])
            return found
    for at, exception in enumerate(rows.exceptions):
        _check_exception(f"exceptions.{at}", exception, today, found.setdefault)
    seen: dict[Span, int] = {}
    for at, exception in enumerate(rows.exceptions):
        first = seen.setdefault(exception.span, at)
        if first != at:
            found.setdefault(f"exceptions.{at}.from", E.ExceptionsEqualError(first))
    for at, closure in enumerate(rows.closures):
        _check_closure(f"closures.{at}", closure, today, found.setdefault)
    return found


def _raise_if_any(found: dict[str, DomainError]) -> None:
    if found:
        raise E.HoursRefusedError(found)


def _check_periods(path: str, periods: Sequence[Period], today: date, tell: Tell) -> None:
    if len(periods) > MOST["periods"]:
        tell(path, E.TooManyRowsError(MOST["periods"]))
        return
    for at, period in enumerate(periods):
        _check_period(f"{path}.{at}", period, today, tell)
    for (at, one), (later, other) in combinations(enumerate(periods), 2):
        if error := _conflict(one, other, at, today):
            tell(f"{path}.{later}.from", error)


def _check_period(path: str, period: Period, today: date, tell: Tell) -> None:
    if period.span is not None:
        _check_span(path, period.span, today, tell)
    elif not period.breaks:
        tell(f"{path}.from", E.SpanMissingError())
    for weekday, day in enumerate(period.week.days):
        _check_slots(f"{path}.week.{weekday}", day, tell)
    if len(period.week.monthly) > MOST["monthly"]:
        tell(f"{path}.monthly", E.TooManyRowsError(MOST["monthly"]))
    seen: set[tuple[int, int]] = set()
    for at, own in enumerate(period.week.monthly):
        _check_slots(f"{path}.monthly.{at}.slots", own.slots, tell)
        if (own.nth, own.weekday) in seen:
            tell(f"{path}.monthly.{at}.slots", E.WeekdayTwiceError())
        seen.add((own.nth, own.weekday))
    if period.last_admission is not None and not 0 <= period.last_admission <= 12 * 60:
        tell(f"{path}.last_admission", E.LastAdmissionError())


def _check_span(path: str, span: Span, today: date, tell: Tell) -> None:
    if span.first.is_dated != span.last.is_dated:
        tell(f"{path}.to", E.SpanMixedError())
        return
    if not span.is_dated:
        return
    first, last = span.begun_in(today.year)
    if last < first:
        tell(f"{path}.to", E.SpanInvertedError())
    elif (last - first).days > LONGEST_YEARS * 366:
        tell(f"{path}.to", E.SpanTooLongError(LONGEST_YEARS))


def _conflict(one: Period, other: Period, at: int, today: date) -> DomainError | None:
    """Return what is wrong between two periods of one list, if anything is."""
    if one.span is None or other.span is None:
        same = one.span is other.span and one.breaks & other.breaks
        return E.PeriodsEqualError(at) if same else None
    if one.span.is_dated or other.span.is_dated:
        return E.PeriodsEqualError(at) if one.span == other.span else None
    for year in range(today.year, today.year + LOOKED_AHEAD):
        for ours in parts_of(one.span, year):
            for theirs in parts_of(other.span, year):
                if ours == theirs:
                    return E.PeriodsEqualError(at)
                if _crosses(ours, theirs):
                    return E.PeriodsOverlapError(at, max(ours[0], theirs[0]))
    return None


def _crosses(ours: tuple[date, date], theirs: tuple[date, date]) -> bool:
    """Return whether two stretches share days and neither lies inside the other."""
    if ours[1] < theirs[0] or theirs[1] < ours[0]:
        return False
    return not (_holds(ours, theirs) or _holds(theirs, ours))


def _holds(outer: tuple[date, date], inner: tuple[date, date]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _check_slots(path: str, day: Day, tell: Tell) -> None:
    if len(day) > MOST["slots"]:
        tell(path, E.TooManyRowsError(MOST["slots"]))
    if overlap(day):
        tell(path, E.SlotsOverlapError())


def overlap(day: Day) -> bool:
    """Return whether two stretches of a day overlap; appointments may lie beside open hours."""
    for access in Access:
        timed = sorted(
            (slot.start, slot.end)
            for slot in day
            if slot.access is access and slot.start is not None and slot.end is not None
        )
        if any(before[1] > after[0] for before, after in pairwise(timed)):
            return True
    return False


def _check_exception(path: str, exception: Exceptional, today: date, tell: Tell) -> None:
    _check_span(path, exception.span, today, tell)
    _check_slots(f"{path}.slots", exception.slots, tell)
    if exception.effect in {Effect.HOURS, Effect.EXTRA} and not exception.slots:
        tell(f"{path}.slots", E.SlotsMissingError())
    if exception.effect in {Effect.CLOSES_EARLY, Effect.OPENS_LATE} and exception.at is None:
        tell(f"{path}.slots", E.HourMissingError())


def _check_closure(path: str, closure: Closure, today: date, tell: Tell) -> None:
    if closure.last is None:
        if not closure.first.is_dated:
            tell(f"{path}.to", E.ClosureEndMissingError())
        return
    span = Span(closure.first, closure.last)
    if span.first.is_dated != span.last.is_dated:
        tell(f"{path}.to", E.SpanMixedError())
    elif span.is_dated and span.begun_in(today.year)[1] < span.begun_in(today.year)[0]:
        tell(f"{path}.to", E.SpanInvertedError())
