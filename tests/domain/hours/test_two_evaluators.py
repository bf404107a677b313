"""The evaluator says what a second one, written otherwise, says: of every day of more than a year."""

from datetime import timedelta

import pytest

from portal.domain.hours.rows import Slot
from portal.domain.hours.schedule import Schedule
from tests.domain.hours.generating import drawn
from tests.domain.hours.naive import NaiveSchedule, minutes_of

DAYS = 400


def compare(seed: int) -> None:
    rows, school, first = drawn(seed)
    last = first + timedelta(days=DAYS - 1)
    schedule, naive = Schedule(rows, school), NaiveSchedule(rows, school, first, last)
    for answer in schedule.days(first, last):
        said = naive.on(answer.date)
        slots = (*(Slot(start, end) for start, end in answer.intervals), *answer.restricted)
        assert answer.state.value == said.state, (seed, answer)
        assert minutes_of(slots) == said.minutes, (seed, answer)
        assert bool(answer.intervals) == answer.is_open, (seed, answer)
        assert list(answer.intervals) == sorted(answer.intervals), (seed, answer)
        assert schedule.chain(answer.date)[0][1].state is answer.state, (seed, answer)


@pytest.mark.parametrize("part", range(2))
def test_two_evaluators_say_the_same(part: int):
    for seed in range(part * 40, part * 40 + 40):
        compare(seed)


@pytest.mark.long
@pytest.mark.parametrize("part", range(30))
def test_two_evaluators_say_the_same_of_thousands(part: int):
    for seed in range(1000 + part * 100, 1100 + part * 100):
        compare(seed)
