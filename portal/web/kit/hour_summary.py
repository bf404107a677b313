"""The hours as the public reads them, in lines of two columns: for a letter, and for who confirms them."""

from dataclasses import dataclass
from datetime import date, timedelta

from portal.domain import hours
from portal.domain.hours import Schedule
from portal.domain.hours.rows import Exceptional, Period
from portal.web.kit import dates, formats, hour_facts, opening
from portal.web.kit.languages import Language
from portal.web.kit.opening.reasons import why

ANNOUNCED = timedelta(days=42)
"""How far ahead exceptions are announced."""
A_YEAR = 364
"""How far ahead holidays are asked about, in days: each once."""


@dataclass(frozen=True)
class Summary:
    """What applies now or next, and what differs from it soon."""

    title: str
    """The season's name."""
    when: str
    """Its dates; empty where its name says them."""
    week: list[tuple[str, str]]
    more: list[tuple[str, str]]
    """The other seasons, the days out of the ordinary and the closures: what, and its hours."""
    undecided: list[str]
    """The public holidays of the coming year that nobody has decided."""

    @property
    def lines(self) -> list[tuple[str, str]]:
        """All of it, for a letter."""
        return [*self.week, *self.more]


def summary(schedule: Schedule, today: date, language: Language) -> Summary | None:
    """Return what the public reads; nothing where no hours were ever entered."""
    rows = schedule.rows
    if rows.is_empty:
        return None
    period = _now_or_next(schedule, today)
    more = [
        _season(other, language) for other in rows.periods if other is not period and _comes(other, today)
    ]
    more += [
        (
            formats.sentence_case(opening.closure_words(closure, language)),
            opening.closure_sentence(closure, language, today=today),
        )
        for closure in rows.closures
    ]
    more += [
        _exception(row, schedule, today, language) for row in rows.exceptions if _is_announced(row, today)
    ]
    more += [
        (opening.holiday_name(rule.holiday, language), opening.decision_words(rule, language))
        for rule in rows.holidays
    ]
    title = opening.period_title(period, language) if period else ""
    when = opening.when_words(period, language) if period else ""
    return Summary(
        title,
        "" if when.lower() == title.lower() else when,
        [(row.name, row.hours) for row in opening.week_rows(period, language)] if period else [],
        more,
        list(
            dict.fromkeys(
                opening.holiday_name(holiday, language)
                for _day, holiday in hours.undecided(schedule, today, days=A_YEAR)
            )
        ),
    )


def _now_or_next(schedule: Schedule, today: date) -> Period | None:
    days = (today + timedelta(days=ahead) for ahead in range(370))
    return next((period for day in days if (period := schedule.period_on(day))), None)


def _comes(period: Period, today: date) -> bool:
    return period.span is None or not period.span.is_dated or period.span.begun_in(today.year)[1] >= today


def _season(period: Period, language: Language) -> tuple[str, str]:
    title, when = opening.period_title(period, language), opening.when_words(period, language)
    named = title if title.lower() == when.lower() else f"{title}, {when}"
    return named, opening.week_sentence(period, language)


def _is_announced(row: Exceptional, today: date) -> bool:
    return any(
        first <= today + ANNOUNCED and last >= today
        for first, last in (row.span.begun_in(year) for year in (today.year - 1, today.year, today.year + 1))
    )


def _exception(row: Exceptional, schedule: Schedule, today: date, language: Language) -> tuple[str, str]:
    begins = (row.span.begun_in(year) for year in (today.year - 1, today.year, today.year + 1))
    first, last = next(dates_ for dates_ in begins if dates_[1] >= today)
    if first == last:
        return dates.weekday_date(first, language), opening.day_hours(schedule.on(first), language)
    named = opening.days_words(first, last, language, year=False)
    said = (hour_facts.effect_words(row, language), why(row.reason, row.words, language))
    return named, ", ".join(part for part in said if part)
