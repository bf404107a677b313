"""Days, times and numbers of an event as people type them, or as files give them."""

from datetime import date, datetime, time, timedelta

from portal.domain.admission import entry as prices_entry
from portal.domain.errors import DomainError
from portal.domain.events import errors as E  # noqa: N812 - a vocabulary, read as one
from portal.domain.events import times
from portal.domain.folding import fold
from portal.domain.hours.entry import clocks

OLDEST = date(1990, 1, 1)
FARTHEST = timedelta(days=366 * 6)
LONGEST = timedelta(days=31)
"""How long one date may last; what lasts longer has a run."""
MOST_NUMBER = 100_000

Typed = object


def day(typed: Typed, today: date) -> date | None:
    """Read a day with its year: `27/06/2026`, `27 juin 2026`, `2026-06-27`; nothing where nothing is typed."""
    if isinstance(typed, date) and not isinstance(typed, datetime):
        found: date | None = typed
    else:
        text = str(typed or "").strip()
        if not text:
            return None
        found = _day(text)
    if found is not None and not OLDEST <= found <= today + FARTHEST:
        raise E.TooFarError
    return found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return prices_entry.day(text)
    except prices_entry.NotADateError as error:
        raise E.DayError from error


def clock(typed: Typed) -> time | None:
    """Read a time of the day: `14h`, `14:30`, `midi`; nothing where nothing is typed. Midnight is 0:00."""
    if isinstance(typed, time):
        return typed
    text = fold(str(typed or "")).strip()
    if not text:
        return None
    minutes = clocks.clock(text if ":" not in str(typed) else str(typed).strip())
    if minutes is None:
        raise E.TimeError
    return time(minutes // 60 % 24, minutes % 60)


def moment(typed: Typed) -> datetime:
    """Read a local date and time of a snapshot."""
    try:
        found = typed if isinstance(typed, datetime) else datetime.fromisoformat(str(typed))
    except ValueError as error:
        raise E.TimeError from error
    if found.tzinfo is not None:
        found = times.local(found)
    return found.replace(second=0, microsecond=0)


def span(start: datetime, end: datetime | None, today: date) -> tuple[datetime, datetime | None]:
    """Return when something begins and ends; raise what is wrong with it."""
    if not OLDEST <= start.date() <= today + FARTHEST:
        raise E.TooFarError
    for each in (start, end):
        if each is not None and not times.exists(each):
            raise E.NoSuchTimeError
    if end is not None and end < start:
        raise E.EndBeforeStartError
    if end is not None and end - start > LONGEST:
        raise E.TooLongError
    return start, end


def whole(typed: Typed, *, least: int = 0, most: int = MOST_NUMBER) -> int | None:
    """Read a whole number within bounds; nothing where nothing is typed."""
    text = str("" if typed is None else typed).strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and least <= int(text) <= most):
        raise E.NumberError
    return int(text)


def amount(typed: Typed) -> int | None:
    """Read an amount in cents; a whole number is cents already, a text is euros as people type them."""
    if isinstance(typed, int) and not isinstance(typed, bool):
        return typed
    try:
        return prices_entry.amount(str(typed or ""))
    except DomainError as error:
        raise E.AmountError from error
