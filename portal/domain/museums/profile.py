"""The block "profile": what a museum writes of itself, shown instead of what the register says."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from portal.db import Translated
from portal.domain import revisions, texts
from portal.domain.errors import DomainError
from portal.domain.museums import contacts, findable, links
from portal.domain.museums.links import NETWORKS
from portal.domain.museums.models import Museum, MuseumProfile
from portal.domain.museums.profile_texts import RICH, TEXTS
from portal.domain.revisions import Snapshot

Kept = TypeVar("Kept")

KIND = "profile"
LANGUAGES = ("fr", "oc")
LONGEST_LINE = 200

_PLAIN: Mapping[str, Callable[[str | None], str | None]] = {
    "phone": contacts.phone,
    "website": contacts.website,
    "email": contacts.email,
    "street": partial(texts.line, most=LONGEST_LINE),
    "place": partial(texts.line, most=LONGEST_LINE),
    "postcode": contacts.postcode,
    "booking": links.secure,
}
FIELDS = (*TEXTS, *_PLAIN, "networks", "other_links")


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
    for name, text in TEXTS.items():
        both = typed.get(name) or {}
        kept[name] = {
            language: _tried(errors, f"{name}.{language}", partial(text.checked, both.get(language)))
            for language in LANGUAGES
        }
        if kept[name]["oc"] and not kept[name]["fr"]:
            errors.setdefault(f"{name}.fr", FrenchMissingError())
    for name, clean_value in _PLAIN.items():
        kept[name] = _tried(errors, name, partial(clean_value, typed.get(name)))
    kept |= _links(errors, typed)
    if errors:
        raise ProfileRefusedError(errors)
    return kept


def _links(errors: dict[str, DomainError], typed: Mapping[str, Any]) -> Snapshot:
    known = typed.get("networks") or {}
    networks = {
        name: _tried(errors, f"networks.{name}", partial(links.of_network, name, known.get(name)))
        for name in NETWORKS
    }
    rows = list(typed.get("other_links") or [])[: links.MOST_OTHERS]
    others = [
        _tried(errors, f"other_links.{at}.address", partial(links.other, row)) for at, row in enumerate(rows)
    ]
    return {"networks": networks, "other_links": [one for one in others if one]}


def _tried(errors: dict[str, DomainError], name: str, clean: Callable[[], Kept | None]) -> Kept | None:
    try:
        return clean()
    except DomainError as error:
        errors[name] = error
        return None


def _read(session: Session, museum_id: int, _subject_id: int) -> Snapshot | None:
    profile = session.get(MuseumProfile, museum_id)
    return None if profile is None else dict(_values(profile))


def _values(profile: MuseumProfile) -> Iterator[tuple[str, Any]]:
    for name in TEXTS:
        text: Translated | None = getattr(profile, name)
        yield name, {"fr": text and text.fr, "oc": text and text.oc}
    for name in _PLAIN:
        yield name, getattr(profile, name)
    yield "networks", {name: (profile.networks or {}).get(name) for name in NETWORKS}
    yield "other_links", list(profile.other_links or [])


def _project(session: Session, museum_id: int, _subject_id: int, snapshot: Snapshot, now: datetime) -> None:
    museum = session.get_one(Museum, museum_id)
    if museum.profile is None:
        museum.profile = MuseumProfile(museum_id=museum_id)
    _fill(museum.profile, snapshot)
    museum.updated_at = now
    session.flush()
    findable.refresh_museum(museum_id)


def _shown(name: str, text: Mapping[str, str | None]) -> Mapping[str, str | None]:
    """Return a text as the public is given it: rich ones cleaned once more, whoever wrote the revision."""
    return {language: TEXTS[name].checked(text[language]) for language in LANGUAGES} if name in RICH else text


def _fill(profile: MuseumProfile, snapshot: Snapshot) -> None:
    for name in TEXTS:
        text = _shown(name, snapshot[name])
        setattr(profile, name, Translated(text["fr"], text["oc"]) if text["fr"] else None)
    for name in _PLAIN:
        setattr(profile, name, snapshot[name])
    profile.networks = {name: one for name, one in snapshot["networks"].items() if one} or None
    profile.other_links = snapshot["other_links"] or None


def show_as(museum: Museum, snapshot: Snapshot) -> None:
    """Have a museum's object say a text of the block, without its session knowing of any change."""
    shown = MuseumProfile(museum_id=museum.id)
    _fill(shown, snapshot)
    set_committed_value(museum, "profile", shown)


BLOCK = revisions.register(
    revisions.Block(
        kind=KIND,
        fields=FIELDS,
        project=_project,
        read=_read,
        blank={
            **{name: {"fr": None, "oc": None} for name in TEXTS},
            **dict.fromkeys(_PLAIN),
            "networks": dict.fromkeys(NETWORKS),
            "other_links": [],
        },
        prose=tuple(
            revisions.Prose(name, text.longest, text.clean, is_rich=text.is_rich)
            for name, text in TEXTS.items()
        ),
    )
)


def key(museum_id: int) -> revisions.Key:
    """Return the key of a museum's profile."""
    return revisions.Key(museum_id, KIND)
