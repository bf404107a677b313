"""When an event is held, in words: one date, several, or a run; the same in French and in Occitan."""

import enum
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from portal.domain.events.live import Dated, Shown
from portal.domain.events.rows import Occurrence, Run
from portal.domain.events.times import last_day
from portal.web.kit import dates, formats
from portal.web.kit.languages import Language
from portal.web.kit.messages import _, ngettext

LAST_DAYS = 14
"""An exhibition that ends within so many days is said to end soon."""


class RunMark(enum.Enum):
    """What an exhibition's days say besides themselves."""

    LAST_WEEKEND = "last_weekend"
    ENDS_SOON = "ends_soon"
    EXTENDED = "extended"
    OPENS_SOON = "opens_soon"


def hours(one: Occurrence, language: Language) -> str:
    """Return `15 h – 16 h 30`, `15 h`, or that it lasts all day."""
    if one.is_all_day:
        return _("Toute la journée")
    start = _minutes(one.start)
    if one.end is None or one.end == one.start:
        return dates.clock_time(start, language)
    if last_day(one.start, one.end) != one.start.date() and one.end - one.start > timedelta(hours=12):
        return dates.clock_time(start, language)
    return dates.time_range(start, _minutes(one.end), language)


def day(one: Occurrence, today: date, language: Language) -> str:
    """Return `Samedi 20 juin`, with its year where that is another one, and the last day of several."""
    first, last = one.start.date(), last_day(one.start, one.end)
    if last > first and one.end is not None and one.end - one.start > timedelta(hours=12):
        return formats.sentence_case(dates.date_range(first, last, language, year=last.year != today.year))
    write = dates.weekday_date if first.year == today.year else dates.long_date
    return formats.sentence_case(write(first, language))


def when(one: Occurrence, today: date, language: Language) -> str:
    """Return `samedi 20 juin, 15 h`: a date as a sentence says it."""
    write = dates.weekday_date if one.start.year == today.year else dates.long_date
    told = write(one.start.date(), language)
    if one.is_all_day:
        return told
    return f"{told}, {dates.clock_time(_minutes(one.start), language)}"


def others(dated: Sequence[Dated]) -> str:
    """Return `et quatre autres dates`, of the dates after the next one."""
    more = len(dated) - 1
    return ngettext("et %(num)s autre date", "et %(num)s autres dates", more) if more > 0 else ""


def run(exhibition: Run, today: date, language: Language) -> str:
    """Return the days of an exhibition: `Jusqu’au 20 septembre`, `Du 3 mars au 20 septembre`, or that it is permanent."""
    if exhibition.is_permanent or exhibition.last is None:
        return _("Exposition permanente")
    if exhibition.first is None or exhibition.first <= today <= exhibition.last:
        write = dates.day_month if exhibition.last.year == today.year else dates.full_date
        return _("Jusqu’au %(day)s", day=write(exhibition.last, language))
    return formats.sentence_case(dates.date_range(exhibition.first, exhibition.last, language))


def run_marks(exhibition: Run, today: date) -> list[RunMark]:
    """Return what is to be said of an exhibition's days on a day."""
    last = exhibition.last
    if last is None or exhibition.is_permanent or last < today:
        return []
    marks = []
    saturday = last - timedelta(days=(last.weekday() - 5) % 7)
    if last.weekday() >= 5 and saturday - timedelta(days=5) <= today:
        marks.append(RunMark.LAST_WEEKEND)
    elif last - today <= timedelta(days=LAST_DAYS):
        marks.append(RunMark.ENDS_SOON)
    if exhibition.extended_from is not None:
        marks.append(RunMark.EXTENDED)
    if exhibition.first is not None and exhibition.first > today:
        marks.append(RunMark.OPENS_SOON)
    return marks


def mark_word(mark: RunMark) -> str:
    """Return the words of a mark."""
    return {
        RunMark.LAST_WEEKEND: _("Dernier week-end"),
        RunMark.ENDS_SOON: _("Se termine bientôt"),
        RunMark.EXTENDED: _("Prolongée"),
        RunMark.OPENS_SOON: _("Ouvre bientôt"),
    }[mark]


def moved(one: Occurrence, today: date, language: Language) -> str:
    """Return when a moved date was first announced; nothing of one that was not moved."""
    if one.previous_start is None:
        return ""
    before = Occurrence(one.previous_start)
    return _("Annoncé d’abord pour le %(when)s.", when=when(before, today, language))


def is_over(event: Shown, dated: Sequence[Dated], today: date) -> bool:
    """Return whether nothing of an event is to come; one without a date or a run is on request and never over."""
    if event.said.run is not None:
        return event.said.run.last is not None and event.said.run.last < today
    return bool(dated) and all(one.ends_on < today for one in dated)


def number_of_dates(number: int) -> str:
    """Return how many dates there are, in words."""
    return ngettext("%(num)s date", "%(num)s dates", number) if number else _("Sans date")


def span_words(first: date, last: date, number: int, today: date, language: Language) -> str:
    """Return `4 dates, du 24 juin au 4 juillet`: how many dates, and between which days."""
    told = dates.date_range(first, last, language, year=last.year != today.year)
    return f"{number_of_dates(number)}, {told}"


def _minutes(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
