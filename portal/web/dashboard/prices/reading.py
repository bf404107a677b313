"""Reads the screen of prices: the block it says, and a sentence for every field that says nothing sensible."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from portal.domain.admission import (
    FreeRule,
    Payment,
    PriceLine,
    PricesRefusedError,
    Rows,
    Scope,
    checked,
    entry,
    snapshots,
)
from portal.domain.admission.checking import LONGEST_NAME, LONGEST_WORDS
from portal.domain.admission.errors import MonthsRefusedError, TooManyLinesError
from portal.domain.admission.rows import NAMED
from portal.domain.revisions import Snapshot
from portal.web.dashboard.prices.sheet import MOST_FREE_DAYS, MOST_LINES, FreeDayTyped, LineTyped, Sheet
from portal.web.dashboard.prices.told import Told
from portal.web.kit.messages import _

_FIELDS = {"valid_from": "first", "valid_to": "last"}
"""What the domain calls a field that has another name on the screen."""


_ALWAYS = {Scope.PERMANENT.value, Scope.BOTH.value}


@dataclass
class Reading:
    """What a screen says."""

    rows: Rows
    """Without what cannot be read."""
    told: Told
    places: dict[str, str] = field(default_factory=dict)
    """The screen's place of every row of the block: `lines.0` may be `lines.2`."""

    @property
    def snapshot(self) -> Snapshot:
        """The block."""
        return snapshots.snapshot_of(self.rows)

    @property
    def errors(self) -> dict[str, str]:
        """The sentences by field."""
        return self.told.sentences

    def place(self, path: str) -> str:
        """Return the screen's field of a path of the domain."""
        row, _dot, name = path.rpartition(".")
        name = _FIELDS.get(name, name)
        return f"{self.places.get(row, row)}.{name}" if row else name


def read(sheet: Sheet, invisible: Iterable[str] = ()) -> Reading:
    """Return what a screen says; `invisible` names the fields that held signs no text is made of."""
    told = Told()
    reading = Reading(Rows(), told)
    for name in invisible:
        told.say(
            name,
            _("Ce texte contenait des signes invisibles, qui ont été retirés. Relisez-le, puis envoyez."),
        )
    reading.rows = Rows(
        lines=tuple(_lines(sheet, reading)),
        free_days=tuple(_free_days(sheet, reading)),
        always_free=_scope(sheet.always_free, None) if sheet.always_free in _ALWAYS else None,
        passes=tuple(_passes(sheet, told)),
        payment=frozenset(each for each in Payment if each.value in sheet.payment),
        valid_from=told.tried("first", entry.day, sheet.first),
        valid_to=told.tried("last", partial(entry.day, is_last=True), sheet.last),
    )
    try:
        reading.rows = snapshots.rows_of(checked(reading.snapshot))
    except PricesRefusedError as refused:
        for path, error in refused.errors.items():
            told.tell(reading.place(path), error)
    for kind, most in (("lines", MOST_LINES), ("free_days", MOST_FREE_DAYS)):
        if kind in sheet.too_many:
            told.tell(kind, TooManyLinesError(most))
    return reading


def _lines(sheet: Sheet, reading: Reading) -> Iterable[PriceLine]:
    found = 0
    for at, typed in enumerate(sheet.lines):
        line = None if typed.is_blank else _line(f"lines.{at}", typed, reading.told)
        if line is not None:
            reading.places[f"lines.{found}"] = f"lines.{at}"
            found += 1
            yield line


def _line(place: str, typed: LineTyped, told: Told) -> PriceLine | None:
    amount = told.tried(f"{place}.amount", entry.amount, typed.amount)
    if amount is None:
        told.tell(f"{place}.amount", entry.AmountMissingError(""))
    if not typed.who:
        told.tell(f"{place}.who", entry.AudienceMissingError(""))
    name = told.words(f"{place}.who", typed.who, typed.who_oc, LONGEST_NAME)
    condition = told.words(f"{place}.condition", typed.condition, typed.condition_oc, LONGEST_WORDS)
    proof = told.words(f"{place}.proof", typed.proof, typed.proof_oc, LONGEST_WORDS)
    first = told.tried(f"{place}.first", entry.day, typed.first)
    last = told.tried(f"{place}.last", partial(entry.day, is_last=True), typed.last)
    if amount is None or name is None:
        return None
    who = entry.audience(name.fr)
    return PriceLine(
        audience=who.audience,
        amount=amount,
        age_from=who.age_from,
        age_to=who.age_to,
        group_min=who.group_min,
        name=name if who.audience in NAMED else None,
        condition=condition,
        proof=proof,
        scope=_scope(typed.scope, Scope.BOTH) or Scope.BOTH,
        valid_from=first,
        valid_to=last,
    )


def _free_days(sheet: Sheet, reading: Reading) -> Iterable[FreeRule]:
    found = 0
    for at, typed in enumerate(sheet.free_days):
        rule = _free_day(f"free_days.{at}", typed, reading.told) if typed.when else None
        if rule is not None:
            reading.places[f"free_days.{found}"] = f"free_days.{at}"
            found += 1
            yield rule


def _free_day(place: str, typed: FreeDayTyped, told: Told) -> FreeRule | None:
    rule = told.tried(f"{place}.when", entry.free_day, typed.when)
    first, last = _month(typed.month_from), _month(typed.month_to)
    if (first is None) != (last is None):
        told.tell(f"{place}.month_to", MonthsRefusedError())
        first = last = None
    if rule is None:
        return None
    scope = _scope(typed.scope, Scope.PERMANENT) or Scope.PERMANENT
    return FreeRule(rule.kind, rule.weekday, rule.nth, rule.day, first, last, scope)


def _passes(sheet: Sheet, told: Told) -> Iterable[str]:
    names = [name.strip() for name in sheet.passes.replace(";", ",").replace("\n", ",").split(",")]
    for name in dict.fromkeys(filter(None, names)):
        words = told.words("passes", name, "", LONGEST_NAME)
        if words is not None:
            yield words.fr


def _month(typed: str) -> int | None:
    return int(typed) if typed in {str(month) for month in range(1, 13)} else None


def _scope(typed: str, default: Scope | None) -> Scope | None:
    return next((scope for scope in Scope if scope.value == typed), default)
