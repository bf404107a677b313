"""The Fiche: what a museum says of itself before anything else, saved as one block and published at once."""

import re
from dataclasses import asdict, dataclass
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy import select, update

from portal.db import Translated, db
from portal.domain.errors import DomainError
from portal.domain.museums import findable
from portal.domain.museums.models import Museum, MuseumProfile
from portal.domain.revisions import Block, Snapshot, register

KIND = "profile"
LONGEST_NAME = 120
LONGEST_PRESENTATION = 1500
LONGEST_LINE = 200
LONGEST_SITE = 300

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_PHONE = re.compile(r"(?:\+33|0033|0)([1-9])(\d{8})")


class ProfileRefusedError(DomainError):
    """A value of the Fiche that makes no sense; `reason` says what is wrong with it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Profile:
    """The Fiche's values. An empty one leaves the register's in place."""

    name_fr: str = ""
    name_oc: str = ""
    presentation_fr: str = ""
    presentation_oc: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    place: str = ""
    street: str = ""
    postcode: str = ""

    def snapshot(self) -> Snapshot:
        """Return the values as a revision keeps them."""
        return asdict(self)

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Profile":
        """Return the values a revision keeps; one from before a field existed leaves it empty."""
        return cls(**{name: snapshot.get(name) or "" for name in cls.__dataclass_fields__})


def clean(text: str) -> str:
    """Return a text without the signs that no reader sees, and with plain line ends."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", lines).strip()


def phone(written: str) -> str:
    """Return a telephone as France writes it; raises `ProfileRefusedError`."""
    if not written:
        return ""
    compact = re.sub(r"[\s.\-()/\u00a0\u202f]", "", written)
    found = _PHONE.fullmatch(compact.replace("+330", "+33"))
    if found is None:
        raise ProfileRefusedError("phone")
    digits = found[2]
    return " ".join((f"0{found[1]}", digits[:2], digits[2:4], digits[4:6], digits[6:]))


def website(written: str) -> str:
    """Return the address of a site; raises `ProfileRefusedError`."""
    if not written:
        return ""
    whole = written if "://" in written else f"https://{written}"
    try:
        parts = urlsplit(whole)
        host = parts.hostname or ""
    except ValueError as error:
        raise ProfileRefusedError("website") from error
    has_user = parts.username is not None
    if (
        parts.scheme not in {"http", "https"}
        or "." not in host
        or has_user
        or re.search(r"[\s<>\"'\\]", whole)
    ):
        raise ProfileRefusedError("website")
    return whole


def postcode(written: str) -> str:
    """Return a French postcode; raises `ProfileRefusedError`."""
    compact = written.replace(" ", "")
    if compact and not (compact.isascii() and compact.isdigit() and len(compact) == 5):
        raise ProfileRefusedError("postcode")
    return compact


def read(museum_id: int, _subject_id: int = 0) -> Snapshot | None:
    """Return the Fiche as the live tables hold it."""
    row = db.session.scalar(select(MuseumProfile).where(MuseumProfile.museum_id == museum_id))
    return _of_row(row).snapshot() if row else None


def project(museum_id: int, _subject_id: int, snapshot: Snapshot, now: datetime) -> None:
    """Write a Fiche to the live tables, and to the search in the same transaction."""
    profile = Profile.of(snapshot)
    row = db.session.scalar(select(MuseumProfile).where(MuseumProfile.museum_id == museum_id))
    if row is None:
        row = MuseumProfile(museum_id=museum_id)
        db.session.add(row)
    row.usage_name = _name(museum_id, profile)
    row.presentation = _presentation(profile)
    for name in ("phone", "email", "website", "place", "street", "postcode"):
        setattr(row, name, getattr(profile, name) or None)
    db.session.execute(update(Museum).where(Museum.id == museum_id).values(updated_at=now))
    db.session.flush()
    findable.refresh_museum(museum_id)


def _of_row(row: MuseumProfile) -> Profile:
    name, presentation = row.usage_name, row.presentation
    return Profile(
        name_fr=name.fr if name else "",
        name_oc=(name.oc or "") if name else "",
        presentation_fr=presentation.fr if presentation else "",
        presentation_oc=(presentation.oc or "") if presentation else "",
        phone=row.phone or "",
        email=row.email or "",
        website=row.website or "",
        place=row.place or "",
        street=row.street or "",
        postcode=row.postcode or "",
    )


def _name(museum_id: int, profile: Profile) -> Translated | None:
    """Return the museum's own name; the language it leaves empty keeps the association's."""
    if not (profile.name_fr or profile.name_oc):
        return None
    known = db.session.scalars(select(Museum.usage_name).where(Museum.id == museum_id)).one()
    if profile.name_oc:
        return Translated(profile.name_fr or known.fr, profile.name_oc)
    return Translated(profile.name_fr, known.oc, known.local)


def _presentation(profile: Profile) -> Translated | None:
    if not profile.presentation_fr:
        return None
    return Translated(profile.presentation_fr, profile.presentation_oc or None)


BLOCK = register(Block(KIND, read, project))
