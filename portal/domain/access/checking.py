"""What was typed of access and of practical matters, as the blocks keep it; each error by the path of its field.

Typed contents have the shape of the snapshots with texts anywhere: days, numbers and answers are read here.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any, TypeVar

from portal.db import Translated
from portal.domain import texts
from portal.domain.access import entry, snapshots
from portal.domain.access import errors as E  # noqa: N812 - a vocabulary, read as one
from portal.domain.access.facts import Comfort, Fact, Family, Measure
from portal.domain.access.rows import Access, Mark, Origin, Outage, Practical, Source, Told
from portal.domain.errors import DomainError
from portal.domain.museums.profile import FrenchMissingError
from portal.domain.revisions import Snapshot

LONGEST_WORDS = 200
LONGEST_MESSAGE = 300
FARTHEST = timedelta(days=366 * 10)
OLDEST = date(1950, 1, 1)
LONGEST_OUTAGE = timedelta(days=366 * 2)
UNKNOWN = "unknown"

T = TypeVar("T")
Typed = Mapping[str, Any]
_ANSWERS: Mapping[str, bool | None] = {snapshots.YES: True, snapshots.NO: False, UNKNOWN: None, "": None}
_READ: Mapping[Measure, Callable[[object], int | None]] = {
    Measure.VISIT_MINUTES: entry.minutes,
    Measure.INDOOR_PERCENT: entry.percent,
    Measure.STATION_METRES: entry.metres,
}


class _Told:
    """Collects the errors of one content."""

    def __init__(self) -> None:
        self.errors: dict[str, DomainError] = {}

    def tried(self, path: str, read: Callable[[], T]) -> T | None:
        """Return what is read, or nothing with the reason kept."""
        try:
            return read()
        except DomainError as error:
            self.errors.setdefault(path, error)
            return None

    def raise_if_any(self) -> None:
        """Raise what was collected."""
        if self.errors:
            raise E.AccessRefusedError(self.errors)


def checked_access(typed: Typed, today: date) -> Snapshot:
    """Return the block `access` as it is kept; raise `AccessRefusedError` with every field at fault."""
    told = _Told()
    access = Access(
        facts=_facts(told, Fact, typed.get("facts")),
        door_cm=told.tried("door_cm", partial(entry.centimetres, typed.get("door_cm"))),
        marks=_marks(told, _part(typed, "marks"), today),
        origins=_origins(told, _part(typed, "origins"), today),
    )
    told.raise_if_any()
    return snapshots.access_json(access)


def checked_practical(typed: Typed) -> Snapshot:
    """Return the block `practical` as it is kept; raise `AccessRefusedError` with every field at fault."""
    told, measures = _Told(), {}
    for name in Measure:
        value = told.tried(
            f"measures.{name.value}", partial(_READ[name], _part(typed, "measures").get(name.value))
        )
        if value is not None:
            measures[name] = value
    practical = Practical(_facts(told, Comfort, typed.get("facts")), measures)
    told.raise_if_any()
    return snapshots.practical_json(practical)


def checked_outage(typed: Typed, today: date, *, id_: str) -> Outage:
    """Return an outage that is being announced; raise `AccessRefusedError` with every field at fault."""
    told = _Told()
    what = told.tried("what", partial(_target, typed.get("what")))
    first = told.tried("from", partial(_day, typed.get("from"))) or today
    last = told.tried("to", partial(_day, typed.get("to")))
    words = _words(told, "words", typed.get("words"), LONGEST_MESSAGE)
    if last is None:
        told.errors.setdefault("to", E.EndMissingError())
    elif last < today:
        told.errors.setdefault("to", E.EndedAlreadyError())
    elif last < first:
        told.errors.setdefault("to", E.DaysInvertedError())
    elif last > today + LONGEST_OUTAGE:
        told.errors.setdefault("to", E.TooFarError())
    if first < today - LONGEST_OUTAGE:
        told.errors.setdefault("from", E.TooFarError())
    told.raise_if_any()
    assert what is not None  # noqa: S101 - each was told, else raised above
    assert last is not None  # noqa: S101
    return Outage(id_, what, first, last, words)


def checked_end(typed: object, outage: Outage, today: date) -> date:
    """Return the new last day of an outage; raise a `DomainError`."""
    last = entry.day(typed)
    if last is None:
        raise E.EndMissingError
    if last < today:
        raise E.EndedAlreadyError
    if last < outage.first:
        raise E.DaysInvertedError
    if last > today + LONGEST_OUTAGE:
        raise E.TooFarError
    return last


def _facts(told: _Told, kind: type[Any], typed: Typed | None) -> dict[Any, Told]:
    found = {}
    for fact in kind:
        one, path = (typed or {}).get(fact.value) or {}, f"facts.{fact.value}"
        answer = told.tried(f"{path}.answer", partial(_answer, one.get("answer")))
        words = _words(told, f"{path}.words", one.get("words"), LONGEST_WORDS)
        if answer is not None:
            found[fact] = Told(answer, words)
        elif words is not None:
            told.errors.setdefault(f"{path}.answer", E.AnswerMissingError())
    return found


def _answer(typed: object) -> bool | None:
    if typed is None:
        return None
    word = str(typed)
    if word not in _ANSWERS:
        raise E.ChoiceError
    return _ANSWERS[word]


def _words(told: _Told, path: str, typed: Typed | None, most: int) -> Translated | None:
    both = typed or {}
    fr, oc = (
        told.tried(f"{path}.{language}", partial(texts.line, both.get(language), most))
        for language in ("fr", "oc")
    )
    if oc and not fr and f"{path}.fr" not in told.errors:
        told.errors[f"{path}.fr"] = FrenchMissingError()
    return Translated(fr, oc) if fr else None


def _marks(told: _Told, typed: Typed, today: date) -> dict[Family, Mark]:
    found = {}
    for family in Family:
        one, path = typed.get(family.value) or {}, f"marks.{family.value}"
        first = told.tried(f"{path}.from", partial(_day, one.get("from")))
        last = told.tried(f"{path}.to", partial(_day, one.get("to")))
        if last is None:
            if first is not None:
                told.errors.setdefault(f"{path}.to", E.EndMissingError())
            continue
        if first is not None and last < first:
            told.errors.setdefault(f"{path}.to", E.DaysInvertedError())
        elif last > today + FARTHEST:
            told.errors.setdefault(f"{path}.to", E.TooFarError())
        found[family] = Mark(first, last)
    return found


def _origins(told: _Told, typed: Typed, today: date) -> dict[Family, Origin]:
    found = {}
    for family in Family:
        one, path = typed.get(family.value) or {}, f"origins.{family.value}"
        source = told.tried(f"{path}.source", partial(_source, one.get("source")))
        since = told.tried(f"{path}.since", partial(_day, one.get("since")))
        if since is not None and since > today:
            told.errors.setdefault(f"{path}.since", E.FutureError())
        if source is not None or since is not None:
            found[family] = Origin(source or Source.SELF, since)
    return found


def _source(typed: object) -> Source | None:
    if not typed:
        return None
    try:
        return Source(str(typed))
    except ValueError:
        raise E.ChoiceError from None


def _target(typed: object) -> Any:
    try:
        return snapshots.target_of(str(typed))
    except ValueError:
        raise E.ChoiceError from None


def _day(typed: object) -> date | None:
    day = entry.day(typed)
    if day is not None and day < OLDEST:
        raise E.TooFarError
    return day


def _part(typed: Typed, name: str) -> Typed:
    return typed.get(name) or {}
