"""What entry costs somebody on a day: free, or how much, or not known. Worked out from the rows and nothing else.

It is about entry, to the collections where the museum has a price for them: visits, workshops, groups and what one
must prove (to be a student, to live in the town) are nobody's by their age.
"""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.domain.admission.free_days import is_free_on
from portal.domain.admission.rows import Audience, FreeKind, FreeRule, PriceLine, Rows, Scope
from portal.domain.hours.schedule import State as Opening

ENTRY = (Scope.PERMANENT, Scope.BOTH)
YOUNG_EU = range(18, 26)


class Cost(enum.Enum):
    """What is known of the cost."""

    FREE = "free"
    PAYS = "pays"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, and the row it comes from."""

    cost: Cost
    line: PriceLine | None = None
    rule: FreeRule | None = None
    scope: Scope | None = None
    """What is free, where it is free."""
    amount: int | None = None
    """In cents, where one pays and it is known."""

    @property
    def is_collections_only(self) -> bool:
        """Whether exhibitions are not free with it, as far as is said."""
        return self.scope is Scope.PERMANENT

    @property
    def is_evening_only(self) -> bool:
        """Whether it is free on the evening of that day alone."""
        return self.rule is not None and self.rule.kind is FreeKind.MUSEUM_NIGHT


UNKNOWN = Verdict(Cost.UNKNOWN)


def free_for(rows: Rows, day: date, age: int | None = None, opening: Opening | None = None) -> Verdict:
    """Return what entry costs somebody of an age, or everybody where no age is given.

    A free day of a museum that is closed on it is none; of one whose hours are not confirmed, it is not known to be
    one. Without `opening` the rows alone are asked.
    """
    if rows.always_free is not None and rows.is_in_force(day):
        return Verdict(Cost.FREE, scope=rows.always_free)
    found = _by_lines(rows, day, age)
    if found.cost is Cost.FREE or opening is Opening.CLOSED or not rows.is_in_force(day):
        return found
    rule = _free_rule(rows, day)
    if rule is None:
        return found
    is_sure = opening is not Opening.UNCONFIRMED
    return Verdict(Cost.FREE if is_sure else Cost.UNKNOWN, rule=rule, scope=rule.scope)


def _free_rule(rows: Rows, day: date) -> FreeRule | None:
    rules = [rule for rule in rows.free_days if rule.scope in ENTRY and is_free_on(rule, day)]
    whole_day = [rule for rule in rules if rule.kind is not FreeKind.MUSEUM_NIGHT]
    widest = sorted(whole_day or rules, key=lambda rule: rule.scope is not Scope.BOTH)
    return widest[0] if widest else None


def _by_lines(rows: Rows, day: date, age: int | None) -> Verdict:
    lines = _entry_lines([line for line in rows.lines if rows.holds(line, day)])
    full = _cheapest([line for line in lines if line.audience is Audience.FULL])
    if age is None:
        return _for_everybody(lines, full)
    found = _for_age([line for line in lines if _is_for(line, age)])
    if found is not None:
        return found
    doubt = next((line for line in lines if _may_be_for(line, age)), None)
    if doubt is not None:
        return Verdict(Cost.UNKNOWN, line=doubt)
    return UNKNOWN if full is None else _of(full)


def _entry_lines(lines: Sequence[PriceLine]) -> list[PriceLine]:
    """Return the lines that give the collections; of a museum without a price for them, those of its exhibitions."""
    entry = [line for line in lines if line.scope in ENTRY]
    return entry or [line for line in lines if line.scope is Scope.TEMPORARY]


def _for_everybody(lines: Sequence[PriceLine], full: PriceLine | None) -> Verdict:
    if full is not None and not full.is_free:
        return _of(full)
    paying = _cheapest([line for line in lines if line.ages and not line.is_free])
    if paying is not None:
        return _of(paying)
    return UNKNOWN if full is None else _of(full)


def _for_age(lines: Sequence[PriceLine]) -> Verdict | None:
    """Return what the lines of an age say; where one for fewer ages costs more than a wider one, not known which."""
    cheapest = _cheapest(lines)
    if cheapest is None:
        return None
    if any(line.amount > cheapest.amount and _width(line) < _width(cheapest) for line in lines):
        return Verdict(Cost.UNKNOWN, line=cheapest)
    return _of(cheapest)


def _is_for(line: PriceLine, age: int) -> bool:
    return line.ages is not None and line.ages[0] <= age <= line.ages[1]


def _may_be_for(line: PriceLine, age: int) -> bool:
    """Return whether a free line may be for somebody of an age, without its being known."""
    if not line.is_free:
        return False
    if line.audience is Audience.YOUNG_EU:
        return age in YOUNG_EU
    return line.audience is Audience.CHILD and line.ages is None and age < YOUNG_EU.start


def _width(line: PriceLine) -> int:
    first, last = line.ages or (0, 0)
    return last - first


def _cheapest(lines: Sequence[PriceLine]) -> PriceLine | None:
    return min(lines, key=lambda line: (line.amount, line.scope is not Scope.BOTH), default=None)


def _of(line: PriceLine) -> Verdict:
    if line.is_free:
        return Verdict(Cost.FREE, line=line, scope=line.scope)
    return Verdict(Cost.PAYS, line=line, amount=line.amount)
