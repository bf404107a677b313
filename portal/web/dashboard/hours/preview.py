"""What the public would read of the coming two weeks, by the engine that answers it, from what is typed."""

from dataclasses import dataclass
from datetime import date, timedelta

from portal.domain.hours.rows import Closure, Exceptional, HolidayRule, Rows
from portal.domain.hours.schedule import Answer, Interval, RuleKind, Schedule, State
from portal.domain.hours.school import SchoolCalendar
from portal.web.dashboard.hours.reading import Reading
from portal.web.kit import dates, opening
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
        words=_("à corriger") if is_broken else opening.day_hours(answer, language),
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


def _why(answer: Answer) -> str:
    """Return what makes a day unusual, in a few words."""
    row, language = answer.rule.row, page_language()
    if answer.rule.kind is RuleKind.SCHOOL:
        return opening.rule_words(answer.rule, answer, language)
    if isinstance(row, HolidayRule):
        return opening.holiday_name(row.holiday, language)
    if isinstance(row, Exceptional | Closure):
        own = row.words.text(language) if row.words else ""
        return opening.reason_words(row.reason, language) or own
    return ""


def _bar(interval: Interval) -> Bar:
    scale = 100 / (LATEST - EARLIEST)
    start = (max(interval[0], EARLIEST) - EARLIEST) * scale
    end = (min(max(interval[1], EARLIEST), LATEST) - EARLIEST) * scale
    return Bar(round(start, 1), round(max(end - start, 0.0), 1))
