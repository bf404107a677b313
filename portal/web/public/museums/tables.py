"""A season as a table, in one language: for the museum's page with today in it, for the door sign without."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.domain.hours import Answer
from portal.domain.hours.rows import Period
from portal.web.kit import formats, opening
from portal.web.kit.languages import Language
from portal.web.public.museums.seasons import Season
from portal.web.public.museums.weeks import Bar, bars, bars_of

DAYS = 7


@dataclass(frozen=True)
class Row:
    """A day of the week, or of the month."""

    day: str
    hours: str
    bars: tuple[Bar, ...] = ()
    is_off: bool = False
    is_today: bool = False
    usual: str | None = None
    """The usual hours of that weekday, where today differs from them."""

    @property
    def lines(self) -> list[str]:
        """The hours, a stretch a line, as a narrow column shows them."""
        return self.hours.split(", ")


@dataclass(frozen=True)
class Table:
    """A season in words: its title, when it holds, its days, and what is said under them."""

    title: str
    dates: str
    rows: Sequence[Row]
    notes: tuple[str, ...] = ()


def table(season: Season, language: Language, today: Answer | None = None) -> Table:
    """Return a season as a table; with today's answer, today's row says what holds today."""
    period = season.period
    title = opening.period_title(period, language)
    dates = dates_words(season, language)
    last = period.last_admission
    return Table(
        title,
        "" if dates.lower() == title.lower() else dates,
        [
            _row(at, row, period, today, language)
            for at, row in enumerate(opening.week_rows(period, language))
        ],
        () if last is None else (f"{opening.last_admission_words(last, language)}.",),
    )


def dates_words(season: Season, language: Language) -> str:
    """Write when a season holds: the dates of this year, or the words of one counted from a feast."""
    period = season.period
    if period.span is None or season.last is None or not season.is_whole:
        return formats.sentence_case(opening.when_words(period, language))
    return formats.sentence_case(formats.date_range(season.first, season.last, language))


def _row(at: int, row: opening.WeekRow, period: Period, today: Answer | None, language: Language) -> Row:
    if at >= DAYS:
        drawn = bars_of(period.week.monthly[at - DAYS].slots)
        return Row(formats.sentence_case(row.name), row.hours, drawn, row.is_closed)
    if today is None or at != today.date.weekday():
        return Row(row.name, row.hours, bars_of(period.week.days[at]), row.is_closed)
    told = opening.day_hours(today, language)
    return Row(
        row.name,
        told,
        bars(today.intervals, today.restricted),
        not today.is_open,
        is_today=True,
        usual=None if told == row.hours else row.hours,
    )
