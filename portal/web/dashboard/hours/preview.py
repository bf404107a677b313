"""What the public would read of the coming two weeks, by the engine that answers it, from what is typed."""

from dataclasses import dataclass
from datetime import date, timedelta

from portal.domain.hours.rows import Rows
from portal.domain.hours.schedule import Answer, Interval, RuleKind, Schedule, State
from portal.domain.hours.school import SchoolCalendar
from portal.web.dashboard.hours import naming
from portal.web.dashboard.hours.reading import Reading
from portal.web.kit import dates
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

DAYS = 14
EARLIEST, LATEST = 8 * 60, 24 * 60
"""What a bar shows of a day."""
_UNUSUAL = {RuleKind.CLOSURE, RuleKind.EXCEPTION, RuleKind.HOLIDAY}


@dataclass(frozen=True)
class Bar:
    """A stretch of a day, in hundredths of the bar."""

    start: float
    width: float


@dataclass(frozen=True)
class PreviewDay:
    """One line."""

    day: date
    name: str
    long_name: str
    words: str
    why: str
    bars: tuple[Bar, ...]
    is_unusual: bool
    """Whether something else than the usual week decides."""
    is_shut: bool


@dataclass(frozen=True)
class Preview:
    """The two weeks."""

    days: list[PreviewDay]
    unread: int
    """How many fields cannot be read yet, and do not count."""


def preview(reading: Reading, school: SchoolCalendar, today: date) -> Preview:
    """Return the coming two weeks."""
    rows = reading.rows
    schedule = Schedule(rows, school)
    shown = [_line(schedule, rows, reading, today + timedelta(days=ahead)) for ahead in range(DAYS)]
    return Preview(shown, len(reading.errors))


def _line(schedule: Schedule, rows: Rows, reading: Reading, day: date) -> PreviewDay:
    answer, language = schedule.on(day), page_language()
    is_broken = _is_broken(answer, rows, reading)
    return PreviewDay(
        day=day,
        name=f"{dates.weekday_short(day, language)} {day.day}",
        long_name=dates.weekday_date(day, language),
        words=_("à corriger") if is_broken else answer_words(answer),
        why=_why(answer),
        bars=() if is_broken else tuple(map(_bar, answer.intervals)),
        is_unusual=answer.rule.kind in _UNUSUAL,
        is_shut=answer.state is not State.OPEN,
    )


def _is_broken(answer: Answer, rows: Rows, reading: Reading) -> bool:
    """Return whether the day's own field cannot be read: then it is neither open nor closed."""
    if answer.rule.kind is not RuleKind.PERIOD:
        return False
    at = next((at for at, period in enumerate(rows.periods) if period is answer.rule.row), None)
    return at is not None and reading.place(f"periods.{at}.week.{answer.date.weekday()}") in reading.broken


def answer_words(answer: Answer) -> str:
    """Return the hours of a day in a few words."""
    language = page_language()
    if answer.state is State.UNCONFIRMED:
        return _("non confirmé")
    timed = [dates.time_range(start, end, language) for start, end in answer.intervals]
    restricted = [
        " ".join(
            [
                *(
                    [dates.time_range(slot.start, slot.end, language)]
                    if slot.start is not None and slot.end
                    else []
                ),
                naming.access_name(slot.access),
            ]
        )
        for slot in answer.restricted
    ]
    return " / ".join([*timed, *restricted]) or _("fermé")


def _why(answer: Answer) -> str:
    row = answer.rule.row
    if answer.rule.kind is RuleKind.SCHOOL:
        return _("vacances scolaires pas encore connues")
    if answer.rule.kind is RuleKind.HOLIDAY:
        return str(naming.HOLIDAYS[row.holiday])  # type: ignore[union-attr]
    if answer.rule.kind in {RuleKind.EXCEPTION, RuleKind.CLOSURE}:
        reason = row.reason  # type: ignore[union-attr]
        return str(naming.REASONS[reason]) if reason.value != "other" else ""
    return ""


def _bar(interval: Interval) -> Bar:
    scale = 100 / (LATEST - EARLIEST)
    start = (max(interval[0], EARLIEST) - EARLIEST) * scale
    end = (min(max(interval[1], EARLIEST), LATEST) - EARLIEST) * scale
    return Bar(round(start, 1), round(max(end - start, 0.0), 1))
