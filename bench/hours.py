"""How long it takes to say, from rows in memory, what holds at 132 museums over fourteen days: `python -m bench.hours`."""

import statistics
import time
from datetime import date, timedelta

from portal.domain.hours import Schedule
from portal.domain.hours.demonstration import PATTERNS, invented
from portal.domain.hours.snapshots import rows_of

MUSEUMS, DAYS, ROUNDS = 132, 14, 15
FIRST = date(2026, 10, 26)
"""A fortnight with the clock just changed, two holidays ahead and the end of most summer seasons."""


def main() -> None:
    """Measure rounds one after the other and print their median and worst."""
    schedules = [Schedule(rows_of(*invented(at % PATTERNS, FIRST))) for at in range(MUSEUMS)]
    last = FIRST + timedelta(days=DAYS - 1)
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        answers = sum(1 for schedule in schedules for _ in schedule.days(FIRST, last))
        rounds.append((time.process_time() - start) * 1000)
    print(
        f"{answers} days of {MUSEUMS} museums: {statistics.median(rounds):.1f} ms of CPU, worst {max(rounds):.1f}"
    )


if __name__ == "__main__":
    main()
