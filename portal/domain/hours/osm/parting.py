"""Parts the year where the rules that hold change, and makes of each part a season with its week."""

from collections.abc import Sequence
from datetime import date, timedelta

from portal.domain.hours.bounds import Bound, Span, yearly
from portal.domain.hours.osm.grammar import Said
from portal.domain.hours.osm.meaning import slots_of
from portal.domain.hours.osm.refusals import OsmRefusal, OsmRefusedError
from portal.domain.hours.rows import CLOSED, Day, Monthly, Period, Week

WHOLE_YEAR = Span(yearly(1, 1), yearly(12, 31))
LEAP_DAY = yearly(2, 29)
YEARS = range(2024, 2044)
"""Years in which seasons bound by Easter must follow each other alike: it falls from 24 March to 25 April in them."""


def seasons(rules: Sequence[Said], *, is_joined: bool) -> list[Period]:
    """Return the seasons of rules that hold each year, one after the other; none where it is not known."""
    found: list[tuple[Span, Week | None]] = []
    for span in parts(rules):
        holding = [said for said in rules if _holds(said, span.first.in_year(2028))]
        week = week_of(holding, is_joined=is_joined)
        if found and found[-1][1] == week:
            found[-1] = Span(found[-1][0].first, span.last), week
        else:
            found.append((span, week))
    if len(found) > 1 and found[0][1] == found[-1][1]:
        last, _ = found.pop()
        found[0] = Span(last.first, found[0][0].last), found[0][1]
    if len(found) == 1:
        found = [(WHOLE_YEAR, found[0][1])]
    return [Period(span, week) for span, week in found if week is not None]


def parts(rules: Sequence[Said]) -> list[Span]:
    """Return the parts of the year between which the rules that hold change."""
    points: set[Bound] = set()
    for said in rules:
        for span in said.spans:
            if span != WHOLE_YEAR:
                points |= {span.first, after(span.last)}
    ordered = sorted(points, key=lambda bound: bound.in_year(2028))
    for year in YEARS:
        dates = [bound.in_year(year) for bound in ordered]
        for at in range(1, len(dates)):
            if dates[at] < dates[at - 1] or (dates[at] == dates[at - 1] and ordered[at - 1] != LEAP_DAY):
                raise OsmRefusedError(
                    OsmRefusal.MOVING_ORDER, next(said.text for said in rules if _moves(said))
                )
    if not ordered:
        return [WHOLE_YEAR]
    following = [*ordered[1:], ordered[0]]
    return [Span(first, before(then)) for first, then in zip(ordered, following, strict=True)]


def week_of(rules: Sequence[Said], *, is_joined: bool) -> Week | None:
    """Return the week of rules that hold on the same dates; `None` where nothing of it is known."""
    days = [slots_of([said for said in rules if _is_on(said, weekday, None)]) for weekday in range(7)]
    special = {(weekday, nth) for said in rules for weekday, nth in said.weekdays if nth is not None}
    monthly: list[Monthly] = []
    for weekday, nth in sorted(special, key=lambda found: (found[0], -(found[1] or 0))):
        slots = slots_of([said for said in rules if _is_on(said, weekday, nth)])
        monthly.append(Monthly(nth or 1, weekday, _known(slots, rules)))
    if not monthly and all(day is None for day in days):
        return None
    known = [_known(day, rules) for day in days]
    week = Week((known[0], known[1], known[2], known[3], known[4], known[5], known[6]), tuple(monthly))
    return joined(week) if is_joined else week


def joined(week: Week) -> Week:
    """Return a week where hours up to midnight and those of the next early morning are one night."""
    days = list(week.days)
    for weekday in range(7):
        late, early = days[weekday], days[(weekday + 1) % 7]
        is_night = late and early and late[-1].end == 1440 and late[-1].start and early[0].start == 0
        end = early[0].end if is_night else None
        if end is not None and end <= 480 and late[-1].access is early[0].access:
            days[weekday] = (*late[:-1], type(late[-1])(late[-1].start, 1440 + end, late[-1].access))
            days[(weekday + 1) % 7] = days[(weekday + 1) % 7][1:] or CLOSED
    return Week((days[0], days[1], days[2], days[3], days[4], days[5], days[6]), week.monthly)


def after(bound: Bound) -> Bound:
    """Return the bound of the day after another."""
    if bound.easter is not None:
        return Bound(easter=bound.easter + 1)
    day = date(2028, bound.month or 1, bound.day or 1) + timedelta(days=1)
    return yearly(day.month, day.day)


def before(bound: Bound) -> Bound:
    """Return the bound of the day before another."""
    if bound.easter is not None:
        return Bound(easter=bound.easter - 1)
    day = date(2028, bound.month or 1, bound.day or 1) - timedelta(days=1)
    return yearly(day.month, day.day)


def _known(slots: Day | None, rules: Sequence[Said]) -> Day:
    if slots is None:
        raise OsmRefusedError(
            OsmRefusal.UNKNOWN_HOURS, next(said.text for said in rules if said.state == "unknown")
        )
    return slots


def _is_on(said: Said, weekday: int, nth: int | None) -> bool:
    if not said.weekdays:
        return not said.on_holidays
    return (weekday, None) in said.weekdays or (nth is not None and (weekday, nth) in said.weekdays)


def _holds(said: Said, day: date) -> bool:
    return not said.spans or any(span.covers(day) for span in said.spans)


def _moves(said: Said) -> bool:
    return any(bound.easter is not None for span in said.spans for bound in (span.first, span.last))
