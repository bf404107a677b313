"""Makes seasons of statements: the ones that share their dates become one week."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from portal.domain.hours.bounds import Span
from portal.domain.hours.rows import CLOSED, Access, Day, Monthly, Period, Slot, Week
from portal.domain.hours.school import SchoolBreak
from portal.domain.hours.sentences.attaching import Statement
from portal.domain.hours.sentences.dates import WHOLE_YEAR, When, joined
from portal.domain.hours.sentences.days import EVERY_DAY, Days, together
from portal.domain.hours.sentences.errors import AmbiguousError, ContradictionError

Key = tuple[tuple[Span, ...], frozenset[SchoolBreak]]
WHOLE: Key = ((WHOLE_YEAR,), frozenset())


@dataclass
class Season:
    """The hours of some dates, being gathered."""

    key: Key
    days: list[Day | None] = field(default_factory=lambda: [None] * 7)
    monthly: list[Monthly] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)
    """The numbers of the sentences that speak of it."""
    named: frozenset[int] = frozenset()
    """The weekdays named for it."""
    with_holidays: frozenset[int] | None = None
    """The weekdays named together with the public holidays, where they are."""

    def periods(self) -> list[Period]:
        """Return its rows."""
        days = [day or CLOSED for day in self.days]
        week = Week((days[0], days[1], days[2], days[3], days[4], days[5], days[6]), tuple(self.monthly))
        spans, breaks = self.key
        of_school = [Period(None, week, breaks)] if breaks else []
        return [Period(span, week) for span in spans] + of_school

    @property
    def open_days(self) -> frozenset[int]:
        """The weekdays with hours."""
        return frozenset(weekday for weekday, day in enumerate(self.days) if day)


class Gathering:
    """The seasons of a sentence."""

    def __init__(self, said: Sequence[Statement], original: str) -> None:
        self._original = original
        self.seasons: dict[Key, Season] = {}
        plain = [each for each in said if each.token.hours is not None and not each.token.is_late]
        self._are_seasons_named = any(each.whens for each in plain)
        self._plain: list[tuple[Statement, Key]] = []
        key: Key | None = None
        for each in plain:
            key = self._key(each, key)
            self._plain.append((each, key))
        for place, (each, own) in enumerate(self._plain):
            self._add(each, self.seasons.setdefault(own, Season(own)), place)
        for each in said:
            if each.token.access is not None:
                self._book(each)
        if not any(_key_of(each.whens) == WHOLE for each in said if each.whens):
            self._compare_with_the_whole_year()

    def part(self, each: Statement) -> str:
        """Return the words of a statement."""
        return self._original[each.token.start : each.token.end]

    def _key(self, each: Statement, before: Key | None) -> Key:
        if each.whens:
            return _key_of(each.whens)
        return before or WHOLE

    def _add(self, each: Statement, season: Season, place: int) -> None:
        slots = each.token.hours or CLOSED
        season.sentences.add(each.token.sentence)
        for nth in (days for days in each.days if days.nth is not None):
            season.monthly.append(Monthly(nth.nth or 1, min(nth.weekdays), slots))
        usual = [days for days in each.days if days.nth is None]
        if each.days and not usual:
            return
        days = together(usual) if usual else self._days(each, place)
        weekdays = days.weekdays
        season.named |= weekdays if usual else frozenset()
        taken = frozenset(weekday for weekday in weekdays if season.days[weekday])
        if taken and (taken != weekdays or weekdays == season.open_days):
            raise ContradictionError(self.part(each))
        for weekday in weekdays:
            season.days[weekday] = slots
        if days.holidays:
            season.with_holidays = weekdays

    def _days(self, each: Statement, place: int) -> Days:
        """Return the days of hours that name none.

        All, where no season begins with days, those that follow being exceptions; or the days that the seasons before
        begin with, where these are the same.
        """
        key = self._plain[place][1]
        firsts = self._firsts()
        if firsts[key][0] == place:
            others = [days for place_, days in firsts.values() if place_ < place]
            follow = [days for place_, days in firsts.values() if place_ > place]
            if not any(others) and not any(follow):
                return Days(EVERY_DAY)
            first = others[0] if others else None
            if first and len({days for days in others + follow if days}) == 1:
                return Days(first.weekdays)
        raise AmbiguousError(self.part(each))

    def _firsts(self) -> dict[Key, tuple[int, Days | None]]:
        """Return, of each season, the place of its first statement and the days it names."""
        found: dict[Key, tuple[int, Days | None]] = {}
        for place, (each, key) in enumerate(self._plain):
            found.setdefault(key, (place, together(list(each.days)) if each.days else None))
        return found

    def _book(self, each: Statement) -> None:
        """Add hours that are not said, by appointment or for groups."""
        slot = Slot(None, None, each.token.access or Access.APPOINTMENT)
        key = _key_of(each.whens) if each.whens else WHOLE
        if not each.whens and self._are_seasons_named:
            raise AmbiguousError(self.part(each))
        weekdays = together(list(each.days)).weekdays if each.days else EVERY_DAY
        is_rest = any(when.is_rest for when in each.whens)
        if key == WHOLE and not is_rest:
            for season in self.seasons.values():
                self._put(season, slot, weekdays)
        if key not in self.seasons:
            self.seasons[key] = Season(key)
            self._put(self.seasons[key], slot, weekdays)

    def _put(self, season: Season, slot: Slot, weekdays: frozenset[int]) -> None:
        for weekday in weekdays:
            season.days[weekday] = (*(season.days[weekday] or CLOSED), slot)

    def _compare_with_the_whole_year(self) -> None:
        """Refuse a season that would take days away from hours said of no season: it may have been said of those days only."""
        whole = self.seasons.get(WHOLE)
        if whole is None:
            return
        for season in self.seasons.values():
            if not whole.open_days <= season.open_days:
                raise AmbiguousError(self._original)


def _key_of(whens: Sequence[When]) -> Key:
    breaks = frozenset().union(*(when.breaks for when in whens))
    return joined([span for when in whens for span in when.spans]), breaks
