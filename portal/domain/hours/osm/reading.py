"""Reads a pasted `opening_hours` of OpenStreetMap into rows, or says by name why not.

Rows are made from the rules, then compared with what the rules mean on every date of some years: what differs is
refused, so that what is read is never wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from portal.domain.hours import holidays
from portal.domain.hours.bounds import Span, dated
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.osm.contents import Content, of_answer, with_night
from portal.domain.hours.osm.grammar import LONGEST, Reader, Said
from portal.domain.hours.osm.meaning import content_on, matches, slots_of
from portal.domain.hours.osm.parting import seasons, week_of
from portal.domain.hours.osm.refusals import OsmRefusal, OsmRefusedError
from portal.domain.hours.osm.seasons import FOR_EVER
from portal.domain.hours.osm.single_days import SHORT, exceptions, is_short, why
from portal.domain.hours.rows import (
    Closure,
    Decision,
    Effect,
    Exceptional,
    HolidayRule,
    Period,
    Reason,
    Rows,
)
from portal.domain.hours.schedule import ONE_DAY, Schedule

FEW = 7
"""The most days of an exception of each year."""
_USUAL = tuple(HolidayRule(holiday, Decision.USUAL) for holiday in Holiday)


def read(text: str, today: date) -> Rows:
    """Return the rows that say what a string says; raise OsmRefusedError, with the part that is not read.

    What the string does not name is closed, and a holiday it does not name is as usual: the language has it so.
    """
    if not text.strip():
        raise OsmRefusedError(OsmRefusal.EMPTY, "")
    if len(text) > LONGEST:
        raise OsmRefusedError(OsmRefusal.TOO_LONG, text[:20])
    rules = Reader(text).rules()
    try:
        return _checked(rules, today, is_joined=True)
    except OsmRefusedError as refused:
        if refused.reason not in {OsmRefusal.OVERLAP, OsmRefusal.HOLIDAY_VARIES}:
            raise
    return _checked(rules, today, is_joined=False)


def _checked(rules: Sequence[Said], today: date, *, is_joined: bool) -> Rows:
    """Return the rows of rules, compared with them; nights that two rules say may be joined."""
    rows = _rows(rules, is_joined=is_joined)
    first, last = _window(rules, today)
    rows = replace(rows, exceptions=(*rows.exceptions, *exceptions(rules, rows, first)))
    _compare(rules, rows, first, last)
    return rows


def _rows(rules: Sequence[Said], *, is_joined: bool) -> Rows:
    of_each_year = [said for said in rules if not said.is_dated]
    short = [said for said in of_each_year if is_short(said, FEW)]
    plain = [said for said in of_each_year if said not in short and (said.weekdays or not said.on_holidays)]
    closing = list(_closing(plain))
    plain = [said for said in plain if said not in closing]
    rows = Rows(periods=tuple(seasons(plain, is_joined=is_joined)), holidays=_USUAL)
    periods, closures = [], [_closure(span, said.comment) for said in closing for span in said.spans]
    for spans in dict.fromkeys(said.spans for said in rules if said.is_dated and not is_short(said, SHORT)):
        group = [said for said in rules if said.spans == spans]
        for span in spans:
            if all(said.state == "off" and not said.weekdays for said in group):
                closures.append(_closure(span, group[-1].comment))
            else:
                holding = [said for said in plain if _holds(said, span.first.in_year(0))]
                week = week_of([*holding, *group], is_joined=is_joined)
                periods += [Period(span, week)] if week else []
    rows = replace(rows, periods=(*rows.periods, *periods), closures=tuple(closures))
    rows = replace(rows, holidays=tuple(_holiday(holiday, of_each_year, rows) for holiday in Holiday))
    each_year = (row for said in short for row in _each_year(said))
    return replace(rows, exceptions=tuple({row.span: row for row in each_year}.values()))


def _closing(plain: Sequence[Said]) -> Iterator[Said]:
    """Yield the last rules that close part of each year for a reason: long closures."""
    for said in reversed(plain):
        if not (said.spans and said.state == "off" and said.comment) or said.weekdays or said.times:
            return
        yield said


def _each_year(said: Said) -> Iterator[Exceptional]:
    """Yield the exceptions of a rule of each year; a holiday's is its decision."""
    reason, words = why(said.comment)
    for span in said.spans:
        if span.is_single_day and span.first in holidays.BOUNDS.values():
            continue
        slots = slots_of([said])
        if slots is None:
            raise OsmRefusedError(OsmRefusal.UNKNOWN_HOURS, said.text)
        effect = Effect.EXTRA if said.is_added else Effect.HOURS if slots else Effect.CLOSED
        yield Exceptional(span, effect, slots, reason=reason, words=words)


def _holiday(holiday: Holiday, rules: Sequence[Said], rows: Rows) -> HolidayRule:
    """Return what rules of each year decide of a holiday."""
    seasons_only = tuple(row for row in rows.periods if row.span and not row.span.is_dated)
    each_year = tuple(row for row in rows.closures if not row.first.is_dated)
    plain = replace(rows, periods=seasons_only, closures=each_year)
    days = [holidays.date_of(holiday, year) for year in range(2024, 2036)]
    said = [slots_of([rule for rule in rules if matches(rule, day)]) for day in days]
    meant = [content_on(rules, day) for day in days]
    is_named = any(matches(rule, days[0]) and (rule.on_holidays or is_short(rule, FEW)) for rule in rules)
    if meant == _contents(plain, days) and not (is_named and not said[0]):
        return HolidayRule(holiday, Decision.USUAL)
    if all(slots == said[0] for slots in said):
        if said[0] is None:
            return HolidayRule(holiday)
        return (
            HolidayRule(holiday, Decision.SPECIAL, said[0])
            if said[0]
            else HolidayRule(holiday, Decision.CLOSED)
        )
    for weekday in range(7):
        rule = HolidayRule(holiday, Decision.SPECIAL, like=weekday)
        if _contents(replace(plain, holidays=(rule,)), days) == meant:
            return rule
    raise OsmRefusedError(OsmRefusal.HOLIDAY_VARIES, holiday.value)


def _contents(rows: Rows, days: Sequence[date]) -> list[Content]:
    """Return what rows say of dates, the nights before them included."""
    schedule = Schedule(rows)
    return [
        with_night(of_answer(schedule.on(day)).own, of_answer(schedule.on(day - ONE_DAY)).spill)
        for day in days
    ]


def _closure(span: Span, comment: str) -> Closure:
    reason, words = why(comment)
    last = None if span.last == dated(FOR_EVER) else span.last
    return Closure(span.first, last, Reason.WORKS if reason is Reason.OTHER else reason, words)


def _window(rules: Sequence[Said], today: date) -> tuple[date, date]:
    """Return the dates on which rows and rules are compared: three years, and whatever is named before and after."""
    named = [span.begun_in(0) for said in rules if said.is_dated for span in said.spans]
    first = min([today, *(begin for begin, _ in named)]) - ONE_DAY
    last = max([today + timedelta(days=3 * 365), *(end for _, end in named if end != FOR_EVER)])
    if last.year - first.year > 12:
        raise OsmRefusedError(OsmRefusal.TOO_LONG, rules[-1].text)
    return first, last


def _compare(rules: Sequence[Said], rows: Rows, first: date, last: date) -> None:
    schedule = Schedule(rows)
    night: Content = ()
    for answer in schedule.days(first - ONE_DAY, last):
        ours = of_answer(answer)
        if answer.date >= first and content_on(rules, answer.date) != with_night(ours.own, night):
            reason = OsmRefusal.HOLIDAY_VARIES if holidays.on(answer.date) else OsmRefusal.OVERLAP
            holding = [said.text for said in rules if matches(said, answer.date)]
            raise OsmRefusedError(reason, (holding or [said.text for said in rules])[-1])
        night = ours.spill


def _holds(said: Said, day: date) -> bool:
    return not said.spans or any(span.covers(day) for span in said.spans)
