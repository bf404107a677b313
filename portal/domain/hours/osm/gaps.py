"""The parts of each year that no season holds."""

from collections.abc import Sequence
from datetime import date, timedelta

from portal.domain.hours.bounds import Span, yearly
from portal.domain.hours.osm.rules import LEAP_DAY, span_text


def gaps_of(spans: Sequence[Span]) -> list[Span] | None:
    """Return the spans of each year that seasons leave out; `None` where it is not the same dates every year."""
    if not spans or any(bound.day is None for span in spans for bound in (span.first, span.last)):
        return None
    if any((span.first.month, span.first.day) == LEAP_DAY for span in spans):
        return None
    leap = [date(2028, 1, 1) + timedelta(days=number) for number in range(366)]
    free = [day for day in leap if not any(span.covers(day) for span in spans)]
    runs: list[list[date]] = []
    for day in free:
        if runs and runs[-1][-1] == day - timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    if len(runs) > 1 and runs[0][0] == leap[0] and runs[-1][-1] == leap[-1]:
        runs[0] = runs.pop() + runs[0]
    found = [Span(yearly(run[0].month, run[0].day), yearly(run[-1].month, run[-1].day)) for run in runs]
    return found if all(span_text(span) for span in found) else None
