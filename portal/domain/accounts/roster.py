"""Who is in a museum's team, and whose turn it is to change it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from portal.db import db
from portal.domain.accounts.actor import initials_of
from portal.domain.accounts.errors import NotFoundError
from portal.domain.accounts.models import AssociationRight, Membership, User
from portal.domain.accounts.roles import AssociationRole, MuseumRole
from portal.domain.folding import fold
from portal.domain.museums import Museum

ORDER: Mapping[MuseumRole, int] = {role: rank for rank, role in enumerate(MuseumRole)}


@dataclass(frozen=True)
class Member:
    """Somebody of a team, as its page shows them: plain values, which no change of scope empties."""

    id: int
    """Of the membership."""
    museum_id: int
    user_id: int
    name: str
    email: str
    role: MuseumRole
    signed_in_at: datetime | None
    is_disabled: bool

    @property
    def initials(self) -> str:
        """Two letters for a small disc."""
        return initials_of(self.name, self.email)


def members(museum_id: int) -> list[Member]:
    """Return a museum's team: managers first, then by name."""
    rows = db.session.execute(
        select(Membership.id, Membership.role, User)
        .join(User, User.id == Membership.user_id)
        .where(Membership.museum_id == museum_id)
        .execution_options(populate_existing=True)
    )
    found = [
        Member(
            id=id_,
            museum_id=museum_id,
            user_id=user.id,
            name=user.name,
            email=user.email or "",
            role=role,
            signed_in_at=user.signed_in_at,
            is_disabled=not user.may_sign_in,
        )
        for id_, role, user in rows
    ]
    return sorted(found, key=lambda member: (ORDER[member.role], fold(member.name), member.id))


def member(museum_id: int, membership_id: int) -> Member:
    """Return one member of a museum; raises `NotFoundError`."""
    found = next((member for member in members(museum_id) if member.id == membership_id), None)
    if found is None:
        raise NotFoundError
    return found


def membership_of(museum_id: int, user_id: int) -> Member | None:
    """Return somebody's place in a museum's team."""
    return next((member for member in members(museum_id) if member.user_id == user_id), None)


def managers(museum_id: int) -> set[int]:
    """Return who answers for a museum today: its managers whose account is open."""
    return {
        member.user_id
        for member in members(museum_id)
        if member.role is MuseumRole.MANAGER and not member.is_disabled
    }


def is_last_manager(museum_id: int, user_id: int) -> bool:
    """Return whether nobody else answers for the museum."""
    return managers(museum_id) == {user_id}


def lock(museum_id: int | None) -> None:
    """Wait until nobody else changes this team or its invitations; the association's own where no museum is named.

    SQLite has one writer and needs no more. On PostgreSQL each statement after this one sees what the others did.
    """
    if museum_id is not None:
        lock_all([museum_id])
        return
    admins = select(AssociationRight.user_id).where(AssociationRight.role == AssociationRole.ADMIN)
    db.session.execute(admins.order_by(AssociationRight.user_id).with_for_update()).all()


def lock_all(museum_ids: Collection[int]) -> None:
    """Wait for several museums' turn, always in the same order, so that two never wait for each other."""
    statement = select(Museum.id).where(Museum.id.in_(museum_ids)).order_by(Museum.id)
    db.session.execute(statement.with_for_update(key_share=True)).all()


def orphans_if_gone(user_id: int) -> list[int]:
    """Return the museums that nobody else answers for, and hold them until the transaction ends."""
    managed = select(Membership.museum_id).where(
        Membership.user_id == user_id, Membership.role == MuseumRole.MANAGER
    )
    museum_ids = db.session.scalars(managed.order_by(Membership.museum_id)).all()
    lock_all(museum_ids)
    return [museum_id for museum_id in museum_ids if is_last_manager(museum_id, user_id)]
