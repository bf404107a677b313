"""Believable and nasty opening hours, drawn at random: the same seed draws the same rows.

What is drawn passes the checks that block: periods of each year never overlap in part, slots of a day neither.
"""

from datetime import date, timedelta
from random import Random

from portal.db import Translated
from portal.domain.hours.bounds import Bound, Span, dated, yearly
from portal.domain.hours.holidays import Holiday
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
    Service,
    ServiceKind,
    Slot,
    Week,
)
from portal.domain.hours.school import SchoolBreak, SchoolCalendar, SchoolHoliday

FIRST = date(2026, 1, 1)
"""Dated rows are drawn around the two years that begin here."""
CHECKED_YEARS = range(2024, 2045)
DAYS: tuple[Day, ...] = (
    (Slot(600, 1080),),
    (Slot(570, 750), Slot(810, 1065)),
    (Slot(600, 720), Slot(840, 1080)),
    (Slot(840, 1080),),
    (Slot(600, 720),),
    (Slot(0, 1440),),
    (Slot(840, 1140), Slot(1200, 1440)),
    (Slot(1200, 1500),),
    (Slot(600, 720), Slot(1290, 1620)),
    (Slot(540, 1080, Access.APPOINTMENT),),
    (Slot(540, 660, Access.GROUPS), Slot(660, 1080)),
    (Slot(600, 720), Slot(840, 1020, Access.APPOINTMENT)),
    (Slot(None, None, Access.APPOINTMENT),),
    (Slot(None, None, Access.GROUPS),),
    (Slot(840, 1080), Slot(None, None, Access.APPOINTMENT)),
)
_FIXED = (
    (1, 1),
    (2, 29),
    (3, 1),
    (4, 1),
    (5, 15),
    (6, 15),
    (7, 1),
    (9, 1),
    (9, 30),
    (10, 31),
    (11, 1),
    (12, 31),
)


def random_day(rng: Random) -> Day:
    """Draw the slots of a day: most often ordinary ones."""
    return rng.choice(DAYS[:5]) if rng.random() < 0.7 else rng.choice(DAYS)


def random_week(rng: Random) -> Week:
    """Draw a week: a few sorts of days, some closed, sometimes another on some weekday of the month."""
    sorts = [random_day(rng) for _ in range(rng.choice((1, 1, 2, 3)))]
    days = [CLOSED if rng.random() < 0.25 else rng.choice(sorts) for _ in range(7)]
    named = {
        (rng.choice((1, 1, 2, 3, 4, 5, -1)), rng.randrange(7)) for _ in range(rng.choice((0, 0, 0, 1, 2)))
    }
    monthly = tuple(
        Monthly(nth, weekday, rng.choice((CLOSED, random_day(rng)))) for nth, weekday in sorted(named)
    )
    return Week((days[0], days[1], days[2], days[3], days[4], days[5], days[6]), monthly)


def random_date(rng: Random) -> date:
    """Draw a date of the two years."""
    return FIRST + timedelta(days=rng.randrange(760))


def random_yearly(rng: Random) -> Bound:
    """Draw a day of each year."""
    sort = rng.random()
    if sort < 0.15:
        return Bound(easter=rng.choice((-47, -2, 0, 1, 39, 49, 50)))
    if sort < 0.3:
        return Bound(month=rng.randint(1, 12), weekday=rng.randrange(7), nth=rng.choice((1, 2, 3, 4, -1)))
    if sort < 0.65:
        return yearly(*rng.choice(_FIXED))
    return yearly(rng.randint(1, 12), rng.randint(1, 28))


def random_dated(rng: Random, longest: int) -> Span:
    """Draw a span that happens once."""
    first = random_date(rng)
    return Span(dated(first), dated(first + timedelta(days=rng.randrange(longest))))


def random_span(rng: Random, longest: int) -> Span:
    """Draw a short span, once or each year."""
    if rng.random() < 0.8:
        return random_dated(rng, longest)
    while True:
        first = yearly(2, 29) if rng.random() < 0.05 else random_yearly(rng)
        span = Span(first, first if rng.random() < 0.5 else random_yearly(rng))
        if (first == yearly(2, 29) == span.last) or (
            _is_steady(span) and all(_days(span, year) <= longest for year in CHECKED_YEARS)
        ):
            return span


def random_periods(rng: Random) -> tuple[Period, ...]:
    """Draw seasons that follow each other, lie in each other, happen once, or hold for school holidays."""
    periods: list[Period] = []
    for _ in range(rng.choice((0, 1, 1, 2, 2, 3, 4))):
        whole = Span(yearly(1, 1), yearly(12, 31))
        span = whole if rng.random() < 0.25 else Span(random_yearly(rng), random_yearly(rng))
        spans = [period.span for period in periods if period.span]
        if _is_steady(span) and all(may_be_together(span, other) for other in spans):
            periods.append(_period(rng, span))
    periods += [_period(rng, random_dated(rng, 120)) for _ in range(rng.choice((0, 0, 1, 2)))]
    if rng.random() < 0.15:
        breaks = frozenset(rng.sample(list(SchoolBreak), rng.randint(1, 5)))
        periods.append(Period(None, random_week(rng), breaks, "school"))
    rng.shuffle(periods)
    return tuple(periods)


def may_be_together(one: Span, other: Span) -> bool:
    """Return whether two spans of each year are apart, or one inside the other, in every year."""
    for year in CHECKED_YEARS:
        for a_first, a_last in one.parts(year):
            for b_first, b_last in other.parts(year):
                apart = a_last < b_first or b_last < a_first
                inside = (a_first <= b_first and b_last <= a_last) or (
                    b_first <= a_first and a_last <= b_last
                )
                if (a_first, a_last) == (b_first, b_last) or not (apart or inside):
                    return False
    return True


def random_exceptions(rng: Random) -> tuple[Exceptional, ...]:
    """Draw exceptions of every effect."""
    drawn_rows = (_exception(rng) for _ in range(rng.choice((0, 0, 1, 2, 4, 8))))
    return tuple({row.span: row for row in drawn_rows}.values())


def random_holidays(rng: Random) -> tuple[HolidayRule, ...]:
    """Draw decisions: one for all, or each its own; those not named are undecided."""
    if rng.random() < 0.5:
        decision = rng.choice((Decision.USUAL, Decision.CLOSED))
        return tuple(HolidayRule(holiday, decision) for holiday in Holiday)
    rules = []
    for holiday in Holiday:
        decision = rng.choice(list(Decision))
        if decision is not Decision.SPECIAL:
            rules.append(HolidayRule(holiday, decision))
        elif rng.random() < 0.4:
            rules.append(HolidayRule(holiday, decision, like=rng.randrange(7)))
        else:
            rules.append(HolidayRule(holiday, decision, random_day(rng)))
    return tuple(rules[rng.randrange(4) :])


def random_closures(rng: Random) -> tuple[Closure, ...]:
    """Draw none, or a closure with an end, without one, or of each year."""
    sort = rng.random()
    reason = rng.choice((Reason.WORKS, Reason.BETWEEN_EXHIBITIONS, Reason.SEASON))
    if sort < 0.75:
        return ()
    if sort < 0.8:
        return (Closure(dated(random_date(rng)), None, reason),)
    span = random_dated(rng, 200) if sort < 0.95 else Span(yearly(12, 20), yearly(rng.randint(1, 2), 10))
    return (Closure(span.first, span.last, reason),)


def random_services(rng: Random) -> tuple[Service, ...]:
    """Draw services that keep the museum's hours, or have their own."""
    kinds = rng.sample(list(ServiceKind), rng.choice((0, 0, 1, 2)))
    return tuple(Service(kind, random_periods(rng) if rng.random() < 0.6 else ()) for kind in kinds)


def random_rows(rng: Random) -> Rows:
    """Draw all that a museum says."""
    return Rows(
        periods=random_periods(rng),
        holidays=random_holidays(rng),
        services=random_services(rng),
        exceptions=random_exceptions(rng),
        closures=random_closures(rng),
    )


def drawn(seed: int) -> tuple[Rows, SchoolCalendar, date]:
    """Draw rows, a school calendar, and a first day to ask them of."""
    rng = Random(seed)  # noqa: S311 - a test wants the same again, not a secret
    return random_rows(rng), random_school(rng), FIRST + timedelta(days=rng.randrange(450))


def random_school(rng: Random) -> SchoolCalendar:
    """Draw a calendar of zone C from the autumn of 2025 on, known for one to three school years, or none."""
    holidays: list[SchoolHoliday] = []
    for year in range(2025, 2025 + rng.choice((0, 1, 2, 3, 3))):
        shift = timedelta(days=rng.choice((-7, 0, 0, 7)))
        starts = (
            (SchoolBreak.ALL_SAINTS, date(year, 10, 17), 16),
            (SchoolBreak.CHRISTMAS, date(year, 12, 19), 15),
            (SchoolBreak.WINTER, date(year + 1, 2, 14) + shift, 16),
            (SchoolBreak.SPRING, date(year + 1, 4, 11) + shift, 16),
            (SchoolBreak.SUMMER, date(year + 1, 7, 4), 59),
        )
        holidays += [SchoolHoliday(first, first + timedelta(days=days), kind) for kind, first, days in starts]
    return SchoolCalendar(tuple(holidays))


def _period(rng: Random, span: Span) -> Period:
    return Period(span, random_week(rng), last_admission=rng.choice((None, None, 30, 45)))


def _exception(rng: Random) -> Exceptional:
    effect = rng.choice(list(Effect))
    words = rng.choice((None, None, Translated("Fête de la Saint-Jean", None)))
    reason = rng.choice(list(Reason))
    longest = rng.choice((1, 1, 1, 3, 20))
    if effect in {Effect.HOURS, Effect.EXTRA}:
        slots = random_day(rng) if effect is Effect.HOURS or rng.random() < 0.3 else (_evening(rng),)
        return Exceptional(random_span(rng, longest), effect, slots, reason=reason, words=words)
    at = rng.choice((630, 690, 960, 1020)) if effect is not Effect.CLOSED else None
    return Exceptional(random_span(rng, longest), effect, at=at, reason=reason, words=words)


def _evening(rng: Random) -> Slot:
    return Slot(1200, 1440 + 60 * rng.randrange(4), rng.choice((Access.OPEN, Access.OPEN, Access.GROUPS)))


def _days(span: Span, year: int) -> int:
    first, last = span.begun_in(year)
    return (last - first).days + 1


def _is_steady(span: Span) -> bool:
    """Return whether it crosses New Year every year or never, and never meets its own next time."""
    crossing = {span.first.in_year(year) > span.last.in_year(year, is_last=True) for year in CHECKED_YEARS}
    return len(crossing) == 1 and all(
        span.begun_in(year)[1] < span.begun_in(year + 1)[0] for year in CHECKED_YEARS
    )
