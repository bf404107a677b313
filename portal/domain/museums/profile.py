"""The block "profile": what a museum writes of itself, shown instead of what the register says."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from portal.db import Translated
from portal.domain import revisions, texts
from portal.domain.errors import DomainError
from portal.domain.museums import contacts, findable
from portal.domain.museums.models import Museum, MuseumProfile
from portal.domain.revisions import Snapshot

KIND = "profile"
TRANSLATED = {"usage_name": 120, "presentation": 3_000}
"""The texts in two languages, and how many signs each may hold."""
LONGEST_LINE = 200

_PLAIN: Mapping[str, Callable[[str | None], str | None]] = {
    "phone": contacts.phone,
    "website": contacts.website,
    "email": contacts.email,
    "street": partial(texts.line, most=LONGEST_LINE),
    "place": partial(texts.line, most=LONGEST_LINE),
    "postcode": contacts.postcode,
}
FIELDS = (*TRANSLATED, *_PLAIN)


class FrenchMissingError(DomainError):
    """A text given in Occitan alone."""


class ProfileRefusedError(DomainError):
    """What was typed cannot be kept; `errors` says why, by field (`phone`, `presentation.oc`)."""

    def __init__(self, errors: Mapping[str, DomainError]) -> None:
        super().__init__()
        self.errors = errors


def checked(typed: Mapping[str, Any]) -> Snapshot:
    """Return what was typed as the block holds it; raise `ProfileRefusedError` with every field at fault."""
    errors: dict[str, DomainError] = {}
    kept: Snapshot = {}
    for name, most in TRANSLATED.items():
        clean = _cleaner(name)
        both = typed.get(name) or {}
        kept[name] = {
            language: _tried(errors, f"{name}.{language}", partial(clean, both.get(language), most))
            for language in ("fr", "oc")
        }
        if kept[name]["oc"] and not kept[name]["fr"]:
            errors.setdefault(f"{name}.fr", FrenchMissingError())
    for name, clean_value in _PLAIN.items():
        kept[name] = _tried(errors, name, partial(clean_value, typed.get(name)))
    if errors:
        raise ProfileRefusedError(errors)
    return kept


def _cleaner(name: str) -> Callable[[str | None, int], str | None]:
    return texts.line if name == "usage_name" else texts.lines


def _tried(errors: dict[str, DomainError], name: str, clean: Callable[[], str | None]) -> str | None:
    try:
        return clean()
    except DomainError as error:
        errors[name] = error
        return None


def _read(session: Session, museum_id: int, _subject_id: int) -> Snapshot | None:
    profile = session.get(MuseumProfile, museum_id)
    return None if profile is None else dict(_values(profile))


def _values(profile: MuseumProfile) -> Iterator[tuple[str, Any]]:
    for name in TRANSLATED:
        text: Translated | None = getattr(profile, name)
        yield name, {"fr": text and text.fr, "oc": text and text.oc}
    for name in _PLAIN:
        yield name, getattr(profile, name)


def _project(session: Session, museum_id: int, _subject_id: int, snapshot: Snapshot, now: datetime) -> None:
    museum = session.get_one(Museum, museum_id)
    if museum.profile is None:
        museum.profile = MuseumProfile(museum_id=museum_id)
    for name in TRANSLATED:
        text = snapshot[name]
        setattr(museum.profile, name, Translated(text["fr"], text["oc"]) if text["fr"] else None)
    for name in _PLAIN:
        setattr(museum.profile, name, snapshot[name])
    museum.updated_at = now
    session.flush()
    findable.refresh_museum(museum_id)


BLOCK = revisions.register(
    revisions.Block(
        kind=KIND,
        fields=FIELDS,
        project=_project,
        read=_read,
        blank={**{name: {"fr": None, "oc": None} for name in TRANSLATED}, **dict.fromkeys(_PLAIN)},
        prose=tuple(revisions.Prose(name, most, _cleaner(name)) for name, most in TRANSLATED.items()),
    )
)


def key(museum_id: int) -> revisions.Key:
    """Return the key of a museum's profile."""
    return revisions.Key(museum_id, KIND)
