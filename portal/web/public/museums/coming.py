"""What a museum announces for the coming weeks, in words: exceptions, long closures, public holidays."""

from dataclasses import dataclass
from datetime import date, timedelta

from portal.db import Translated
from portal.domain.hours import Kept, State
from portal.domain.hours.rows import Closure, Decision
from portal.web.kit import formats, opening
from portal.web.kit.languages import Language
from portal.web.public.museums import seasons
from portal.web.public.museums.seasons import ANNOUNCED, Announced, HolidayAhead


@dataclass(frozen=True)
class Coming:
    """A sentence about what comes."""

    first: date
    sentence: str
    own: str | None = None
    """The museum's own words in French, where the reader's language has none of them."""


def announced(
    kept: Kept, today: date, language: Language, *, days: int = ANNOUNCED, with_decided: bool = True
) -> list[Coming]:
    """Return what differs in the coming days, earliest first: undecided public holidays too, for what they are."""
    schedule = kept.schedule
    end = today + timedelta(days=days)
    told = [_announced(each, today, language) for each in seasons.announced(schedule, today, days=days)]
    decided = seasons.holidays_ahead(schedule, today) if with_decided else []
    ahead = [*decided, *seasons.undecided_ahead(schedule, today, days=days)]
    told += [
        Coming(each.date, f"{opening.holiday_sentence(each.rule, language)}.")
        for each in ahead
        if each.date < end and each.rule.decision is not Decision.USUAL and each.answer.rule.row is each.rule
    ]
    return sorted(told, key=lambda each: each.first)


def holiday(ahead: HolidayAhead, language: Language) -> tuple[str, str]:
    """Return a public holiday's date and name, and what holds on it."""
    name = opening.holiday_name(ahead.rule.holiday, language)
    day = formats.sentence_case(formats.long_date(ahead.date, language))
    is_known = ahead.answer.state is not State.UNCONFIRMED
    told = (
        opening.day_hours(ahead.answer, language)
        if is_known
        else opening.decision_words(ahead.rule, language)
    )
    return f"{day} ({name})", told


def own_french(words: Translated | None, language: Language) -> str | None:
    """Return the museum's own words in French for a reader of Occitan, where they are in French only."""
    return words.fr if words and language == "oc" and not words.oc else None


def _announced(each: Announced, today: date, language: Language) -> Coming:
    row = each.row
    if isinstance(row, Closure):
        sentence = opening.closure_sentence(row, language, today=today)
    else:
        sentence = opening.exception_sentence(row, language, today=today)
    return Coming(each.first, f"{sentence}.", own_french(row.words, language))
