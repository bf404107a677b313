"""What the address of a preview asks for: a language, a day, and which of the texts that wait."""

from dataclasses import dataclass
from datetime import date, datetime

from werkzeug.datastructures import MultiDict

from portal.config import PARIS
from portal.domain.errors import DomainError
from portal.domain.hours import entry, moments
from portal.domain.hours.schedule import THINKABLE
from portal.web.kit import clock, day_field
from portal.web.kit.languages import LANGUAGES, Language
from portal.web.kit.written import WRITTEN

LANGUAGE, DAY, BLOCKS = "langue", "jour", "blocs"
LONGEST = 60


@dataclass(frozen=True)
class Asked:
    """What a preview is asked to show."""

    day: date
    is_today: bool
    language: Language
    kinds: tuple[str, ...] = ()
    """The kinds of block chosen; none is all of them."""
    refused: str = ""
    """What was typed for a day and is none; today is shown instead."""

    @property
    def at(self) -> datetime:
        """The instant shown: this time of the day, on that day."""
        local = clock.now().astimezone(PARIS)
        return clock.now() if self.is_today else moments.instant(self.day, local.hour * 60 + local.minute)

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The parameters that ask for the same."""
        day = [] if self.is_today else [(DAY, self.day.isoformat())]
        return [(LANGUAGE, self.language), *day, *((BLOCKS, kind) for kind in self.kinds)]


def read(arguments: MultiDict[str, str], language: Language) -> Asked:
    """Return what an address asks for; in place of a day that is none, today."""
    asked = arguments.get(LANGUAGE)
    chosen: Language = next((each for each in LANGUAGES if each == asked), language)
    known = {each.kind for each in WRITTEN}
    kinds = tuple(each for each in dict.fromkeys(arguments.getlist(BLOCKS)) if each in known)
    today = clock.today()
    typed = " ".join(arguments.get(DAY, "").replace("\x00", " ").split())
    day = _day(typed, today) if typed else today
    if day is None:
        return Asked(today, True, chosen, kinds, typed[:LONGEST])
    return Asked(day, day == today, chosen, kinds)


def _day(typed: str, today: date) -> date | None:
    try:
        day = day_field.next_day(entry.bound(typed), today) if len(typed) <= LONGEST else None
    except (DomainError, ValueError):
        return None
    return day if day is not None and day.year in THINKABLE else None
