"""What a register would change: a comparison that writes nothing and is empty the second time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from portal.domain.museums.register_file.facts import (
    Facts,
    Generation,
    Reason,
    Refusal,
    RegisterFile,
    RegisterRow,
)
from portal.domain.museums.register_file.places import region_name, region_of
from portal.domain.museums.register_file.same import Value, same_fact, same_spot, same_website, says_nothing

# Coordinates change as a pair, the region follows from the département, a withdrawal archives.
_TEXTS: Final = (
    "official_name",
    "street",
    "place",
    "postcode",
    "town",
    "departement",
    "phone",
    "website",
    "domains",
)

Change = tuple[Value, Value]


class UnknownRegion(ValueError):  # noqa: N818 - reads as the sentence it is
    """France has no region of that name."""


@dataclass(frozen=True, slots=True)
class CurrentFacts:
    """What we hold of one museum today."""

    facts: Facts
    former_ref: str | None = None
    archived: bool = False


@dataclass(slots=True)
class Plan:
    """What to do so that our museums agree with a file; all empty but `unchanged` when they do.

    A museum can be both restored and changed. `unknown_refs` are rows of the 2021 list that no former
    reference of ours explains: they are reported, and nothing is stored.
    """

    created: list[RegisterRow] = field(default_factory=list)
    changed: list[tuple[str, dict[str, Change]]] = field(default_factory=list)
    archived: list[str] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    unknown_refs: list[RegisterRow] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether applying the plan would write nothing."""
        return not (self.created or self.changed or self.archived or self.restored)


def plan(current: Mapping[str, CurrentFacts], file: RegisterFile, region: str | None = None) -> Plan:
    """Compare the museums we hold, by Muséofile id, with a file, or with one region of it."""
    wanted = _wanted(region)
    rows = [row for row in file.rows if wanted in {None, row.facts.region}]
    outcome = Plan(refused=[no for no in file.refused if wanted in {None, no.region} or no.region is None])
    by_former_ref: dict[str | None, str] = {
        held.former_ref: key for key, held in current.items() if held.former_ref
    }
    met: set[str] = set()
    for row in rows:
        key = row.museofile_id or by_former_ref.get(row.former_ref)
        if key is None:
            outcome.unknown_refs.append(row)
            continue
        met.add(key)
        _compare(outcome, key, row, current.get(key))
    if rows and file.complete:
        _archive_the_gone(
            outcome, current, met | _named(file.refused, by_former_ref), file.generation, wanted
        )
    outcome.unchanged.extend(_untouched(outcome, met & current.keys()))
    return outcome


def _wanted(region: str | None) -> str | None:
    if region is None:
        return None
    name = region_name(region)
    if name is None:
        raise UnknownRegion(region)
    return name


def _compare(outcome: Plan, key: str, row: RegisterRow, held: CurrentFacts | None) -> None:
    withdrawn = row.facts.withdrawn_on is not None
    if held is None:
        if not withdrawn:
            _admit(outcome, row)
        return
    if withdrawn:
        if not held.archived:
            outcome.archived.append(key)
        return
    if held.archived:
        outcome.restored.append(key)
    changes = _changes(held, row)
    if changes:
        outcome.changed.append((key, changes))


def _admit(outcome: Plan, row: RegisterRow) -> None:
    if row.facts.town and row.facts.departement:
        outcome.created.append(row)
    else:  # a museum that stands nowhere would be on no list and no map
        named = frozenset({row.museofile_id} if row.museofile_id else ())
        outcome.refused.append(Refusal(row.line, row.museofile_id, Reason.UNKNOWN_PLACE, {}, None, named))


def _changes(held: CurrentFacts, row: RegisterRow) -> dict[str, Change]:
    changes: dict[str, Change] = {}
    for name in _TEXTS:
        before: Value = getattr(held.facts, name)
        after: Value = getattr(row.facts, name)
        if not says_nothing(after) and not _same(name, before, after):
            changes[name] = (before, after)
    if row.facts.latitude is not None and not same_spot(held.facts, row.facts):
        changes["latitude"] = (held.facts.latitude, row.facts.latitude)
        changes["longitude"] = (held.facts.longitude, row.facts.longitude)
    if row.former_ref and row.former_ref != held.former_ref:
        changes["former_ref"] = (held.former_ref, row.former_ref)
    return changes


def _same(name: str, before: Value, after: Value) -> bool:
    if name == "website" and isinstance(before, str) and isinstance(after, str):
        return same_website(before, after)
    return same_fact(before, after)


def _named(refused: Iterable[Refusal], by_former_ref: Mapping[str | None, str]) -> set[str]:
    # A museum spoken of in a row we could not read is not gone.
    names = {name for no in refused for name in no.named}
    return names | {by_former_ref[name] for name in names if name in by_former_ref}


def _archive_the_gone(
    outcome: Plan,
    current: Mapping[str, CurrentFacts],
    spoken_of: set[str],
    generation: Generation,
    wanted: str | None,
) -> None:
    for key, held in current.items():
        if held.archived or key in spoken_of:
            continue
        # The 2021 list cannot name a museum that never had a former reference.
        if generation is Generation.LIST_2021 and held.former_ref is None:
            continue
        if wanted is None or _region(held.facts) == wanted:
            outcome.archived.append(key)


def _region(facts: Facts) -> str | None:
    return region_name(facts.region or "") or region_of(facts.departement)


def _untouched(outcome: Plan, met: set[str]) -> list[str]:
    touched = {*outcome.archived, *outcome.restored, *(key for key, _ in outcome.changed)}
    return sorted(met - touched)
