"""The line that says what is true now: `Ouvert · ferme à 18 h`, `Fermé · rouvre mercredi à 10 h`."""

from dataclasses import dataclass
from datetime import date

from portal.domain.hours.moments import Present
from portal.domain.hours.rows import Access, Closure
from portal.domain.hours.schedule import State
from portal.web.kit.dates import clock_time, date_range, weekday_name
from portal.web.kit.formats import sentence_case
from portal.web.kit.languages import Language
from portal.web.kit.opening import words
from portal.web.kit.opening.closures import UNTIL, closure_words, reopening_words

DOT = " · "
A_WEEK = 7
HALF_A_YEAR = 183
_CLOSES = {"fr": "ferme", "oc": "tampa"}
_REOPENS = {"fr": "rouvre", "oc": "torna dobrir"}
_TOMORROW = {"fr": "demain", "oc": "deman"}


@dataclass(frozen=True, slots=True)
class TodayLine:
    """What is true now; `strong` then `rest` is the whole line, the first part being the state in a word or a sentence."""

    state: State
    strong: str
    rest: str = ""

    def __str__(self) -> str:
        """Return the whole line."""
        return self.strong + self.rest


def today_line(present: Present | None, language: Language) -> TodayLine:
    """Return the line of a museum now; `None` is one that never said its hours."""
    if present is None:
        return TodayLine(State.UNCONFIRMED, words.NEVER_ENTERED[language])
    if present.state is State.UNCONFIRMED:
        return TodayLine(State.UNCONFIRMED, words.UNCONFIRMED_TODAY[language])
    if present.state is State.OPEN:
        closes = f"{_CLOSES[language]} {words.AT[language]} {clock_time(present.closes or 0, language)}"
        return TodayLine(State.OPEN, sentence_case(words.OPEN[language]), DOT + closes)
    return TodayLine(State.CLOSED, sentence_case(words.CLOSED[language]), _closed(present, language))


def reopens_words(reopens: tuple[date, int], today: date, language: Language) -> str:
    """Write `rouvre à 14 h`, `rouvre demain à 10 h`, `rouvre mercredi à 10 h`, `rouvre le 4 avril à 10 h`."""
    day, minute = reopens
    ahead = (day - today).days
    when = {0: "", 1: f" {_TOMORROW[language]}"}.get(ahead)
    if when is None and ahead < A_WEEK:
        when = f" {weekday_name(day, language)}"
    if when is None:
        far = day.year != today.year and ahead > HALF_A_YEAR
        when = f" {date_range(day, day, language, year=far)}"
    return f"{_REOPENS[language]}{when} {words.AT[language]} {clock_time(minute, language)}"


def _closed(present: Present, language: Language) -> str:
    today, row = present.today, present.today.rule.row
    if isinstance(row, Closure):
        reopens = present.reopens[0] if present.reopens else None
        why = closure_words(row, language).removeprefix(words.CLOSED[language])
        until = reopening_words(row, language, reopens=reopens)
        return f"{why} {until}" if until.startswith(UNTIL) else f"{why}, {until}"
    opens_later = present.reopens is not None and present.reopens[0] == today.date
    if today.restricted and not opens_later:
        is_booked = any(slot.access is Access.APPOINTMENT for slot in today.restricted)
        return DOT + (words.APPOINTMENT if is_booked else words.GROUPS)[language]
    if present.reopens is None:
        return ""
    return DOT + reopens_words(present.reopens, today.date, language)
