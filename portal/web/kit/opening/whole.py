"""All that a museum says of its hours, as sentences: one a line, made from its rows, and readable back."""

import re
from collections.abc import Iterator

from portal.domain.hours.rows import Period, Rows, Service
from portal.web.kit.languages import Language
from portal.web.kit.opening.admission import last_admission_words
from portal.web.kit.opening.closures import closure_sentence
from portal.web.kit.opening.exceptions import exception_sentence
from portal.web.kit.opening.holidays import holidays_sentence
from portal.web.kit.opening.reasons import COLON
from portal.web.kit.opening.services import SAME_AS_MUSEUM, hours_of
from portal.web.kit.opening.spans import own_words, period_title, when_words
from portal.web.kit.opening.weeks import week_sentence


def whole_text(rows: Rows, language: Language) -> str:
    """Return the complete hours in words, a line a row; empty where nothing was ever entered."""
    return "\n".join(f"{line}." for line in _lines(rows, language))


def _lines(rows: Rows, language: Language) -> Iterator[str]:
    for closure in rows.closures:
        yield closure_sentence(closure, language)
    for period in rows.periods:
        yield _period(_head(period, language), period, language)
    if holidays := holidays_sentence(rows.holidays, language):
        yield holidays
    for exceptional in rows.exceptions:
        yield exception_sentence(exceptional, language)
    for service in rows.services:
        yield from _service(service, language)


def _head(period: Period, language: Language) -> str:
    """Return the title of a season and its dates, which may be its title; a colon in its own name gives way."""
    dates = when_words(period, language)
    title = period_title(period, language)
    if own_words(period.name, language) == title:
        title = re.sub(r"\s*:", ",", title)
    return title if title.lower() == dates.lower() else f"{title}, {dates}"


def _period(head: str, period: Period, language: Language) -> str:
    said = f"{head}{COLON}{week_sentence(period, language)}"
    if period.last_admission is not None:
        said += f". {last_admission_words(period.last_admission, language)}"
    return said


def _service(service: Service, language: Language) -> Iterator[str]:
    name = hours_of(service.kind, language)
    if service.inherits:
        yield f"{name}{COLON}{SAME_AS_MUSEUM[language]}"
    for period in service.periods:
        yield _period(f"{name}, {when_words(period, language)}", period, language)
