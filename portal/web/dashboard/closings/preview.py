"""What the public will read of a closing, day by day, by the engine that will answer them."""

from dataclasses import dataclass, replace
from datetime import date

from portal.domain import hours
from portal.domain.hours import Schedule, State, moments
from portal.domain.hours.rows import MIDNIGHT, Exceptional
from portal.web.kit import clock, dates, formats, hour_facts, opening
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

SHOWN = 7
"""Up to so many days are told one by one."""


@dataclass(frozen=True)
class Preview:
    """The sentences of the first days, and whether anything changes at all."""

    sentences: list[str]
    more: int
    """How many days follow."""
    is_closed: bool
    """Whether the first of them is one on which the door stays shut."""
    changes: bool


def of(museum_id: int, row: Exceptional) -> Preview:
    """Return what the public would read with an exception that is not published yet."""
    now = hours.of(museum_id).schedule
    kept = tuple(other for other in now.rows.exceptions if other.span != row.span)
    then = Schedule(replace(now.rows, exceptions=(*kept, row)), now.school)
    first, last = row.span.begun_in(clock.today().year)
    days = [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]
    told = days[:SHOWN]
    return Preview(
        [_sentence(then, day, is_last=day == days[-1]) for day in told],
        len(days) - len(told),
        then.on(first).state is State.CLOSED,
        any(_said(now, day) != _said(then, day) for day in days),
    )


def _said(schedule: Schedule, day: date) -> str:
    return hour_facts.day_words(schedule.on(day), page_language())


def _sentence(schedule: Schedule, day: date, *, is_last: bool) -> str:
    """Write a day, what holds and when the door opens again: `Demain, jeudi 18 juin : fermé, intempéries. Rouvre …`."""
    language, today = page_language(), clock.today()
    named, ahead = dates.weekday_date(day, language), (day - today).days
    if ahead in {0, 1}:
        named = f"{dates.relative_days(ahead, language)}, {named}"
    said = _("%(day)s : %(hours)s.", day=formats.sentence_case(named), hours=_said(schedule, day))
    if not is_last or schedule.on(day).state is not State.CLOSED:
        return said
    reopens = moments.next_opening(schedule, moments.instant(day, MIDNIGHT), schedule.on(day))
    if reopens is None:
        return said
    return f"{said} {formats.sentence_case(opening.reopens_words(reopens, today, language))}."
