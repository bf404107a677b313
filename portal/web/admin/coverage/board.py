"""The board of the follow-up: each museum with how far its hours are known, and the questions it answers."""

import enum
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from portal.config import PARIS
from portal.domain import hours, museums
from portal.domain.accounts import directory, presence
from portal.domain.accounts.presence import Presence, Standing
from portal.domain.hours.coverage import Coverage, Known, coverage
from portal.domain.hours.holidays import Holiday
from portal.domain.museums import MuseumEntry
from portal.web.kit.daily import Daily
from portal.web.kit.messages import LazyString, _l

SOON_DAYS = 60
FAR = date.max

LEGEND: dict[Known, tuple[str, str, LazyString]] = {
    Known.WHOLE: ("k2", "", _l("connu")),
    Known.PARTLY: ("k1", "", _l("connu en partie")),
    Known.HOLIDAY: ("kk", "½", _l("un jour férié non décidé")),
    Known.NOTHING: ("k0", "?", _l("inconnu : la page dit « non confirmé »")),
    Known.CLOSURE: ("kc", "", _l("fermé pour longtemps")),
}
"""How each state of a month is drawn: a class, a sign, words."""


class Sight(enum.Enum):
    """What is looked at."""

    ALL = "tous"
    SOON = "sous-60-jours"
    HOLIDAY = "jour-ferie"
    NOBODY = "sans-personne"
    WHOLE = "connus"


@dataclass(frozen=True)
class Line:
    """One museum of the board."""

    museum: MuseumEntry
    coverage: Coverage
    has_nobody: bool
    is_empty: bool
    """Whether it never entered anything."""

    def is_soon(self, today: date) -> bool:
        """Return whether hours end within sixty days, or are not known at all."""
        left = self.coverage.days_left(today)
        return left is not None and left < SOON_DAYS

    def waits_for(self, holiday: tuple[date, Holiday] | None) -> bool:
        """Return whether a holiday waits for this museum's decision."""
        return holiday is not None and holiday in self.coverage.undecided

    @property
    def is_whole(self) -> bool:
        """Whether everything is known for the twelve months."""
        return all(month.known in {Known.WHOLE, Known.CLOSURE} for month in self.coverage.months)

    @property
    def harm(self) -> tuple[date, date, str]:
        """What orders the board: the first unknown day, the first undecided holiday, the name."""
        first = self.coverage.undecided[0][0] if self.coverage.undecided else FAR
        return self.coverage.last or FAR, first, self.museum.sort_key


@dataclass(frozen=True)
class Board:
    """Every museum, what harms visitors most on top, and the next holiday that somebody has not decided."""

    lines: Sequence[Line]
    today: date
    holiday: tuple[date, Holiday] | None

    def seen(self, sight: Sight) -> list[Line]:
        """Return the lines that a sight shows."""
        tests: dict[Sight, Callable[[Line], bool]] = {
            Sight.ALL: lambda _line: True,
            Sight.SOON: lambda line: line.is_soon(self.today),
            Sight.HOLIDAY: lambda line: line.waits_for(self.holiday),
            Sight.NOBODY: lambda line: line.has_nobody,
            Sight.WHOLE: lambda line: line.is_whole,
        }
        return [line for line in self.lines if tests[sight](line)]


def board(now: datetime) -> Board:
    """Return the board of today."""
    today = now.astimezone(PARIS).date()
    everywhere = presence.everywhere(directory.everybody(), now)
    kept = hours.of_many(museums.guide().by_id)
    lines = [_line(each, kept[each.museum.id], today) for each in everywhere if each.museum.id in kept]
    lines.sort(key=lambda line: line.harm)
    waiting = Counter(found for line in lines for found in line.coverage.undecided)
    return Board(lines, today, min(waiting, default=None, key=lambda found: found[0]))


_known: Daily[Coverage] = Daily()
"""A year of days a museum, worked out once a day and state of the public content."""


def _line(each: Presence, kept: hours.Kept, today: date) -> Line:
    return Line(
        each.museum,
        _known.get(today, each.museum.id, lambda: coverage(kept.schedule, today)),
        has_nobody=each.standing in {Standing.NOBODY, Standing.EXPIRED},
        is_empty=kept.is_empty,
    )
