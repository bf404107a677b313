"""Writes the OpenStreetMap `opening_hours` of a schedule: compact rules, then whatever date they get wrong, by name.

What is written is evaluated here as the language has it (a later rule takes its whole days, one after a comma adds to
them) and compared with the schedule on every date of the window: correct first, short where that is safe.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from portal.domain.hours.osm.contents import Content, Kind, of_answer, over, with_night
from portal.domain.hours.osm.reasons import reason_text
from portal.domain.hours.osm.rules import Rule, dates
from portal.domain.hours.osm.seasons import Seasons
from portal.domain.hours.rows import Closure, Exceptional
from portal.domain.hours.schedule import ONE_DAY, Answer, Schedule


@dataclass(frozen=True, slots=True)
class _Truth:
    """What a date holds: its own hours, with the night before it, and why."""

    own: Content
    night: Content
    whole: Content
    comment: str


def opening_hours(schedule: Schedule, first: date, last: date) -> str:
    """Return the `opening_hours` of a schedule, right on every date from `first` to `last`; nothing where it is empty.

    Nights past midnight are added to the next day; days that are not confirmed are `unknown`.
    """
    if schedule.rows.is_empty:
        return ""
    rules = Seasons(schedule, first, last).rules()
    truths = _truths(schedule, first, last)
    said = {day: _evaluated(rules, day) for day in truths}
    rules += _corrections(truths, said)
    return written(rules)


def written(rules: Sequence[Rule]) -> str:
    """Write rules one after the other."""
    text = ""
    for rule in rules:
        separator = "" if not text else ", " if rule.is_added else "; "
        text += f"{separator}{rule}"
    return text


def _truths(schedule: Schedule, first: date, last: date) -> dict[date, _Truth]:
    found: dict[date, _Truth] = {}
    night = of_answer(schedule.on(first - ONE_DAY)).spill
    for answer in schedule.days(first, last):
        split = of_answer(answer)
        found[answer.date] = _Truth(split.own, night, with_night(split.own, night), _comment(answer))
        night = split.spill
    return found


def _comment(answer: Answer) -> str:
    row = answer.rule.row
    return reason_text(row) if isinstance(row, (Closure, Exceptional)) else ""


def _evaluated(rules: Sequence[Rule], day: date) -> Content:
    content: Content = ()
    for rule in rules:
        if rule.covers(day):
            content = over(content, rule.content) if rule.is_added else rule.content
    return content


def _corrections(truths: dict[date, _Truth], said: dict[date, Content]) -> Iterator[Rule]:
    """Yield what puts right the dates on which the rules are wrong: their hours, then the nights that run into them."""
    nights: list[Rule] = []
    wrong: dict[date, Content] = {}
    for day, truth in truths.items():
        if said[day] == truth.whole:
            continue
        if over(said[day], truth.night) == truth.whole and _is_open(truth.night):
            nights.append(_night(day, truth.night))
        elif truth.whole != truth.own and _is_open(truth.night):
            wrong[day] = truth.own
            nights.append(_night(day, truth.night))
        else:
            wrong[day] = truth.whole
    for first, last in _runs(wrong, truths):
        yield _named(first, last, wrong[first], truths[first].comment)
    yield from nights


def _runs(wrong: dict[date, Content], truths: dict[date, _Truth]) -> Iterator[tuple[date, date]]:
    """Yield the first and last dates of what is wrong alike, over dates between that are right and alike."""
    days = sorted(wrong)
    at = 0
    while at < len(days):
        first = last = days[at]
        while at + 1 < len(days) and _is_alike(first, last, days[at + 1], wrong, truths):
            at += 1
            last = days[at]
        yield first, last
        at += 1


def _is_alike(
    first: date, last: date, ahead: date, wrong: dict[date, Content], truths: dict[date, _Truth]
) -> bool:
    content, comment = wrong[first], truths[first].comment
    if wrong[ahead] != content or truths[ahead].comment != comment:
        return False
    between = last + timedelta(days=1)
    while between < ahead:
        if truths[between].whole != content or truths[between].comment != comment:
            return False
        between += timedelta(days=1)
    return True


def _is_open(content: Content) -> bool:
    return bool(content) and all(kind is Kind.OPEN for _, _, kind in content)


def _named(first: date, last: date, content: Content, comment: str) -> Rule:
    return Rule(dates(first, last), lambda day: first <= day <= last, content, comment)


def _night(day: date, night: Content) -> Rule:
    return Rule(dates(day, day), lambda other: other == day, night, is_added=True)
