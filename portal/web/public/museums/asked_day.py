"""« Êtes-vous ouvert le … ? »: a date asked of one museum, and the answer with the rules that make it."""

from dataclasses import dataclass
from datetime import date, timedelta

from werkzeug.datastructures import MultiDict

from portal.domain.errors import DomainError
from portal.domain.hours import Kept, entry
from portal.domain.hours.bounds import Bound
from portal.domain.hours.schedule import THINKABLE
from portal.web.kit import formats, opening, status_lines, when
from portal.web.kit.languages import Language
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _
from portal.web.kit.status_lines import Line

LONGEST = 100


@dataclass(frozen=True)
class Asked:
    """What was asked, and the answer where it is a day."""

    typed: str = ""
    day: date | None = None
    error: str | None = None
    line: Line | None = None
    rules: tuple[str, ...] = ()
    """Every rule that speaks of the day, the one that decides first."""
    next: str | None = None
    """What holds on the day after."""

    @property
    def value(self) -> str:
        """What the field holds, as browsers write dates."""
        return self.day.isoformat() if self.day else ""


def read(arguments: MultiDict[str, str], kept: Kept, today: date) -> Asked:
    """Return the answer to the day asked about; nothing where none is."""
    typed = " ".join(arguments.get("date", "").replace("\x00", " ").split())
    if not typed:
        return Asked()
    day = day_of(typed, today)
    if day is None or day.year not in THINKABLE:
        sentence = _("Ce jour ne se lit pas. Écrivez-le ainsi\u00a0: 1er novembre 2026.")
        return Asked(typed=typed[:LONGEST], error=sentence)
    language = page_language()
    return Asked(
        typed,
        day,
        line=status_lines.days_line(kept, [day], today, language),
        rules=tuple(_rules(kept, day, language)),
        next=_day_after(kept, day + timedelta(days=1), today, language),
    )


def day_of(typed: str, today: date) -> date | None:
    """Return the day that somebody means: a date, a word, or a day as people say it, the next such one."""
    if when.is_days(typed):
        days = when.meant(typed, today)
        return days.first if days.is_one or typed == when.WEEKEND else None
    try:
        return _next(entry.bound(typed), today)
    except (DomainError, ValueError):
        return None


def _next(bound: Bound, today: date) -> date:
    day = bound.in_year(today.year)
    return day if bound.is_dated or day >= today else bound.in_year(today.year + 1)


def _rules(kept: Kept, day: date, language: Language) -> list[str]:
    """Write each rule, with the hours that it alone would give where a stronger one decides."""
    chain = kept.schedule.chain(day)
    said = []
    for at, (rule, alone) in enumerate(chain):
        words = formats.sentence_case(opening.rule_words(rule, alone, language))
        is_overruled = at > 0 and not alone.restricted
        said.append(f"{words}\u00a0: {opening.day_hours(alone, language)}" if is_overruled else words)
    return said


def _day_after(kept: Kept, day: date, today: date, language: Language) -> str:
    named = opening.days_words(day, day, language, year=day.year != today.year)
    told = opening.day_hours(kept.schedule.on(day), language)
    return _("Le lendemain, %(day)s\u00a0: %(hours)s.", day=named, hours=told)
