"""Who works for the association: admins name admins, nobody raises their own, and one admin always stays."""

from datetime import datetime

from sqlalchemy import select

from portal.db import db
from portal.domain.accounts import sessions
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.models import AssociationRight, User
from portal.domain.accounts.permissions import may_grant
from portal.domain.accounts.roles import AssociationRole
from portal.domain.errors import DomainError


class RightNotYoursToGiveError(DomainError):
    """A right that this person may not give or take, or not to this account."""


class LastAdminError(DomainError):
    """The association would be left without anybody who administers."""


def change(user_id: int, wanted: frozenset[AssociationRole], *, by: Actor, now: datetime) -> None:
    """Give somebody exactly these rights; what changed ends their sessions where a right was taken."""
    user = db.session.get_one(User, user_id)
    held = {right.role: right for right in user.rights}
    given, taken = wanted - set(held), set(held) - wanted
    if not given and not taken:
        return
    _check(user_id, given, taken, by)
    for role in sorted(taken):
        db.session.delete(held[role])
    for role in sorted(given):
        db.session.add(AssociationRight(user_id=user_id, role=role, since=now))
    db.session.flush()
    db.session.expire(user, ["rights"])
    if taken:
        sessions.end_all(user_id)
    note(
        "association.rights_changed",
        by=by,
        now=now,
        subject=f"user:{user_id}",
        before={"rights": sorted(held)},
        after={"rights": sorted(wanted)},
    )


def is_last_admin(user_id: int) -> bool:
    """Return whether this person is the only one who administers and may sign in.

    The rows are locked: two admins who take each other's right at the same instant come one after the other.
    """
    statement = (
        select(AssociationRight.user_id)
        .join(User, User.id == AssociationRight.user_id)
        .where(
            AssociationRight.role == AssociationRole.ADMIN,
            User.disabled_at.is_(None),
            User.erased_at.is_(None),
        )
        .with_for_update()
    )
    return set(db.session.scalars(statement)) == {user_id}


def _check(
    user_id: int,
    given: set[AssociationRole] | frozenset[AssociationRole],
    taken: set[AssociationRole],
    by: Actor,
) -> None:
    if not all(may_grant(by, role) for role in given | taken):
        raise RightNotYoursToGiveError(user_id)
    if given and user_id == by.id:
        raise RightNotYoursToGiveError(user_id)
    if AssociationRole.ADMIN in taken and is_last_admin(user_id):
        raise LastAdminError(user_id)
