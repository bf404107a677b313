"""Reads sentences as museums publish them: `Ouvert du mardi au dimanche de 10h à 18h de juin à septembre`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from portal.domain import texts
from portal.domain.hours.bounds import Span
from portal.domain.hours.entry.plain import tidy
from portal.domain.hours.holidays import BOUNDS, Holiday, date_of
from portal.domain.hours.rows import (
    CLOSED,
    Access,
    Closure,
    Day,
    Decision,
    Effect,
    Exceptional,
    HolidayRule,
    Monthly,
    Period,
    Reason,
    Rows,
    Slot,
    Week,
)
from portal.domain.hours.sentences.attaching import Statement, statements
from portal.domain.hours.sentences.closings import Closing
from portal.domain.hours.sentences.dates import WHOLE_YEAR, joined
from portal.domain.hours.sentences.days import EVERY_DAY, together
from portal.domain.hours.sentences.errors import AmbiguousError, ContradictionError, NotUnderstoodError
from portal.domain.hours.sentences.gathering import Gathering, Key, Season
from portal.domain.hours.sentences.tokens import Token, tokens

LONGEST = 5000
LONG = 7
"""From how many days on a closing is a long one."""
YEARS = range(2024, 2036)
"""The years a season is tried over, where it is asked whether a movable feast falls in it."""


def read(text: str) -> Rows:
    """Return the rows of a sentence; raise an `EntryError` with the part that is not understood."""
    original = tidy(texts.lines(text, LONGEST) or "")
    found = tokens(original)
    said = statements(found, original)
    closings = [closing for token in found for closing in token.closings]
    gathering = Gathering(said, original)
    if not gathering.seasons and not closings:
        raise NotUnderstoodError(original)
    seasons = list(gathering.seasons.values())
    _close_weekdays(seasons, found, original)
    periods = [period for season in seasons for period in season.periods()]
    for late in said:
        if late.token.until is not None or late.token.is_late:
            periods = _with_evening(periods, late, original)
    periods += _closed_periods(closings, periods)
    for token in found:
        if token.last_admission is not None:
            periods = [replace(period, last_admission=token.last_admission) for period in periods]
    holidays = _holidays(found, seasons, closings, original)
    exceptions, closures = _exceptions(closings, periods, original)
    return Rows(tuple(periods), holidays, (), exceptions, closures)


def _close_weekdays(seasons: Sequence[Season], found: Sequence[Token], original: str) -> None:
    """Close days of the week: in the seasons of the same sentence; said alone, in all."""
    for token in found:
        own = [season for season in seasons if token.sentence in season.sentences]
        for closing in token.closings:
            for season in own or seasons:
                is_said_open = season.open_days != EVERY_DAY or (not own and len(seasons) > 1)
                if is_said_open and closing.weekdays & season.named & season.open_days:
                    raise ContradictionError(original[closing.start : closing.end])
                for weekday in closing.weekdays:
                    season.days[weekday] = None


def _closed_periods(closings: Sequence[Closing], periods: Sequence[Period]) -> list[Period]:
    closed = [Period(None, Week(), closing.when.breaks) for closing in closings if closing.when]
    if any(closing.is_rest for closing in closings) and all(period.span != WHOLE_YEAR for period in periods):
        closed.append(Period(WHOLE_YEAR, Week()))
    return closed


def _with_evening(periods: list[Period], late: Statement, original: str) -> list[Period]:
    """Return the periods with an evening: in each, or in a new one inside the one that holds its dates."""
    part = original[late.token.start : late.token.end]
    if not late.days:
        raise AmbiguousError(part)
    if not late.whens:
        return [replace(period, week=_evening(period.week, late, part)) for period in periods]
    spans = [span for when in late.whens for span in when.spans]
    if len(spans) != 1:
        raise AmbiguousError(part)
    if any(period.span == spans[0] for period in periods):
        return [
            replace(period, week=_evening(period.week, late, part)) if period.span == spans[0] else period
            for period in periods
        ]
    around = [period for period in periods if period.span and _holds(period.span, spans[0])]
    inner = [period for period in periods if period.span and _holds(spans[0], period.span)]
    if not around or inner:
        raise AmbiguousError(part)
    smallest = min(around, key=lambda period: _length(period.span))
    if any(period.span and _meets(period.span, spans[0]) for period in periods if period not in around):
        raise AmbiguousError(part)
    return [*periods, Period(spans[0], _evening(smallest.week, late, part))]


def _evening(week: Week, late: Statement, part: str) -> Week:
    days = together(list(late.days))
    if days.nth is not None:
        weekday = min(days.weekdays)
        slots = _late(week.days[weekday], late, part)
        return replace(week, monthly=(*week.monthly, Monthly(days.nth, weekday, slots)))
    changed = [
        _late(day, late, part) if weekday in days.weekdays else day for weekday, day in enumerate(week.days)
    ]
    return replace(
        week,
        days=(changed[0], changed[1], changed[2], changed[3], changed[4], changed[5], changed[6]),
    )


def _late(day: Day, late: Statement, part: str) -> Day:
    """Return a day that goes on into the evening."""
    last = day[-1] if day else None
    if last is None or last.end is None:
        raise ContradictionError(part)
    if late.token.until is None:
        return (*day, *(slot for slot in late.token.hours or CLOSED if slot not in day))
    if late.token.until < last.end:
        raise ContradictionError(part)
    return (*day[:-1], Slot(last.start, late.token.until, last.access))


def _holidays(
    found: Sequence[Token], seasons: Sequence[Season], closings: Sequence[Closing], original: str
) -> tuple[HolidayRule, ...]:
    """Return what is decided of holidays: those closed by name come first."""
    rules: dict[Holiday, HolidayRule] = {}
    for closing in closings:
        for holiday in Holiday:
            bound = BOUNDS[holiday]
            if closing.is_holidays or (closing.at is None and closing.span == Span(bound, bound)):
                rules[holiday] = HolidayRule(holiday, Decision.CLOSED)
    for token in found:
        for holiday in token.feasts:
            rules[holiday] = _opened(holiday, seasons, original[token.start : token.end])
    for holiday in Holiday:
        season = _season_of(holiday, seasons)
        if holiday not in rules and season and season.with_holidays is not None:
            rules[holiday] = _with_days(holiday, season)
    return tuple(rules[holiday] for holiday in Holiday if holiday in rules)


def _opened(holiday: Holiday, seasons: Sequence[Season], part: str) -> HolidayRule:
    """Return the rule of a feast on which the museum opens by exception: with the hours its open days share."""
    if all(season.days[0] for season in seasons):
        return HolidayRule(holiday, Decision.USUAL)
    shared = frozenset(range(1, 7)).intersection(*(season.open_days for season in seasons))
    uniform = all(len({day for day in season.days if day}) == 1 for season in seasons)
    if not shared or not uniform:
        raise AmbiguousError(part)
    return HolidayRule(holiday, Decision.SPECIAL, like=max(shared))


def _season_of(holiday: Holiday, seasons: Sequence[Season]) -> Season | None:
    """Return the season a holiday always falls in: the inner one, as the evaluator has it."""
    found: set[Key | None] = set()
    for year in YEARS:
        day = date_of(holiday, year)
        around = [
            (_length(span), season.key) for season in seasons for span in season.key[0] if span.covers(day)
        ]
        found.add(min(around, key=lambda each: each[0])[1] if around else None)
    key = found.pop()
    return None if found else next((season for season in seasons if season.key == key), None)


def _with_days(holiday: Holiday, season: Season) -> HolidayRule:
    """Return the rule of a holiday named with days of the week: open as on them."""
    weekdays = season.with_holidays or frozenset()
    if weekdays == EVERY_DAY:
        return HolidayRule(holiday, Decision.USUAL)
    if 6 in weekdays:
        return HolidayRule(holiday, Decision.SPECIAL, like=6)
    return HolidayRule(holiday, Decision.SPECIAL, season.days[max(weekdays)] or CLOSED)


def _exceptions(
    closings: Sequence[Closing], periods: Sequence[Period], original: str
) -> tuple[tuple[Exceptional, ...], tuple[Closure, ...]]:
    exceptions: list[Exceptional] = []
    closures: list[Closure] = []
    for closing in _months_together(closings):
        span = closing.span
        if span is None or _is_booked_only(span, periods):
            continue
        for period in periods:
            if _contradicts(period, span):
                raise ContradictionError(original[closing.start : closing.end])
        if closing.at is not None:
            exceptions.append(Exceptional(span, Effect.CLOSES_EARLY, at=closing.at))
        elif _length(span) < LONG:
            exceptions.append(Exceptional(span, Effect.CLOSED))
        else:
            closures.append(Closure(span.first, span.last, Reason.SEASON))
    return tuple(exceptions), tuple(closures)


def _months_together(closings: Sequence[Closing]) -> list[Closing]:
    """Return the dates that are closed, months that follow each other made one; holidays are decided elsewhere."""
    holidays = {Span(bound, bound) for bound in BOUNDS.values()}
    found: list[Closing] = []
    for closing in closings:
        if closing.span is None or (closing.span in holidays and closing.at is None):
            continue
        before = found[-1] if found else None
        whole = joined([before.span, closing.span]) if before and before.span and before.at is None else ()
        if before and len(whole) == 1:
            found[-1] = replace(before, span=whole[0], end=closing.end)
        else:
            found.append(closing)
    return found


def _is_booked_only(span: Span, periods: Sequence[Period]) -> bool:
    """Return whether dates that are closed are those of a season by appointment or for groups, which says it already."""
    return any(
        period.span == span
        and all(slot.access is not Access.OPEN for day in period.week.days for slot in day)
        for period in periods
    )


def _contradicts(period: Period, span: Span) -> bool:
    """Return whether dates that are closed take more than a part out of a season."""
    if period.span is None or period.span == WHOLE_YEAR or not _meets(period.span, span):
        return False
    return _length(span) >= LONG and (period.span == span or not _holds(period.span, span))


def _dates(span: Span) -> frozenset[date]:
    """Return the dates of a span over some years."""
    return frozenset(
        date.fromordinal(day)
        for year in YEARS
        for first, last in span.parts(year)
        for day in range(first.toordinal(), last.toordinal() + 1)
    )


def _holds(outer: Span, inner: Span) -> bool:
    return outer == WHOLE_YEAR or _dates(inner) <= _dates(outer)


def _meets(one: Span, other: Span) -> bool:
    return not _dates(one).isdisjoint(_dates(other))


def _length(span: Span | None) -> int:
    if span is None:
        return 0
    first, last = span.begun_in(YEARS[0])
    return (last - first).days + 1
