"""Reads a line of the whole text that we write of a museum's hours back into the row it was made from."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from portal.db import Translated
from portal.db.translated import Language
from portal.domain.errors import DomainError
from portal.domain.hours import entry
from portal.domain.hours.bounds import Span
from portal.domain.hours.entry.plain import plain, tidy
from portal.domain.hours.rows import (
    CLOSED,
    Closure,
    Effect,
    Exceptional,
    HolidayRule,
    Period,
    Reason,
    Service,
)
from portal.domain.hours.sentences import vocabulary
from portal.domain.hours.sentences.dates import When, when_at
from portal.domain.hours.sentences.decisions import decisions
from portal.domain.hours.sentences.errors import NotUnderstoodError
from portal.domain.hours.sentences.reopenings import reopening
from portal.domain.hours.sentences.weeks import week

COLON = " : "
Row = Period | Closure | Exceptional | Service | tuple[HolidayRule, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line in its plain spelling and as it was written, place for place."""

    text: str
    original: str
    language: Language

    def opening(self, words: Iterable[str]) -> str | None:
        """Return which of some beginnings it has: the longest."""
        found = [each for each in words if re.match(rf"{re.escape(each)}(?![a-z])", self.text)]
        return max(found, key=len, default=None)


def row(line: str, language: Language) -> Row | None:
    """Return the row of a line; `None` where it is none of ours."""
    original = tidy(line).rstrip(".")
    said = Line(plain(original), original, language)
    for reader in (_closure, _holidays, _service, _exception, _period):
        found = _tried(reader, said)
        if found is not None:
            return found
    return None


def _tried(reader: Callable[[Line], Row | None], line: Line) -> Row | None:
    try:
        return reader(line)
    except DomainError:
        return None


def _closure(line: Line) -> Closure | None:
    known = vocabulary.CLOSURES[line.language]
    opening = line.opening(known)
    if opening is None:
        return None
    rest, _, why = line.text[len(opening) :].strip().partition(COLON)
    rest, is_yearly = _yearly(rest, line.language)
    reason = known[opening]
    own = _own(line, why, is_reason_said=reason is not Reason.OTHER)
    if reason is Reason.OTHER:
        reason = _reason(why, line.language)
    endless = vocabulary.OPEN_ENDED[line.language]
    if rest.startswith(endless):
        first, _, then = rest.removeprefix(endless).partition(", ")
        return Closure(entry.bound(first), None, reason, own, reopening(then, line.language))
    span, end = _span(rest)
    then = rest[end:].removeprefix(", ")
    if span.is_dated == is_yearly:
        return None
    return Closure(span.first, span.last, reason, own, reopening(then, line.language))


def _yearly(text: str, language: Language) -> tuple[str, bool]:
    """Return a text without the words that say “each year”, and whether it had them."""
    rest = text.removeprefix(vocabulary.EVERY_YEAR[language])
    return rest.strip(), rest != text


def _holidays(line: Line) -> tuple[HolidayRule, ...] | None:
    head = vocabulary.HOLIDAYS[line.language] + COLON
    return decisions(line.text.removeprefix(head), line.language) if line.text.startswith(head) else None


def _exception(line: Line) -> Exceptional | None:
    known = vocabulary.EFFECTS[line.language]
    opening = line.opening(known)
    if opening is None:
        return None
    effect = known[opening]
    rest, _, why = line.text[len(opening) :].strip().partition(COLON)
    at = None
    if effect in {Effect.CLOSES_EARLY, Effect.OPENS_LATE}:
        at, rest = _time(rest)
    rest, is_yearly = _yearly(rest, line.language)
    span, end = _span(rest)
    hours = rest[end:].removeprefix(",")
    has_hours = effect in {Effect.HOURS, Effect.EXTRA}
    if span.is_dated == is_yearly or (hours.strip() and not has_hours):
        return None
    slots = entry.times(hours) if has_hours else CLOSED
    return Exceptional(span, effect, slots, at, _reason(why, line.language), _own(line, why))


def _service(line: Line) -> Service | None:
    known = vocabulary.SERVICES[line.language]
    opening = line.opening(known)
    if opening is None:
        return None
    rest = line.text[len(opening) :]
    if rest.strip(" :") == vocabulary.SAME_AS_MUSEUM[line.language]:
        return Service(known[opening])
    period = _period(Line(rest.lstrip(", "), line.original[-len(rest.lstrip(", ")) :], line.language))
    return Service(known[opening], (period,)) if period else None


def _period(line: Line) -> Period | None:
    head, colon, hours = line.text.partition(COLON)
    found = _head(head)
    if not colon or found is None:
        return None
    when, place = found
    title, last = head[:place].removesuffix(", "), None
    admission = f". {vocabulary.LAST_ADMISSION[line.language]} "
    if admission in hours:
        hours, _, before = hours.partition(admission)
        last = entry.minutes(before)
    label = vocabulary.LABELS[line.language].get(title, "")
    name = line.original[:place].removesuffix(", ")
    own = Translated(name) if name and not label and line.language == "fr" else None
    span = when.spans[0] if when.spans else None
    return Period(span, week(hours), when.breaks, label, own, last)


def _head(head: str) -> tuple[When, int] | None:
    """Return when a season holds and where that is said: at the end of the words before the colon."""
    places = [0] + [place + 2 for place in range(len(head)) if head.startswith(", ", place)]
    for place in places:
        found = when_at(head, place)
        if found and found[1] == len(head):
            return found[0], place
        day = _one_day(head[place:])
        if day:
            return When((day,)), place
    return None


def _one_day(text: str) -> Span | None:
    """Return the day that a text names, and nothing else."""
    try:
        span, end = _span(text)
    except DomainError:
        return None
    return span if end == len(text) else None


def _span(text: str) -> tuple[Span, int]:
    """Return the dates that a text begins with, and where they end: a span, or one day."""
    found = when_at(text, 0)
    if found and found[0].spans:
        return found[0].spans[0], found[1]
    day = text.partition(",")[0]
    bound = entry.bound(day)
    return Span(bound, bound), len(day)


def _time(text: str) -> tuple[int, str]:
    """Return the time that a text begins with, in minutes, and the rest of the text."""
    words = text.split(" ")
    for count in (3, 2, 1):
        try:
            slots = entry.times(f"0h-{' '.join(words[:count])}")
        except entry.EntryError:
            continue
        return slots[0].end or 0, " ".join(words[count:])
    raise NotUnderstoodError(text)


def _reason(why: str, language: Language) -> Reason:
    said = why.partition(",")[0].strip()
    return vocabulary.REASONS[language].get(said, Reason.OTHER)


def _own(line: Line, why: str, *, is_reason_said: bool = False) -> Translated | None:
    """Return the museum's own words; Occitan ones alone are no text of a museum."""
    if line.language != "fr" or not why:
        return None
    own = line.original[-len(why) :]
    if not is_reason_said and _reason(why, line.language) is not Reason.OTHER:
        own = own.partition(", ")[2]
    return Translated(own) if own else None
