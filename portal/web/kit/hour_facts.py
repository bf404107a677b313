"""The rows of a museum's hours as named facts in words, and what differs between two states of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.domain import revisions
from portal.domain.hours import Answer, Schedule
from portal.domain.hours.rows import Effect, Exceptional, Period
from portal.domain.revisions import Span as Run
from portal.web.kit import dates, formats, opening
from portal.web.kit.languages import Language
from portal.web.kit.messages import _
from portal.web.kit.opening.reasons import why


@dataclass(frozen=True)
class Difference:
    """A fact that changed: its name, and its words with what went and what came."""

    name: str
    runs: list[Run]


def differences(before: Schedule, after: Schedule, today: date, language: Language) -> list[Difference]:
    """Return the facts that differ, in the order in which they are told; a single day says what it was otherwise."""
    old, new = _named(before, today, language), _named(after, today, language)
    found = []
    for name in dict.fromkeys([*new, *old]):
        was, is_ = old.get(name), new.get(name)
        if was == is_:
            continue
        day = _days(after, language).get(name) or _days(before, language).get(name)
        if day is not None:
            was, is_ = day_words(before.on(day), language), day_words(after.on(day), language)
        found.append(Difference(name, _apart(revisions.words_difference(was or "", is_ or ""))))
    return found


def _apart(runs: list[Run]) -> list[Run]:
    """Return the runs with a space between what went and what came, where the words have none of their own."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].kind != "same" and run.kind != "same" and not run.text[0].isspace():
            found.append(Run("same", " "))
        found.append(run)
    return found


def day_words(answer: Answer, language: Language) -> str:
    """Write what holds on a date, and why where an exception decided: `fermé, intempéries`."""
    row = answer.rule.row
    reason = why(row.reason, row.words, language) if isinstance(row, Exceptional) else ""
    return ", ".join(part for part in (opening.day_hours(answer, language), reason) if part)


def effect_words(row: Exceptional, language: Language) -> str:
    """Write what an exception does to its days, without naming them: `fermé`, `ferme à 17 h`, `10 h – 22 h`."""
    at = dates.clock_time(row.at or 0, language)
    if row.effect is Effect.CLOSES_EARLY:
        return _("ferme à %(time)s", time=at)
    if row.effect is Effect.OPENS_LATE:
        return _("ouvre à %(time)s", time=at)
    said = opening.day_words(row.slots, language)
    return _("ouvert aussi %(hours)s", hours=said) if row.effect is Effect.EXTRA else said


def period_facts(period: Period, language: Language) -> tuple[str, str]:
    """Return a season's name, and its dates and week in words."""
    title, when = opening.period_title(period, language), opening.when_words(period, language)
    told = opening.week_sentence(period, language)
    if period.last_admission is not None:
        told += f". {opening.last_admission_words(period.last_admission, language)}"
    return title, told if title.lower() == when.lower() else f"{when}\u00a0: {told}"


def _named(schedule: Schedule, today: date, language: Language) -> dict[str, str]:
    """Return every fact by its name; of two of one name, the second says that it is."""
    found: dict[str, str] = {}
    for name, said in _facts(schedule, today, language):
        number, unique = 1, name
        while unique in found:
            number += 1
            unique = f"{name} ({number})"
        found[unique] = said
    return found


def _facts(schedule: Schedule, today: date, language: Language) -> Iterator[tuple[str, str]]:
    rows = schedule.rows
    for exception in rows.exceptions:
        yield _day_name(exception, language), opening.exception_sentence(exception, language, today=today)
    for closure in rows.closures:
        yield _("Longue fermeture"), opening.closure_sentence(closure, language, today=today)
    for period in rows.periods:
        yield period_facts(period, language)
    for rule in rows.holidays:
        name = formats.sentence_case(opening.holiday_name(rule.holiday, language))
        yield name, opening.decision_words(rule, language)
    for service in rows.services:
        name = formats.sentence_case(opening.service_name(service.kind, language))
        for period in service.periods:
            yield name, ", ".join(period_facts(period, language))
        if service.inherits:
            yield name, _("comme le musée")


def _day_name(exception: Exceptional, language: Language) -> str:
    span = exception.span
    if span.is_dated and span.is_single_day:
        return formats.sentence_case(dates.long_date(span.first.in_year(0), language))
    return formats.sentence_case(opening.span_words(span, language))


def _days(schedule: Schedule, language: Language) -> dict[str, date]:
    """Return the single days among the exceptions, by name."""
    return {
        _day_name(row, language): row.span.first.in_year(0)
        for row in schedule.rows.exceptions
        if row.span.is_dated and row.span.is_single_day
    }
