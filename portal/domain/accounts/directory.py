"""Every account as the association looks for it: who, for which museums, seen since when, in what state.

Accounts are few (some hundreds): they are read whole in five statements, whatever their number, and sought in
memory, where a name is compared folded on both databases alike.
"""

import enum
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from portal.db import Translated, db
from portal.domain import museums
from portal.domain.accounts.models import AssociationRight, Membership, User
from portal.domain.accounts.roles import AssociationRole, MuseumRole
from portal.domain.museums import Museum

DORMANT_AFTER = timedelta(days=365)


class State(enum.Enum):
    """What an account can do, the most telling word first."""

    ERASED = "efface"
    DISABLED = "suspendu"
    BOUNCED = "courrier-revenu"
    """Letters to the address come back."""
    ACTIVE = "actif"


@dataclass(frozen=True, slots=True)
class Work:
    """A person's role in one museum."""

    museum_id: int
    slug: str
    name: Translated
    role: MuseumRole


@dataclass(frozen=True, slots=True)
class Account:
    """An account as lists show it."""

    id: int
    name: str
    email: str | None
    created_at: datetime
    signed_in_at: datetime | None
    disabled_at: datetime | None
    bounced_at: datetime | None
    erased_at: datetime | None
    works: tuple[Work, ...] = ()
    rights: tuple[AssociationRole, ...] = ()

    @property
    def state(self) -> State:
        """The state that says most."""
        if self.erased_at:
            return State.ERASED
        if self.disabled_at:
            return State.DISABLED
        return State.BOUNCED if self.bounced_at else State.ACTIVE

    @property
    def may_sign_in(self) -> bool:
        """Whether the account is neither disabled nor erased."""
        return self.disabled_at is None and self.erased_at is None

    def is_dormant(self, now: datetime) -> bool:
        """Return whether nobody has come with it for a year, though somebody may."""
        return self.may_sign_in and (self.signed_in_at or self.created_at) <= now - DORMANT_AFTER


def everybody() -> list[Account]:
    """Return every account, erased ones included, by name."""
    works = _read_works()
    rights: dict[int, list[AssociationRole]] = defaultdict(list)
    for user_id, role in db.session.execute(select(AssociationRight.user_id, AssociationRight.role)):
        rights[user_id].append(role)
    columns = (
        User.id,
        User.name,
        User.email,
        User.created_at,
        User.signed_in_at,
        User.disabled_at,
        User.bounced_at,
        User.erased_at,
    )
    return [
        Account(*row, works=tuple(works[row.id]), rights=tuple(sorted(rights[row.id])))
        for row in db.session.execute(select(*columns).order_by(User.id))
    ]


def _read_works() -> Mapping[int, list[Work]]:
    known = museum_names()
    works: dict[int, list[Work]] = defaultdict(list)
    columns = select(Membership.user_id, Membership.museum_id, Membership.role)
    for user_id, museum_id, role in db.session.execute(columns.order_by(Membership.id)):
        slug, name = known[museum_id]
        works[user_id].append(Work(museum_id, slug, name, role))
    return works


def names() -> list[tuple[int, str, str | None]]:
    """Return the number, the name and the address of every account."""
    rows = db.session.execute(select(User.id, User.name, User.email).order_by(User.id))
    return [(id_, name, email) for id_, name, email in rows]


def museum_names() -> Mapping[int, tuple[str, Translated]]:
    """Return the address part and the name of every museum, archived ones included, by number."""
    listed = {entry.id: (entry.slug, entry.name) for entry in museums.guide().museums}
    archived = select(Museum.id, Museum.slug, Museum.usage_name).where(Museum.archived_at.is_not(None))
    return listed | {id_: (slug, name) for id_, slug, name in db.session.execute(archived)}


@dataclass(frozen=True)
class Figures:
    """What calls for attention among the accounts."""

    dormant: int
    bounced: int
    association: int


def figures(accounts: Sequence[Account], now: datetime) -> Figures:
    """Count what calls for attention."""
    return Figures(
        dormant=sum(account.is_dormant(now) for account in accounts),
        bounced=sum(account.state is State.BOUNCED for account in accounts),
        association=sum(account.may_sign_in and bool(account.rights) for account in accounts),
    )
