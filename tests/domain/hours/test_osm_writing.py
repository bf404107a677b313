"""What is written for OpenStreetMap is read by another engine as we meant it, on every day of more than a year."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from opening_hours import OpeningHours, State

from portal.domain.hours.osm.writing import opening_hours
from portal.domain.hours.rows import MIDNIGHT
from portal.domain.hours.schedule import Schedule
from portal.domain.hours.schedule import State as Ours
from tests.domain.hours.generating import drawn

PARIS = ZoneInfo("Europe/Paris")
DAYS = 400
SAID = {State.OPEN: "open", State.UNKNOWN: "unknown"}
Line = list[tuple[int, int, str]]


def line_of_schedule(schedule: Schedule, first: date, last: date) -> Line:
    """Return when it is open and when it is unknown, in minutes from the start of the first date, as the clock shows."""
    minutes = bytearray((last - first).days * MIDNIGHT + MIDNIGHT)
    answers = [schedule.on(first - timedelta(days=1)), *schedule.days(first, last)]
    for answer in answers:
        start = (answer.date - first).days * MIDNIGHT
        if answer.state is Ours.UNCONFIRMED:
            _paint(minutes, start, start + MIDNIGHT, 1)
        for slot in answer.restricted:
            _paint(minutes, start + (slot.start or 0), start + (slot.end or MIDNIGHT), 1)
    for answer in answers:
        start = (answer.date - first).days * MIDNIGHT
        for opens, closes in answer.intervals:
            _paint(minutes, start + opens, start + closes, 2)
    return _line(_without_leaps(minutes, first))


def line_of_text(text: str, first: date, last: date) -> Line:
    """Return the same as the other engine reads it."""
    minutes = bytearray((last - first).days * MIDNIGHT + MIDNIGHT)
    said = OpeningHours(text, timezone=PARIS, country="FR")
    start, end = (
        datetime(day.year, day.month, day.day, tzinfo=PARIS) for day in (first, last + timedelta(days=1))
    )
    for begins, ends, state, _ in said.intervals(start, end):
        if state in SAID:
            # The difference of two times of one zone is that of clocks on the wall.
            bounds = [(moment - start) // timedelta(minutes=1) for moment in (begins, min(ends or end, end))]
            _paint(minutes, bounds[0], bounds[1], 2 if state == State.OPEN else 1)
    return _line(_without_leaps(minutes, first))


def _paint(minutes: bytearray, start: int, end: int, value: int) -> None:
    start, end = max(start, 0), min(end, len(minutes))
    if start < end:
        minutes[start:end] = bytes([value]) * (end - start)


def _without_leaps(minutes: bytearray, first: date) -> bytearray:
    """Return minutes with nothing said of those that clocks leap over, on the last Sunday of March."""
    for number in range(len(minutes) // MIDNIGHT):
        day = first + timedelta(days=number)
        if (day.month, day.weekday()) == (3, 6) and day.day > 24:
            _paint(minutes, number * MIDNIGHT + 120, number * MIDNIGHT + 180, 0)
    return minutes


def _line(minutes: bytearray) -> Line:
    found: Line = []
    at = 0
    while at < len(minutes):
        value = minutes[at]
        others = [minutes.find(other, at) for other in {0, 1, 2} - {value}]
        after = min((other for other in others if other >= 0), default=len(minutes))
        if value:
            found.append((at, after, ("", "unknown", "open")[value]))
        at = after
    return found


def judge(seed: int) -> str:
    rows, school, first = drawn(seed)
    schedule, last = Schedule(rows, school), first + timedelta(days=DAYS - 1)
    text = opening_hours(schedule, first, last)
    if not text:
        assert rows.is_empty
        return text
    ours, theirs = line_of_schedule(schedule, first, last), line_of_text(text, first, last)
    wrong = sorted(set(ours) ^ set(theirs))
    assert not wrong, (seed, first + timedelta(minutes=wrong[0][0]), wrong[:4], text)
    return text


@pytest.mark.parametrize("part", range(2))
def test_another_engine_reads_what_we_meant(part: int):
    for seed in range(part * 30, part * 30 + 30):
        judge(seed)


@pytest.mark.long
@pytest.mark.parametrize("part", range(30))
def test_another_engine_reads_thousands_as_we_meant(part: int):
    for seed in range(1000 + part * 100, 1100 + part * 100):
        judge(seed)
