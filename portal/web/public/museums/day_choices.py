"""The guide's « Quand ? »: its days, its two answers with their counts, and another day than those."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from werkzeug.datastructures import MultiDict

from portal.db import Translated
from portal.domain.museums import Guide
from portal.web.kit import selections, when_words
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _
from portal.web.kit.questions import Question
from portal.web.kit.when import OPEN, TO_CONFIRM, TODAY, Days, When
from portal.web.public.museums.facets import Choice, Relaxation

TRIED_DAYS = 7
"""How many days are tried after one on which nothing is open."""


def days(when: When, today: date) -> Mapping[str, str]:
    """Return the days that the form offers, by what addresses write; today is what is meant where none is said."""
    known = dict(when_words.choices())
    own = {value: when_words.named(value, today) for value in when.dates if value not in known}
    first = {TODAY if TODAY in when.dates else "": known.pop(TODAY)}
    return {**first, **known, **own}


def openings(question: Question, guide: Guide) -> list[Choice]:
    """Return the answers that may be wanted of those days, with how many museums each gives."""
    counts = selections.openings(question, guide)
    words = {OPEN: _("Ouvert ce jour-là"), TO_CONFIRM: _("À confirmer")}
    return [
        Choice(value, Translated(name), counts[value], value in question.when.wanted)
        for value, name in words.items()
    ]


def another_day(question: Question, guide: Guide, today: date) -> Relaxation | None:
    """Return the first of the days after the one asked about on which museums are known to be open."""
    asked_for = question.when.days(today)
    if question.when.wanted != {OPEN} or len(asked_for) != 1:
        return None
    last = min(asked_for[0].last, date.max - timedelta(days=TRIED_DAYS))
    for ahead in range(1, TRIED_DAYS + 1):
        day = last + timedelta(days=ahead)
        then = replace(question, when=replace(question.when, dates=(day.isoformat(),)))
        total = selections.of(then, guide).total
        if total:
            return Relaxation(when_words.on_days(Days(day, day), page_language()), total, then.address())
    return None


def asked(arguments: MultiDict[str, str]) -> dict[str, Any]:
    """Return an address's parameters with `quand`, a day of one's own choice, said as all others say it."""
    rest = {name: [value for value in values if value] for name, values in arguments.lists()}
    chosen = [value.strip() for value in rest.pop("quand")]
    return {name: values for name, values in rest.items() if values} | {"date": chosen, "ouvert": [OPEN]}
