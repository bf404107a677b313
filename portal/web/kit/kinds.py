"""The kinds of block that have versions: how each says what a text of it changes, and how far its parts are apart."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for

from portal.domain import access, admission, events, hours, media, revisions
from portal.domain.museums import profile
from portal.domain.revisions import Change, Key, Revision, Snapshot, Span
from portal.web.kit import hour_parts, picture_words, prices, profile_words
from portal.web.kit.access import paths
from portal.web.kit.events import difference
from portal.web.kit.messages import _l
from portal.web.kit.written import WRITTEN, Written

Told = list[tuple[str, str, list[Span]]]
"""The name of a field, the field, and its text with what went and what came."""
Tell = Callable[[Snapshot | None, Snapshot], Told]


def _itself(field: str) -> str:
    return field


def _unchecked(_content: Snapshot, _today: date) -> object:
    return None


@dataclass(frozen=True)
class Kind(Written):
    """A kind of block with a history."""

    tell: Tell
    part: Callable[[str], str] | None = _itself
    """Return the part that a field belongs to, which is accepted or not as one; nothing where a text is one whole."""
    check: Callable[[Snapshot, date], object] = _unchecked
    """Raise a `DomainError` where the parts of a content contradict one another."""
    anchor: Callable[[str], str | None] = lambda _field: None
    """Return where a field is on the page of its room."""
    subject: str = ""
    """What the room's address calls the subject, for a kind that has many in a museum."""
    title: Callable[[Snapshot], str] = lambda _content: ""
    """Return what one of many is called."""

    def address(self, museum: str, subject_id: int, field: str = "") -> str:
        """Return where a text is written, at a field."""
        values: dict[str, Any] = {self.subject: subject_id} if self.subject else {}
        return url_for(self.room, museum=museum, _anchor=self.anchor(field) if field else None, **values)

    def version_address(self, museum: str, one: Revision) -> str:
        """Return where a version is shown, and taken back."""
        if self.subject:
            return self.address(museum, one.subject_id)
        return url_for("dashboard.history.show", museum=museum, kind=one.kind, number=one.number)

    def part_of(self, field: str) -> str:
        """Return the part of a text that a field belongs to."""
        return self.part(field) if self.part is not None else self.kind


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


def _question(field: str) -> str:
    """Return the question that an answer, and the words beside it, belong to."""
    return ".".join(field.split(".")[:2])


def _field_id(field: str) -> str:
    return field.replace(".", "_")


def _checked_profile(content: Snapshot, _today: date) -> object:
    return profile.checked(content)


def _checked_prices(content: Snapshot, _today: date) -> object:
    return admission.checked(content)


_OWN: Mapping[str, dict[str, Any]] = {
    profile.KIND: {"tell": _fields, "check": _checked_profile, "anchor": _field_id},
    hours.HOURS.kind: {"tell": _parts, "check": hours.checked_hours},
    hours.EXCEPTIONS.kind: {"tell": _parts},
    admission.PRICES.kind: {"tell": _prices, "check": _checked_prices},
    access.ACCESS.kind: {"tell": _access, "part": _question},
    access.OUTAGES.kind: {"tell": _access},
    access.PRACTICAL.kind: {"tell": _access, "part": _question},
    media.KIND: {"tell": picture_words.told, "part": None},
}
KINDS = tuple(Kind(each.block, each.name, each.key, each.room, **_OWN[each.kind]) for each in WRITTEN)
"""About the museum itself, one text a kind."""


def _event_title(content: Snapshot) -> str:
    return (content.get("title") or {}).get("fr") or ""


EVENT = Kind(
    events.EVENTS,
    _l("Événements"),
    lambda museum_id: Key(museum_id, events.KIND),
    "dashboard.events.edit",
    difference.told,
    part=None,
    subject="number",
    title=_event_title,
)
REVIEWED = (*KINDS, EVENT)
"""All that the association may read."""


def kind_of(name: str) -> Kind | None:
    """Return a kind by its name."""
    return next((kind for kind in REVIEWED if kind.kind == name), None)
