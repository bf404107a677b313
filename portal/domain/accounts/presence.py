"""Who is where: each museum of the register with its people and the invitations that wait for an answer."""

import enum
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from portal.db import db
from portal.domain import museums
from portal.domain.accounts.directory import Account
from portal.domain.accounts.models import Invitation
from portal.domain.accounts.roles import MuseumRole
from portal.domain.museums import MuseumEntry


class Standing(enum.Enum):
    """Who keeps a museum's entry, the least kept first."""

    NOBODY = "personne"
    EXPIRED = "sans-reponse"
    """Somebody was invited, and the link has run out."""
    INVITED = "invite"
    """Somebody is invited, and may still answer."""
    WITHOUT_MANAGER = "sans-responsable"
    """Somebody writes, nobody manages."""
    MANAGED = "responsable"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a museum's team."""

    account: Account
    role: MuseumRole


@dataclass(frozen=True, slots=True)
class Presence:
    """One museum and who is there."""

    museum: MuseumEntry
    people: tuple[Member, ...]
    """Those who may sign in, managers first."""
    waiting: int
    """Invitations still open."""
    expired: int
    """Invitations that nobody answered in time."""

    @property
    def standing(self) -> Standing:
        """Who keeps the entry."""
        if any(member.role is MuseumRole.MANAGER for member in self.people):
            return Standing.MANAGED
        if self.people:
            return Standing.WITHOUT_MANAGER
        if self.waiting:
            return Standing.INVITED
        return Standing.EXPIRED if self.expired else Standing.NOBODY

    @property
    def seen_at(self) -> datetime | None:
        """When somebody of the museum last came."""
        return max((m.account.signed_in_at for m in self.people if m.account.signed_in_at), default=None)


def everywhere(accounts: Sequence[Account], now: datetime) -> list[Presence]:
    """Return every listed museum with who is there, by name; one statement beside the accounts and the guide."""
    ranks = list(MuseumRole)
    people: dict[int, list[Member]] = defaultdict(list)
    for account in accounts:
        for work in account.works if account.may_sign_in else ():
            people[work.museum_id].append(Member(account, work.role))
    waiting, expired = _read_invitations(now)
    return [
        Presence(
            museum,
            tuple(sorted(people[museum.id], key=lambda member: ranks.index(member.role))),
            waiting[museum.id],
            expired[museum.id],
        )
        for museum in museums.guide().museums
    ]


def _read_invitations(now: datetime) -> tuple[dict[int, int], dict[int, int]]:
    waiting: dict[int, int] = defaultdict(int)
    expired: dict[int, int] = defaultdict(int)
    statement = select(Invitation.museum_id, Invitation.expires_at).where(
        Invitation.accepted_at.is_(None),
        Invitation.refused_at.is_(None),
        Invitation.revoked_at.is_(None),
    )
    for museum_id, expires_at in db.session.execute(statement):
        if museum_id is not None:
            (waiting if expires_at > now else expired)[museum_id] += 1
    return waiting, expired
