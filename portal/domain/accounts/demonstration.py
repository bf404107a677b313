"""Accounts to try the portal with, one a role: made in development only, and refused in production."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from portal.db import db
from portal.domain import museums
from portal.domain.accounts import arriving, passwords, personal_data, profile, rights, second_factor, team
from portal.domain.accounts.models import AssociationRight, User
from portal.domain.accounts.roles import AssociationRole, MuseumRole, Role

PASSWORD = "un canal et trois platanes"  # noqa: S105 - printed at every start, for nobody's own museum
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - the same
HOST = "demo.musees.example"
MUSEUMS = ("musee-goya", "musee-toulouse-lautrec")


@dataclass(frozen=True)
class Person:
    """Somebody of the demonstration."""

    name: str
    address: str
    role: Role
    slug: str | None = None


PEOPLE = (
    Person("Aline Delmas", "responsable", MuseumRole.MANAGER, MUSEUMS[0]),
    Person("Bernat Artigues", "redaction", MuseumRole.EDITOR, MUSEUMS[0]),
    Person("Clara Marty", "contribution", MuseumRole.CONTRIBUTOR, MUSEUMS[0]),
    Person("Camille Roques", "ailleurs", MuseumRole.MANAGER, MUSEUMS[1]),
    Person("Denis Vidal", "association", AssociationRole.ADMIN),
    Person("Miquèla Serres", "moderation", AssociationRole.MODERATOR),
    Person("Trèva Fabre", "traduction", AssociationRole.TRANSLATOR),
    Person("Paula Bonnet", "partenaire", AssociationRole.PARTNER),
)


def address_of(person: Person) -> str:
    """Return somebody's address."""
    return f"{person.address}@{HOST}"


def make(now: datetime, *, key: str) -> int:
    """Make the people who are not there yet; return how many."""
    digest = passwords.digest(PASSWORD)
    made = 0
    for person in PEOPLE:
        if profile.by_email(address_of(person)) is not None:
            continue
        user = arriving.begin(address_of(person), person.name, now=now, language="fr", digest=digest)
        user.is_demonstration = True
        _give(user, person, now)
        if person.role is AssociationRole.ADMIN:
            second_factor.begin_totp(user, key=key, secret=TOTP_SECRET)
            user.totp_confirmed_at = now
        made += 1
    return made


def remove(now: datetime) -> int:
    """Erase the people of the demonstration; return how many."""
    people = everybody()
    for user in people:
        # Invented people: the last of them leaves nobody without an admin.
        db.session.execute(delete(AssociationRight).where(AssociationRight.user_id == user.id))
        personal_data.erase(user, by=None, now=now, hand_over=True)
    return len(people)


def everybody() -> Sequence[User]:
    """Return the accounts of the demonstration that are not erased."""
    return db.session.scalars(
        select(User).where(User.is_demonstration, User.erased_at.is_(None)).order_by(User.id)
    ).all()


def _give(user: User, person: Person, now: datetime) -> None:
    if isinstance(person.role, AssociationRole):
        rights.give(user, person.role, by=None, now=now)
        return
    museum = museums.by_slug(person.slug or "")
    if museum is not None:
        team.add(user, museum.id, person.role, by=None, now=now)
