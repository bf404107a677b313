"""The blocks whose versions are shown, and how each says what one of its versions changed."""

from collections.abc import Callable
from dataclasses import dataclass

from portal.domain import access, admission, hours, media, revisions
from portal.domain.museums import profile
from portal.domain.revisions import Block, Change, Key, Snapshot, Span
from portal.web.kit import hour_parts, labels, picture_words, prices
from portal.web.kit.access import paths
from portal.web.kit.messages import LazyString, _l

Told = list[tuple[str, str, list[Span]]]
"""The name of a field, the field, and its text with what went and what came."""


@dataclass(frozen=True)
class Kind:
    """A kind of block with a history."""

    block: Block
    name: LazyString
    key: Callable[[int], Key]
    room: str
    """The endpoint of the room that writes it."""
    tell: Callable[[Snapshot | None, Snapshot], Told]


def _fields(before: Snapshot | None, after: Snapshot) -> Told:
    changes = revisions.difference(before, after, profile.FIELDS)
    return [(str(labels.field_name(change.field)), change.field, _spans(change)) for change in changes]


def _spans(change: Change) -> list[Span]:
    return revisions.words_difference(change.before or "", change.after or "")


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


KINDS = (
    Kind(profile.BLOCK, _l("Fiche du musée"), profile.key, "dashboard.profile.edit", _fields),
    Kind(hours.HOURS, _l("Horaires"), hours.key, "dashboard.hours.edit", _parts),
    Kind(hours.EXCEPTIONS, _l("Dates exceptionnelles"), hours.exceptions_key, "dashboard.hours.edit", _parts),
    Kind(admission.PRICES, _l("Tarifs"), admission.key, "dashboard.prices.edit", _prices),
    Kind(access.ACCESS, _l("Accessibilité"), access.key, "dashboard.access.edit", _access),
    Kind(access.OUTAGES, _l("Pannes"), access.outages_key, "dashboard.access.edit", _access),
    Kind(access.PRACTICAL, _l("Pratique"), access.practical_key, "dashboard.access.edit", _access),
    Kind(media.BLOCK, _l("Photos"), media.key, "dashboard.pictures.index", picture_words.told),
)


def kind_of(name: str) -> Kind | None:
    """Return a kind by its name."""
    return next((kind for kind in KINDS if kind.block.kind == name), None)
