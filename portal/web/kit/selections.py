"""The museums that answer a question: those known to, and apart from them how many may."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from portal.domain import hours
from portal.domain.museums import Guide, Selection
from portal.web.kit import freedom, reach
from portal.web.kit.clock import today
from portal.web.kit.questions import Question
from portal.web.kit.when import OPEN, TO_CONFIRM, When


def of(question: Question, guide: Guide) -> Selection:
    """Return the museums known to satisfy a question, and how many more may."""
    known, possible = _allowed(question)
    selection = _only(question, guide, known)
    return replace(selection, unconfirmed=_only(question, guide, possible).total) if possible else selection


def to_confirm(question: Question, guide: Guide) -> Selection | None:
    """Return the museums that may be open when a question wants them open, if there are any to show apart."""
    if question.free or question.reach or question.when.wanted != {OPEN}:
        return None
    found = of(question.confirming(), guide)
    return found if found.total else None


def perhaps(question: Question, guide: Guide) -> Selection | None:
    """Return the museums that may be free, accessible and open as is asked, if there are any to show apart."""
    if not question.free and not question.reach:
        return None
    found = _only(question, guide, _allowed(question)[1])
    return found if found.total else None


def openings(question: Question, guide: Guide) -> Mapping[str, int]:
    """Return how many museums each choice of `ouvert` would give, beside the other criteria."""
    states = _states(question.when)
    others = [known for known, _possible in (*_free(question), *reach.museums(question.reach, question.when))]
    return {
        wanted: _only(question, guide, ids.intersection(*others)).total
        for wanted, ids in ((OPEN, states.open), (TO_CONFIRM, states.unconfirmed))
    }


def reaching(question: Question, guide: Guide) -> Mapping[str, int]:
    """Return how many museums each choice of `acces` and of `abri` would give, beside the other criteria."""
    asked = {
        **{value: replace(question.reach, families=(family,)) for value, family in reach.FAMILIES.items()},
        reach.SHELTERED: replace(question.reach, is_sheltered=True),
    }
    return {
        value: _only(question, guide, _allowed(replace(question, reach=one))[0]).total
        for value, one in asked.items()
    }


def _only(question: Question, guide: Guide, ids: frozenset[int] | None) -> Selection:
    return guide.select(replace(question.criteria, only=ids))


def _allowed(question: Question) -> tuple[frozenset[int] | None, frozenset[int]]:
    """Return the museums known to be as is asked of days, prices and access, and those that may be; none is left out by none."""
    asked = [*_opening(question.when), *_free(question), *reach.museums(question.reach, question.when)]
    if not asked:
        return None, frozenset()
    known, may = asked[0][0], asked[0][0] | asked[0][1]
    for sure, possible in asked[1:]:
        known, may = known & sure, may & (sure | possible)
    return known, may - known


def _opening(when: When) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    """Yield the museums known to be as is wanted on the days asked about, and those that may be."""
    if not when.wanted:
        return
    states = _states(when)
    if when.wanted == {OPEN}:
        yield states.open, states.unconfirmed
    else:
        yield (states.unconfirmed | states.open if OPEN in when.wanted else states.unconfirmed), frozenset()


def _free(question: Question) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    """Yield the museums known to be free for those asked about, and those that may be."""
    if question.free:
        found = freedom.museums(question.free, question.when)
        yield found.free, found.unknown
        if question.when.dates and not question.when.wanted:  # nobody enters free where nobody enters
            states = _states(question.when)
            yield states.open, states.unconfirmed


def _states(when: When) -> hours.States:
    """Return the museums open at some time on the days asked about, and those of which it is not known."""
    found = [hours.states(days.first, days.last) for days in when.days(today())]
    if len(found) == 1:
        return found[0]
    known = frozenset[int]().union(*(states.open for states in found))
    return hours.States(known, frozenset[int]().union(*(states.unconfirmed for states in found)) - known)
