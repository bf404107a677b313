"""The eleven public holidays as they come next: their date, what falls with them, and what that day usually is."""

from dataclasses import dataclass
from datetime import date

from portal.domain.hours import holidays
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import Decision, Rows
from portal.domain.hours.schedule import Schedule
from portal.domain.hours.school import SchoolCalendar
from portal.web.dashboard.hours import naming
from portal.web.dashboard.hours.sheet import HolidayTyped, Sheet
from portal.web.kit import dates, opening
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

NEAR = 45
SUNDAY = 6


@dataclass(frozen=True)
class HolidayLine:
    """One public holiday on the screen."""

    holiday: Holiday
    name: str
    day: date
    said: str
    typed: HolidayTyped
    hint: str
    is_undecided: bool
    is_near: bool


def holiday_lines(sheet: Sheet, rows: Rows, school: SchoolCalendar, today: date) -> list[HolidayLine]:
    """Return the eleven in the order in which they come."""
    schedule = Schedule(rows, school)
    lines = [_line(holiday, sheet.holidays[holiday], schedule, today) for holiday in Holiday]
    return sorted(lines, key=lambda line: line.day)


def next_date(holiday: Holiday, today: date) -> date:
    """Return the next time a holiday comes, today included."""
    found = holidays.date_of(holiday, today.year)
    return found if found >= today else holidays.date_of(holiday, today.year + 1)


def _line(holiday: Holiday, typed: HolidayTyped, schedule: Schedule, today: date) -> HolidayLine:
    day = next_date(holiday, today)
    is_undecided = typed.decision not in {one.value for one in Decision} - {"undecided"} and not typed.times
    return HolidayLine(
        holiday=holiday,
        name=naming.holiday_name(holiday),
        day=day,
        said=f"{dates.weekday_name(day, page_language())} {dates.full_date(day, page_language())}",
        typed=typed,
        hint=_hint(schedule, day),
        is_undecided=is_undecided,
        is_near=(day - today).days <= NEAR,
    )


def _hint(schedule: Schedule, day: date) -> str:
    """Return what that day would be without the holiday, and what falls with it."""
    usual = schedule.chain(day)[-1][1]
    said = []
    if schedule.rows.periods:
        weekday = dates.weekday_name(day, page_language())
        said.append(
            _(
                "D’habitude, le %(weekday)s : %(hours)s.",
                weekday=weekday,
                hours=opening.day_hours(usual, page_language()),
            )
        )
    if schedule.school.on(day):
        said.append(_("En vacances scolaires."))
    return " ".join(said)
