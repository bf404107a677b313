"""What ordinary museums get for OpenStreetMap is about what somebody who maps would write."""

from datetime import date

import pytest

from portal.domain.hours.bounds import Span, parse
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.osm.writing import opening_hours
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
from portal.domain.hours.schedule import Schedule
from portal.domain.hours.school import SchoolBreak, SchoolCalendar, SchoolHoliday

DAY: Day = (Slot(600, 1080),)
SPLIT: Day = (Slot(600, 720), Slot(840, 1080))
AFTERNOON: Day = (Slot(840, 1020),)
BUT_MONDAY = (CLOSED, *(DAY,) * 6)
SCHOOL = SchoolCalendar(
    (
        SchoolHoliday(date(2025, 12, 20), date(2026, 1, 4), SchoolBreak.CHRISTMAS),
        SchoolHoliday(date(2026, 2, 21), date(2026, 3, 8), SchoolBreak.WINTER),
        SchoolHoliday(date(2027, 2, 6), date(2027, 2, 21), SchoolBreak.WINTER),
        SchoolHoliday(date(2027, 7, 3), date(2027, 8, 31), SchoolBreak.SUMMER),
    )
)


def span(first: str, last: str) -> Span:
    return Span(parse(first), parse(last))


def period(first: str, last: str, *days: Day, monthly: tuple[Monthly, ...] = ()) -> Period:
    """Say a season of a week, or of one sort of day."""
    week = days * 7 if len(days) == 1 else days
    return Period(
        span(first, last), Week((week[0], week[1], week[2], week[3], week[4], week[5], week[6]), monthly)
    )


def holidays(decision: Decision, *closed: Holiday) -> tuple[HolidayRule, ...]:
    return tuple(
        HolidayRule(holiday, Decision.CLOSED if holiday in closed else decision) for holiday in Holiday
    )


USUAL, ALL_CLOSED = holidays(Decision.USUAL), holidays(Decision.CLOSED)
ALL_YEAR = period("01-01", "12-31", *BUT_MONDAY)
SUMMER = period("04-01", "10-31", *BUT_MONDAY)
NIGHT = Exceptional(
    span("2026-05-23", "2026-05-23"), Effect.EXTRA, (Slot(1200, 1500),), reason=Reason.MUSEUM_NIGHT
)  # fmt: skip
INVENTORY = Exceptional(span("2026-11-11", "2026-11-13"), Effect.CLOSED, reason=Reason.INVENTORY)
WORKS = Closure(parse("2026-09-01"), parse("2027-02-15"))
FRIDAYS = (CLOSED, DAY, DAY, DAY, (Slot(1200, 1560),), DAY, DAY)
ORDINARY = {
    "summer and winter": (
        Rows(
            (SUMMER, period("11-01", "03-31", CLOSED, CLOSED, *(AFTERNOON,) * 5)),
            holidays(Decision.USUAL, Holiday.NEW_YEAR, Holiday.LABOUR_DAY, Holiday.CHRISTMAS),
        ),
        "Apr-Oct Tu-Su 10:00-18:00; Nov-Mar We-Su 14:00-17:00; Jan 01,May 01,Dec 25 off",
    ),
    "closed on holidays": (Rows((ALL_YEAR,), ALL_CLOSED), "Tu-Su 10:00-18:00; PH off"),
    "never decided": (Rows((ALL_YEAR,)), "Tu-Su 10:00-18:00; PH unknown"),
    "every day": (Rows((period("01-01", "12-31", SPLIT),), USUAL), "Mo-Su 10:00-12:00,14:00-18:00"),
    "summer within a season": (
        Rows((period("07-01", "08-31", DAY), SUMMER, period("11-01", "03-31", CLOSED)), USUAL),
        "Apr-Oct Tu-Su 10:00-18:00; Nov-Mar off; Jul-Aug Mo-Su 10:00-18:00",
    ),
    "winter never said": (Rows((SUMMER,), USUAL), "Apr-Oct Tu-Su 10:00-18:00; Nov-Mar unknown"),
    "first Sunday": (
        Rows((period("01-01", "12-31", *(DAY,) * 6, CLOSED, monthly=(Monthly(1, 6, SPLIT),)),), ALL_CLOSED),
        "Mo-Sa 10:00-18:00; Su[1] 10:00-12:00,14:00-18:00; PH off",
    ),
    "a night and an inventory": (
        Rows((ALL_YEAR,), USUAL, exceptions=(NIGHT, INVENTORY)),
        (
            'Tu-Su 10:00-18:00; 2026 May 23 10:00-18:00,20:00-24:00 open "Nuit des musées"; '
            '2026 Nov 11-2026 Nov 13 off "inventaire", 2026 May 24 00:00-01:00 open'
        ),
    ),
    "nights each Friday": (
        Rows((period("06-01", "08-31", *FRIDAYS), period("09-01", "05-31", CLOSED)), USUAL),
        "Sep-May off; Jun-Aug Tu-Th,Sa,Su 10:00-18:00; Jun-Aug Fr 20:00-24:00, Jun-Aug Sa 00:00-02:00 open",
    ),
    "works": (
        Rows((ALL_YEAR,), USUAL, closures=(WORKS,)),
        'Tu-Su 10:00-18:00; 2026 Sep 01-2027 Feb 15 off "travaux"',
    ),
    "works without an end": (
        Rows((ALL_YEAR,), USUAL, closures=(Closure(parse("2026-09-01"), None),)),
        'Tu-Su 10:00-18:00; 2026 Sep 01-2099 Dec 31 off "travaux"',
    ),
    "until the end of February": (
        Rows((period("11-16", "02-29", CLOSED), period("03-01", "11-15", DAY)), USUAL),
        "Mar 01-Nov 15 Mo-Su 10:00-18:00; Nov 16-Nov 30,Dec-Feb off",
    ),
    "by appointment on Mondays": (
        Rows((period("01-01", "12-31", (Slot(None, None, Access.APPOINTMENT),), *(DAY,) * 6),), USUAL),
        'Mo unknown "sur rendez-vous"; Tu-Su 10:00-18:00',
    ),
    "school holidays": (
        Rows((ALL_YEAR, Period(None, Week((DAY,) * 7), frozenset({SchoolBreak.WINTER}))), USUAL),
        "Tu-Su 10:00-18:00; 2026 Feb 21-2026 Mar 08 Mo-Su 10:00-18:00",
    ),
    "holidays as Sundays": (
        Rows(
            (period("01-01", "12-31", CLOSED, *(DAY,) * 5, SPLIT),),
            tuple(HolidayRule(holiday, Decision.SPECIAL, like=6) for holiday in Holiday),
        ),
        "Tu-Sa 10:00-18:00; Su 10:00-12:00,14:00-18:00; PH 10:00-12:00,14:00-18:00",
    ),
    "nothing": (Rows(), ""),
}


@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_museum_has_an_ordinary_string(name: str):
    rows, expected = ORDINARY[name]

    assert opening_hours(Schedule(rows, SCHOOL), date(2026, 1, 1), date(2027, 2, 4)) == expected
