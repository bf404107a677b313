"""A week of hours, as a table and as a sentence that says equal days once."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from portal.domain.hours.rows import Access, Day, Monthly, Period
from portal.web.kit.dates import weekday_name
from portal.web.kit.formats import sentence_list
from portal.web.kit.languages import Language
from portal.web.kit.opening import words
from portal.web.kit.opening.slots import day_words

A_MONDAY = date(2024, 1, 1)
SHORTEST_RUN = 3
"""How many days in a row are said `du … au …`."""

_Key = tuple[tuple[int | None, int | None, Access], ...]


class WeekRow(NamedTuple):
    """A line of a table of hours: a day of the week or of the month, and its hours."""

    name: str
    hours: str
    is_closed: bool


def week_rows(period: Period, language: Language) -> list[WeekRow]:
    """Return the seven days, Monday first, then what differs on some weekdays of the month."""
    named = [(day_name(weekday, language), day) for weekday, day in enumerate(period.week.days)]
    named += [(monthly_name(special, language), special.slots) for special in period.week.monthly]
    return [WeekRow(name, day_words(day, language), not day) for name, day in named]


def week_sentence(period: Period, language: Language) -> str:
    """Write `du mardi au dimanche, 10 h – 18 h ; le premier dimanche du mois, 14 h 30 – 17 h 30`.

    Days that are not named are closed.
    """
    groups: dict[_Key, list[int]] = {}
    for weekday, day in enumerate(period.week.days):
        if day:
            groups.setdefault(_key(day), []).append(weekday)
    monthly = period.week.monthly
    said = [
        f"{weekdays_words(weekdays, language)}, {day_words(period.week.days[weekdays[0]], language)}"
        for weekdays in sorted(groups.values(), key=_begins)
    ]
    if not said and not any(special.slots for special in monthly):
        said = [words.CLOSED[language]]
    return "\u00a0; ".join([*said, *_monthly(monthly, language)])


def weekdays_words(weekdays: Iterable[int], language: Language) -> str:
    """Write `du mercredi au lundi`, `le mardi et le jeudi`, `tous les jours`."""
    runs = _runs(sorted(weekdays))
    if len(runs[0]) == 7:
        return words.EVERY_DAY[language]
    parts: list[str] = []
    for run in runs:
        if len(run) >= SHORTEST_RUN:
            first, last = day_name(run[0], language), day_name(run[-1], language)
            parts.append(f"du {first} au {last}" if language == "fr" else f"del {first} al {last}")
        else:
            parts += [the_day(weekday, language) for weekday in run]
    return sentence_list(parts, language)


def day_name(weekday: int, language: Language) -> str:
    """Write `lundi`, `diluns`; 0 is Monday."""
    return weekday_name(A_MONDAY + timedelta(days=weekday), language)


def the_day(weekday: int, language: Language) -> str:
    """Write `le lundi`, `lo diluns`."""
    return f"{'le' if language == 'fr' else 'lo'} {day_name(weekday, language)}"


def monthly_name(special: Monthly, language: Language) -> str:
    """Write `premier dimanche du mois`, `primièr dimenge del mes`."""
    name = f"{words.ORDINALS[language][special.nth]} {day_name(special.weekday, language)}"
    return f"{name} {words.OF_THE_MONTH[language]}"


def _monthly(specials: Iterable[Monthly], language: Language) -> list[str]:
    the = "le" if language == "fr" else "lo"
    return [
        f"{the} {monthly_name(special, language)}, {day_words(special.slots, language)}"
        for special in specials
    ]


def _key(day: Day) -> _Key:
    return tuple((slot.start, slot.end, slot.access) for slot in day)


def _runs(weekdays: list[int]) -> list[list[int]]:
    """Return days in a row together; a run may go on from Sunday to Monday."""
    runs: list[list[int]] = []
    for weekday in weekdays:
        if runs and weekday == runs[-1][-1] + 1:
            runs[-1].append(weekday)
        else:
            runs.append([weekday])
    if len(runs) > 1 and runs[0][0] == 0 and runs[-1][-1] == 6:
        joined = runs[-1] + runs[0]
        if len(joined) >= SHORTEST_RUN:
            runs = [*runs[1:-1], joined]
    return runs


def _begins(weekdays: list[int]) -> int:
    return _runs(weekdays)[0][0]
