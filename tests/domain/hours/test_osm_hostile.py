"""Strings of opening hours spoilt at random: refused by name, or read as another engine reads them; never anything else."""

import re
from datetime import date, timedelta
from random import Random

import pytest
from opening_hours import ParserError

from portal.domain.hours.osm.reading import read
from portal.domain.hours.osm.refusals import OsmRefusedError
from portal.domain.hours.schedule import Schedule
from tests.domain.hours.test_osm_reading import READ, REFUSED
from tests.domain.hours.test_osm_writing import line_of_schedule, line_of_text

TODAY = date(2026, 3, 1)
END = TODAY + timedelta(days=399)
STRINGS = (*READ, *(text for text in REFUSED if len(text) < 200))
SCRAPS = (
    "Mo", "Su", "PH", "10:00-12:00", "off", "unknown", "; ", ", ", "-", "Apr", "Oct 31", "easter", "easter -2 days",
    "2026", "[1]", "[-1]", "20:00-02:00", "open", '"x"', "24/7", "||", "+", ":", "Feb 29", "Dec 24-Jan 02", "2027 Feb 29",
    "2026 Aug 15", "24:00", "\x00", "é", "We[2-3]", "2026-2028", '"', "(", "9999", "²",
)  # fmt: skip


_DAY = "Mo|Tu|We|Th|Fr|Sa|Su|PH"
_SPACED = re.compile(rf"({_DAY}|\]), (?=(?:{_DAY})\b)", re.IGNORECASE)


def for_the_other_engine(text: str) -> str:
    """Return a string with the spaces this engine wants where the reference engine, and people, do not care.

    It reads `Mo, We 10:00-12:00` as Monday open day and night, and `2026Jul-Aug` as one day too few of each month.
    """
    return re.sub(r"(\d{4})(?=[A-Za-z])", r"\1 ", _SPACED.sub(r"\1,", text))


def spoilt(rng: Random) -> str:
    """Draw a string with a word added, lost or replaced, up to three times."""
    parts = re.findall(r"\s+|[^\s;,]+|[;,]", rng.choice(STRINGS))
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(parts) + 1)
        parts[at : at + rng.randint(0, 1)] = rng.choice(
            ([], [rng.choice(SCRAPS)], [f" {rng.choice(SCRAPS)} "])
        )
    return re.sub(r"\s+", " ", "".join(parts))  # two spaces mean something else to the other engine


def judge(seed: int) -> bool:
    """Return whether a spoilt string was read, by us and by the other engine."""
    text = spoilt(Random(seed))  # noqa: S311 - a test wants the same again, not a secret
    try:
        rows = read(text, TODAY)
    except OsmRefusedError:
        return False
    try:
        theirs = line_of_text(for_the_other_engine(text), TODAY, END)
    except ParserError:
        return False
    assert line_of_schedule(Schedule(rows), TODAY, END) == theirs, text
    return True


def test_a_spoilt_string_is_never_read_wrongly():
    assert sum(map(judge, range(300))) > 10


def test_a_list_of_days_may_have_a_space():
    assert read("Mo, We 10:00-12:00", TODAY) == read("Mo,We 10:00-12:00", TODAY)


def test_a_winter_of_one_year_is_not_guessed():
    with pytest.raises(OsmRefusedError):
        read("2027 Nov-Mar We-Su 14:00-17:00", TODAY)


@pytest.mark.long
def test_thousands_of_spoilt_strings_are_never_read_wrongly():
    assert sum(map(judge, range(1000, 11_000))) > 300
