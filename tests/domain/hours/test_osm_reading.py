"""Strings of opening hours as museums are tagged on OpenStreetMap: read as another engine reads them, or refused by name."""

from datetime import date, timedelta

import pytest

from portal.domain.hours.osm.reading import read
from portal.domain.hours.osm.refusals import OsmRefusal, OsmRefusedError
from portal.domain.hours.osm.writing import opening_hours
from portal.domain.hours.rows import Access, Decision, Effect, Reason, Slot
from portal.domain.hours.schedule import Schedule
from tests.domain.hours.generating import drawn
from tests.domain.hours.test_osm_writing import DAYS, line_of_schedule, line_of_text

TODAY = date(2026, 3, 1)
END = TODAY + timedelta(days=DAYS - 1)
READ = (
    "Tu-Su 10:00-18:00",
    "Tu-Su 10:00-18:00; PH off",
    "Mo-Su 10:00-18:00; Jan 01,May 01,Dec 25 off",
    "Apr-Oct Tu-Su 10:00-18:00; Nov-Mar We-Su 14:00-17:00; Jan 1,May 1,Dec 25 off",
    "Apr 01-Sep 30 Mo-Su 10:00-12:30,14:00-18:30; Oct 01-Mar 31 Tu-Su 10:00-12:00,14:00-17:30",
    "Tu-Sa 10:00-12:00,14:00-18:00; Su 14:00-18:00",
    "Jul-Aug Mo-Su 10:00-19:00; Sep-Jun We-Su 14:00-18:00; PH off",
    "Tu-Su 09:30-18:00; Th 09:30-21:00",
    "Mo-Fr 09:00-12:00,14:00-17:00; Su[1] 14:00-18:00",
    "We-Mo 10:00-18:00; May 1 off; Dec 25 off",
    "Apr-Jun,Sep-Oct Tu-Su 10:00-12:00,14:00-18:00; Jul-Aug Mo-Su 10:00-19:00",
    "Tu-Su 10:00-18:00; easter off",
    "Tu-Su 10:00-18:00; easter +1 day 10:00-18:00",
    "Mar 15-Nov 15 10:00-18:00",
    "Mar 15-Nov 15: Tu-Su 10:00-18:00",
    "24/7",
    "Tu-Fr 10:00-18:00; Sa-Su,PH 14:00-18:00",
    "Mo-Su,PH 10:00-18:00",
    'Mo unknown "sur rendez-vous"; Tu-Su 14:00-18:00',
    'Jul-Aug Mo-Su 10:00-18:00; Sep-Jun unknown "sur réservation"',
    "Nov-Mar off; Apr-Oct Tu-Su 10:00-18:00",
    "Tu-Su 10:00-18:00; Dec 24-Jan 02 off",
    'Tu-Su 10:00-18:00; 2026 Sep 01-2027 Feb 15 off "travaux"',
    "Tu-Su 10:00-18:00; 2026 Sep 19-2026 Sep 20 09:00-20:00",
    'Tu-Su 10:00-18:00; 2026 May 23 10:00-24:00 open "Nuit des musées"',
    "Fr-Sa 20:00-02:00",
    "Mo-Sa 10:00-12:00, We 14:00-16:00",
    "Mo-Fr 10:00-18:00; Mo-Fr 12:00-13:00 off",
    "easter -2 days-Oct 31 Tu-Su 10:00-18:00",
    "easter-Oct 31 Mo-Su 10:00-12:00,14:00-18:00; Nov 01-Nov 11 14:00-17:00",
    "Sa[1] 10:00-12:00; Sa[-1] 14:00-16:00",
    "Su[1,3] 14:00-18:00",
    "Mo,We,Fr 14:00-17:00; Aug off",
    "Jul 01-Aug 31 Mo-Sa 10:00-12:00,15:00-19:00; Jul 01-Aug 31 Su 15:00-19:00; Sep 01-Jun 30 Mo-Fr 14:00-18:00",
    "Feb-Nov Tu-Su 10:00-18:00; Dec-Jan Sa,Su 10:00-17:00; Dec 25,Jan 01 off",
    "May-Sep Th-Su 15:00-19:00; May 01 off; PH 15:00-19:00",
    "Jun 15-Sep 15 10:00-19:00; Sep 16-Jun 14 Tu-Su 14:00-18:00; Dec 25 off",
    "2026 Apr 04-2026 Nov 01 Tu-Su 10:00-18:00",
    "2026-2027 Jul-Aug Mo-Su 10:00-18:00",
    "10:00-18:00",
    "tu-su 10:00-18:00; PH closed",
    "Apr-Oct 10:00-18:00; Oct 15-Nov 15 14:00-17:00",
    "2026 Jul 14 off",
)
REFUSED = {
    "PH,Su 14:00-18:00; Tu-Sa 10:00-18:00": OsmRefusal.HOLIDAY_VARIES,
    "Tu-Su 10:00-18:00; Fr 20:00-02:00": OsmRefusal.NIGHT,
    "Tu-Su 10:00-18:00; PH Mo off": OsmRefusal.HOLIDAY_WEEKDAY,
    "Tu-Su 10:00-18:00; SH Mo-Su 10:00-18:00": OsmRefusal.SCHOOL_HOLIDAYS,
    "week 1-26 Mo-Fr 10:00-12:00": OsmRefusal.WEEK_NUMBERS,
    'Mo-Fr 10:00-12:00 || "sur rendez-vous"': OsmRefusal.FALLBACK,
    "Mo-Su sunrise-sunset": OsmRefusal.SUN,
    "Mo-Su (sunrise+01:00)-18:00": OsmRefusal.SUN,
    "Sa 10:00+": OsmRefusal.OPEN_END,
    '"sur rendez-vous"': OsmRefusal.COMMENT_ALONE,
    'Mo-Fr "sur rendez-vous"': OsmRefusal.COMMENT_ALONE,
    "Mo-Fr": OsmRefusal.NO_HOURS,
    "Mo-Fr 10h-12h": OsmRefusal.SYNTAX,
    "Mo-Fr 25:00-26:61": OsmRefusal.SYNTAX,
    "Su[1] +1 day 10:00-12:00": OsmRefusal.SHIFTED_DAY,
    "PH -1 day 10:00-12:00": OsmRefusal.SHIFTED_DAY,
    "Mo-Fr 10:00-16:00/01:30": OsmRefusal.STEPS,
    "Lu-Ve 10:00-12:00": OsmRefusal.SYNTAX,
    "Feb 30 off": OsmRefusal.SYNTAX,
    'Mo-Fr 09:00-12:00 unknown "selon affluence"': OsmRefusal.UNKNOWN_HOURS,
    "Apr 04-easter 10:00-12:00; easter-Apr 10 14:00-16:00": OsmRefusal.MOVING_ORDER,
    "Mo-Fr 10:00-12:00,": OsmRefusal.SYNTAX,
    "Sa 20:00-02:00; Su 10:00-12:00": OsmRefusal.NIGHT,
    "Mo-Su 10:00-18:00; Dec 24,31 10:00-16:00": OsmRefusal.NO_HOURS,
    "   ": OsmRefusal.EMPTY,
    "Mo-Fr 10:00-12:00; " * 1000: OsmRefusal.TOO_LONG,
}


@pytest.mark.parametrize("text", READ)
def test_a_string_is_read_as_the_other_engine_reads_it(text: str):
    assert line_of_schedule(Schedule(read(text, TODAY)), TODAY, END) == line_of_text(text, TODAY, END)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_read_has_its_reason(text: str):
    with pytest.raises(OsmRefusedError) as refused:
        read(text, TODAY)

    assert refused.value.reason is REFUSED[text]
    assert (
        refused.value.part in text
        or refused.value.reason is OsmRefusal.HOLIDAY_VARIES
        or "“" in refused.value.part
    )


def test_rows_are_those_a_museum_would_enter():
    rows = read(
        'Apr-Oct Tu-Su 10:00-18:00; Nov-Mar Mo unknown "sur rendez-vous"; PH off; '
        '2026 May 23 10:00-18:00,20:00-24:00 open "Nuit des musées", 2026 May 24 00:00-01:00 open; '
        '2026 Oct 14-2026 Oct 15 off "Inventaire"; 2027 Jan 04-2027 Mar 31 off "toiture"',
        TODAY,
    )
    night, inventory = rows.exceptions

    assert [str(period.span.first) for period in rows.periods if period.span] == ["04-01", "11-01"]
    assert rows.periods[1].week.days[0] == (Slot(None, None, Access.APPOINTMENT),)
    assert {rule.decision for rule in rows.holidays} == {Decision.CLOSED}
    assert (night.slots, night.reason) == ((Slot(600, 1080), Slot(1200, 1500)), Reason.MUSEUM_NIGHT)
    assert (inventory.effect, inventory.reason, str(inventory.span.last)) == (
        Effect.CLOSED, Reason.INVENTORY, "2026-10-15",
    )  # fmt: skip
    assert [(str(row.first), row.words.fr if row.words else "") for row in rows.closures] == [
        ("2027-01-04", "toiture")
    ]


def test_nights_that_two_rules_say_are_one_night():
    rows = read("Jun-Aug Fr 20:00-24:00, Jun-Aug Sa 00:00-02:00 open; Sep-May off", TODAY)

    assert [day for period in rows.periods for day in period.week.days if day] == [(Slot(1200, 1560),)]


def round_trip(seed: int) -> bool:
    """Write, read, and compare; return whether it was read at all."""
    rows, school, first = drawn(seed)
    schedule, last = Schedule(rows, school), first + timedelta(days=DAYS - 1)
    text = opening_hours(schedule, first, last)
    if not text:
        return False
    try:
        again = Schedule(read(text, first))
    except OsmRefusedError:
        return False
    assert line_of_schedule(again, first, last) == line_of_schedule(schedule, first, last), (seed, text)
    return True


def test_what_is_written_is_read_back_as_it_was_meant():
    were_read = [round_trip(seed) for seed in range(20)]

    assert sum(were_read) >= 11


@pytest.mark.long
@pytest.mark.parametrize("part", range(10))
def test_a_thousand_that_are_written_are_read_back(part: int):
    were_read = [round_trip(seed) for seed in range(1000 + part * 100, 1100 + part * 100)]

    assert sum(were_read) >= 60
