"""The blocks whose versions are shown, and how each says what one of its versions changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from portal.domain import access, admission, hours, media, revisions
from portal.domain.museums import profile
from portal.domain.revisions import Change, Snapshot, Span
from portal.web.kit import hour_parts, picture_words, prices, profile_words
from portal.web.kit.access import paths
from portal.web.kit.written import WRITTEN, Written

Told = list[tuple[str, str, list[Span]]]
"""The name of a field, the field, and its text with what went and what came."""


@dataclass(frozen=True)
class Kind(Written):
    """A kind of block with a history."""

    tell: Callable[[Snapshot | None, Snapshot], Told]


def _fields(before: Snapshot | None, after: Snapshot) -> Told:
    return profile_words.told(before, after, profile.FIELDS)


def _parts(before: Snapshot | None, after: Snapshot) -> Told:
    told: Told = []
    for part, name in hour_parts.PARTS.items():
        old, new = (before or {}).get(part), after.get(part)
        if old != new:
            told.append((str(name), part, hour_parts.difference(part, old, new)))
    return told


def _prices(before: Snapshot | None, after: Snapshot) -> Told:
    changes = revisions.difference(before, after, admission.PRICES.fields)
    return [
        (str(prices.PARTS[change.field]), change.field, _price_spans(change))
        for change in changes
        if change.field in prices.PARTS
    ]


def _price_spans(change: Change) -> list[Span]:
    return prices.part_difference(change.field, change.before, change.after)


def _access(before: Snapshot | None, after: Snapshot) -> Told:
    return [
        (paths.path_name(change.field), change.field, _access_spans(change))
        for change in revisions.difference(before, after)
    ]


def _access_spans(change: Change) -> list[Span]:
    told = [paths.path_value(change.field, value) for value in (change.before, change.after)]
    return revisions.words_difference(*told)


_TELL: Mapping[str, Callable[[Snapshot | None, Snapshot], Told]] = {
    profile.KIND: _fields,
    hours.HOURS.kind: _parts,
    hours.EXCEPTIONS.kind: _parts,
    admission.PRICES.kind: _prices,
    access.ACCESS.kind: _access,
    access.OUTAGES.kind: _access,
    access.PRACTICAL.kind: _access,
    media.KIND: picture_words.told,
}
KINDS = tuple(Kind(each.block, each.name, each.key, each.room, _TELL[each.kind]) for each in WRITTEN)


def kind_of(name: str) -> Kind | None:
    """Return a kind by its name."""
    return next((kind for kind in KINDS if kind.block.kind == name), None)
