"""The association's own people: who holds which of its rights."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from portal.db import db
from portal.domain.accounts import sessions
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.errors import LastAdminError, MayNotGrantError
from portal.domain.accounts.models import AssociationRight, User
from portal.domain.accounts.permissions import may_grant
from portal.domain.accounts.roles import AssociationRole


def of_user(user_id: int) -> Sequence[AssociationRole]:
    """Return somebody's rights."""
    return db.session.scalars(select(AssociationRight.role).where(AssociationRight.user_id == user_id)).all()


def give(user: User, role: AssociationRole, *, by: Actor | None, now: datetime) -> None:
    """Give a right; `by` is nobody from the command line. Raises `MayNotGrantError`."""
    if by is not None and not may_grant(by, role):
        raise MayNotGrantError
    if role in of_user(user.id):
        return
    db.session.add(AssociationRight(user_id=user.id, role=role, since=now))
    db.session.flush()
    note("rights.given", by=by, now=now, subject=f"user:{user.id}", after={"role": role.value})


def take(user: User, role: AssociationRole, *, by: Actor, now: datetime) -> None:
    """Take a right back, and end the person's sessions; raises `MayNotGrantError` and `LastAdminError`."""
    if not may_grant(by, role):
        raise MayNotGrantError
    right = db.session.get(AssociationRight, (user.id, role))
    if right is None:
        return
    if role is AssociationRole.ADMIN:
        check_other_admin(user.id)
    db.session.delete(right)
    db.session.flush()
    sessions.end_all(user.id)
    note("rights.taken", by=by, now=now, subject=f"user:{user.id}", before={"role": role.value})


def check_other_admin(user_id: int) -> None:
    """Raise `LastAdminError` unless somebody else who may sign in is an admin."""
    others = (
        select(AssociationRight.user_id)
        .join(User, User.id == AssociationRight.user_id)
        .where(
            AssociationRight.role == AssociationRole.ADMIN,
            AssociationRight.user_id != user_id,
            User.disabled_at.is_(None),
            User.erased_at.is_(None),
        )
        .with_for_update(of=AssociationRight)
    )
    if not db.session.scalars(others).all():
        raise LastAdminError
