"""What dated rules say of single days: the exceptions of rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from portal.db import Translated
from portal.domain.hours.bounds import Span, dated
from portal.domain.hours.osm.contents import UNKNOWN, Content, of_answer, split, with_night
from portal.domain.hours.osm.grammar import Said
from portal.domain.hours.osm.meaning import content_on, matches, slots_of
from portal.domain.hours.osm.reasons import REASONS
from portal.domain.hours.osm.refusals import OsmRefusal, OsmRefusedError
from portal.domain.hours.rows import MIDNIGHT, Day, Effect, Exceptional, Reason, Rows, Slot
from portal.domain.hours.schedule import ONE_DAY, Schedule

SHORT = 31
"""The most days of what is an exception and no season."""
NIGHT = 8 * 60
"""Until when a night may last, in minutes of the next day."""
MOST = 120
"""The most exceptions that are read."""


def is_short(said: Said, most: int) -> bool:
    """Return whether a rule names some days and nothing else: each time fewer than a number of them."""
    if said.weekdays or said.on_holidays or not said.spans:
        return False
    lengths = (span.begun_in(year) for span in said.spans for year in (2027, 2028))
    return all((last - first).days < most for first, last in lengths)


def _own(slots: Day | None) -> Content:
    return UNKNOWN if slots is None else split(slots).own


def why(comment: str) -> tuple[Reason, Translated | None]:
    """Return the reason that a comment names, or the comment as words."""
    named = {words.lower(): reason for reason, words in REASONS.items() if words}
    reason = named.get(comment.lower(), Reason.OTHER)
    return reason, Translated(comment, None) if comment and reason is Reason.OTHER else None


def exceptions(rules: Sequence[Said], rows: Rows, first: date) -> list[Exceptional]:
    """Return what dated rules say otherwise than the rows, run by run; a night is told by the day it began."""
    named = [said for said in rules if said.is_dated]
    days = sorted(
        {day for said in named for span in said.spans if is_short(said, SHORT) for day in _days(span)}
    )
    schedule = Schedule(rows)
    runs: list[Exceptional] = []
    for day in days:
        if day < first:
            continue
        said = [rule for rule in rules if matches(rule, day)]
        yesterday = Schedule(replace(rows, exceptions=(*rows.exceptions, *runs[-1:]))).on(day - ONE_DAY)
        usual = of_answer(schedule.on(day)).own
        if content_on(rules, day) == with_night(usual, of_answer(yesterday).spill):
            continue
        slots = slots_of(said)
        if slots is None:
            raise OsmRefusedError(OsmRefusal.UNKNOWN_HOURS, said[-1].text)
        if _is_night(runs, day, slots):
            runs[-1] = _with_night(runs[-1], slots[0])
            slots = slots[1:]
            if _own(slots) == usual:
                continue
        comment = next((rule.comment for rule in reversed(said) if rule.is_dated and not rule.is_added), "")
        _add(runs, day, slots, comment)
        if len(runs) > MOST:
            raise OsmRefusedError(OsmRefusal.TOO_LONG, said[-1].text)
    return runs


def _is_night(runs: Sequence[Exceptional], day: date, slots: Day) -> bool:
    """Return whether a day begins with the end of the exceptional night before it."""
    if not runs or not slots or runs[-1].span != Span(dated(day - ONE_DAY), dated(day - ONE_DAY)):
        return False
    early, late = slots[0], runs[-1].slots[-1:]
    return early.start == 0 and (early.end or MIDNIGHT) <= NIGHT and bool(late) and late[0].end == MIDNIGHT


def _with_night(row: Exceptional, early: Slot) -> Exceptional:
    late = row.slots[-1]
    return replace(row, slots=(*row.slots[:-1], replace(late, end=MIDNIGHT + (early.end or 0))))


def _add(runs: list[Exceptional], day: date, slots: Day, comment: str) -> None:
    """Add what holds on a date: to the night before it, to the days before it that are alike, or alone."""
    reason, words = why(comment)
    effect = Effect.HOURS if slots else Effect.CLOSED
    before = runs[-1] if runs else None
    row = Exceptional(Span(dated(day), dated(day)), effect, slots, reason=reason, words=words)
    if before and before.span.last == dated(day - ONE_DAY) and replace(before, span=row.span) == row:
        runs[-1] = replace(before, span=Span(before.span.first, dated(day)))
    else:
        runs.append(row)


def _days(span: Span) -> Iterator[date]:
    first, last = span.begun_in(0)
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)
