"""The museums that answer a question: those known to, and apart from them how many may."""

from collections.abc import Mapping
from dataclasses import replace

from portal.domain import hours
from portal.domain.museums import Guide, Selection
from portal.web.kit.clock import today
from portal.web.kit.questions import Question
from portal.web.kit.when import OPEN, TO_CONFIRM, When


def of(question: Question, guide: Guide) -> Selection:
    """Return the museums known to satisfy a question, and how many more may.

    Nothing is known to satisfy a criterion whose facts nobody has given: all that may are unconfirmed.
    """
    known, possible = _allowed(question.when)
    if question.pending:
        may = None if known is None else known | possible
        return replace(_only(question, guide, may), museums=(), unconfirmed=_only(question, guide, may).total)
    selection = _only(question, guide, known)
    return replace(selection, unconfirmed=_only(question, guide, possible).total) if possible else selection


def to_confirm(question: Question, guide: Guide) -> Selection | None:
    """Return the museums that may be open when a question wants them open, if there are any to show apart."""
    if question.pending or question.when.wanted != {OPEN}:
        return None
    found = of(question.confirming(), guide)
    return found if found.total else None


def openings(question: Question, guide: Guide) -> Mapping[str, int]:
    """Return how many museums each choice of `ouvert` would give, beside the other criteria."""
    states = _states(question.when)
    return {
        OPEN: _only(question, guide, states.open).total,
        TO_CONFIRM: _only(question, guide, states.unconfirmed).total,
    }


def _only(question: Question, guide: Guide, ids: frozenset[int] | None) -> Selection:
    return guide.select(replace(question.criteria, only=ids))


def _allowed(when: When) -> tuple[frozenset[int] | None, frozenset[int]]:
    """Return the museums known to be as is wanted on the days asked about, and those that may be."""
    if not when.wanted:
        return None, frozenset()
    states = _states(when)
    if when.wanted == {OPEN}:
        return states.open, states.unconfirmed
    return (states.unconfirmed | states.open if OPEN in when.wanted else states.unconfirmed), frozenset()


def _states(when: When) -> hours.States:
    """Return the museums open at some time on the days asked about, and those of which it is not known."""
    found = [hours.states(days.first, days.last) for days in when.days(today())]
    if len(found) == 1:
        return found[0]
    known = frozenset[int]().union(*(states.open for states in found))
    return hours.States(known, frozenset[int]().union(*(states.unconfirmed for states in found)) - known)
