"""What blocks: prices that contradict themselves, each error by the path of its field."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import combinations

from portal.db import Translated
from portal.domain import texts
from portal.domain.admission import errors as E  # noqa: N812 - a vocabulary, read as one
from portal.domain.admission import snapshots
from portal.domain.admission.rows import (
    AGED,
    NAMED,
    OLDEST,
    Audience,
    FreeKind,
    FreeRule,
    PriceLine,
    Rows,
    Scope,
)
from portal.domain.errors import DomainError
from portal.domain.folding import fold
from portal.domain.revisions import Snapshot

HIGHEST = 1_000_00
"""In cents."""
LARGEST_GROUP = 500
LONGEST_WORDS, LONGEST_NAME = 160, 80
MOST = {"lines": 40, "free_days": 12, "passes": 12}
"""How many rows of each kind a museum may have."""

Found = Iterator[tuple[str, DomainError]]


def checked(snapshot: Snapshot) -> Snapshot:
    """Return the block as it is kept; raise `PricesRefusedError` with every field at fault."""
    rows = snapshots.rows_of(snapshot)
    found = prices_errors(rows)
    if found:
        raise E.PricesRefusedError(found)
    return snapshots.snapshot_of(rows)


def prices_errors(rows: Rows) -> dict[str, DomainError]:
    """Return what is wrong with prices, by path; of a field, the first thing only."""
    counts = {"lines": len(rows.lines), "free_days": len(rows.free_days), "passes": len(rows.passes)}
    too_many = {name: E.TooManyLinesError(MOST[name]) for name, count in counts.items() if count > MOST[name]}
    if too_many:
        return dict(too_many)
    found: dict[str, DomainError] = {}
    for path, error in _every(rows):
        found.setdefault(path, error)
    return found


def _every(rows: Rows) -> Found:
    for at, line in enumerate(rows.lines):
        yield from ((f"lines.{at}.{field}", error) for field, error in _line(line, rows.always_free))
    yield from _twice(rows.lines)
    for at, rule in enumerate(rows.free_days):
        yield from ((f"free_days.{at}.{field}", error) for field, error in _rule(rule))
    for (at, one), (later, other) in combinations(enumerate(rows.free_days), 2):
        if one == other:
            yield f"free_days.{later}.when", E.FreeDayTwiceError(at)
    for name in rows.passes:
        yield from _words("passes", Translated(name), LONGEST_NAME)
    if _is_inverted(rows.valid_from, rows.valid_to):
        yield "valid_to", E.ValidityInvertedError()


def _line(line: PriceLine, always_free: Scope | None) -> Found:
    if line.amount < 0:
        yield "amount", E.AmountNegativeError()
    if line.amount > HIGHEST:
        yield "amount", E.AmountTooHighError(HIGHEST)
    if not line.is_free and line.scope in _free_with(always_free):
        yield "amount", E.FreeYetPaysError()
    yield from _who(line)
    yield from _words("condition", line.condition, LONGEST_WORDS)
    yield from _words("proof", line.proof, LONGEST_WORDS)
    if _is_inverted(line.valid_from, line.valid_to):
        yield "valid_to", E.ValidityInvertedError()


def _free_with(always_free: Scope | None) -> Sequence[Scope]:
    """Return for what nobody can be asked to pay, where something is free for everybody."""
    if always_free is Scope.BOTH:
        return (Scope.BOTH, Scope.PERMANENT, Scope.TEMPORARY)
    return () if always_free is None else (Scope.BOTH, Scope.PERMANENT)


def _who(line: PriceLine) -> Found:
    ages = [age for age in (line.age_from, line.age_to) if age is not None]
    if any(not 0 <= age <= OLDEST for age in ages):
        yield "who", E.AgeRefusedError()
    elif len(ages) == 2 and ages[0] > ages[1]:
        yield "who", E.AgesInvertedError()
    elif ages and line.audience not in AGED:
        yield "who", E.AgeRefusedError()
    if line.group_min is not None and not 2 <= line.group_min <= LARGEST_GROUP:
        yield "who", E.GroupRefusedError()
    if line.audience in NAMED and line.name is None:
        yield "who", E.NameMissingError()
    yield from _words("who", line.name, LONGEST_NAME)


def _words(field: str, words: Translated | None, most: int) -> Found:
    if words is None:
        return
    for name, text in ((field, words.fr), (f"{field}_oc", words.oc)):
        try:
            texts.line(text, most)
        except DomainError as error:
            yield name, error


def _twice(lines: Sequence[PriceLine]) -> Found:
    for (at, one), (later, other) in combinations(enumerate(lines), 2):
        if _is_for_the_same(one, other) and _meet(one, other):
            yield f"lines.{later}.who", E.LineTwiceError(at)


def _is_for_the_same(one: PriceLine, other: PriceLine) -> bool:
    return _identity(one) == _identity(other)


def _identity(line: PriceLine) -> tuple[object, ...]:
    ages = line.ages or (line.age_from, line.age_to)
    audience = Audience.CHILD if line.ages else line.audience
    return (audience, ages, line.group_min, _folded(line.name), line.scope, _folded(line.condition))


def _folded(words: Translated | None) -> str:
    return fold(words.fr) if words else ""


def _meet(one: PriceLine, other: PriceLine) -> bool:
    """Return whether two lines are in force on a same day."""
    first = max(one.valid_from or date.min, other.valid_from or date.min)
    return first <= min(one.valid_to or date.max, other.valid_to or date.max)


def _rule(rule: FreeRule) -> Found:
    check: Callable[[FreeRule], bool] = _SAID[rule.kind]
    if not check(rule):
        yield "when", E.FreeDayUnsaidError()
    months = (rule.month_from, rule.month_to)
    if months != (None, None) and not all(month is not None and 1 <= month <= 12 for month in months):
        yield "month_to", E.MonthsRefusedError()


def _is_inverted(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and last < first


_SAID: dict[FreeKind, Callable[[FreeRule], bool]] = {
    FreeKind.WEEKDAY: lambda rule: rule.weekday in range(7) and rule.nth in {None, 1, 2, 3, 4, -1},
    FreeKind.DAY: lambda rule: rule.day is not None,
    FreeKind.MUSEUM_NIGHT: lambda _rule: True,
    FreeKind.HERITAGE_DAYS: lambda _rule: True,
}
