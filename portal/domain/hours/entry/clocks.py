"""A time of the day as people type it, in minutes from midnight."""

import re

from portal.domain.hours.rows import MIDNIGHT

NOON = 12 * 60
LAST_OF_NIGHT = 6 * 60
"""An end up to here, of a stretch begun after noon, is of the next day."""

CLOCK = (
    r"(?:midi|miegjorn|minuit|miejanuech|[0-9]{1,2} ?(?:heures?|oras?|h) ?(?:[0-9]{2}(?![0-9]))?(?: ?(?:mn|min))?"
    r"|[0-9]{1,2} ?[:.] ?[0-9]{2}(?![0-9])|[0-9]{3,4}(?![0-9])|[0-9]{1,2}(?![0-9]))"
)
"""What a time may look like, in plain spelling."""

_HOURS = re.compile(r"([0-9]{1,2}) ?(?:heures?|oras?|h|[:.]) ?([0-9]{2})?(?: ?(?:mn|min))?")
_DIGITS = re.compile(r"([0-9]{1,2}?)([0-9]{2})?")
_WORDS = {"midi": NOON, "miegjorn": NOON, "minuit": 0, "miejanuech": 0}


def clock(text: str) -> int | None:
    """Return the minutes of `9h`, `9 heures 30`, `09:30`, `930`, `midi`; `None` for `25:00` and what is no time."""
    if text in _WORDS:
        return _WORDS[text]
    match = _HOURS.fullmatch(text) or _DIGITS.fullmatch(text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return hour * 60 + minute


def end_after(start: int, end: int) -> int:
    """Return the end of a stretch, of the next day where it must be: `20h-1h`, `20h-minuit`."""
    if end == 0 or (end <= LAST_OF_NIGHT and start >= NOON):
        return end + MIDNIGHT
    return end


def clock_text(minutes: int) -> str:
    """Write `9 h`, `9 h 30`, `minuit`; past midnight as clocks show it."""
    hour, minute = divmod(minutes % MIDNIGHT, 60)
    if not hour and not minute:
        return "minuit"
    return f"{hour}\u00a0h" + (f"\u00a0{minute:02}" if minute else "")
