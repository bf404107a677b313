"""Finds who acts: the person with the roles they hold at this very request."""

from dataclasses import replace

from sqlalchemy import select

from portal.db import db
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.models import AssociationRight, Membership, User
from portal.domain.accounts.roles import AssociationRole


def find(user_id: int, *, has_second_factor: bool = True) -> Actor | None:
    """Return the person with their roles, read in the doors' scope; nothing for who may not sign in.

    An admin who has not given a second factor acts without that right until they have (security.md 8).
    """
    user = db.session.get(User, user_id)
    if user is None or not user.may_sign_in:
        return None
    roles = select(Membership.museum_id, Membership.role).where(Membership.user_id == user_id)
    memberships = {row.museum_id: row.role for row in db.session.execute(roles)}
    rights = frozenset(
        db.session.scalars(select(AssociationRight.role).where(AssociationRight.user_id == user_id))
    )
    held_back = AssociationRole.ADMIN in rights and not has_second_factor
    return Actor(
        id=user.id,
        name=user.name,
        email=user.email or "",
        language=user.language,
        memberships=memberships,
        rights=rights - {AssociationRole.ADMIN} if held_back else rights,
        needs_second_factor=held_back,
    )


def seen_through(person: Actor, admin: Actor) -> Actor:
    """Return the person as an admin looks through their eyes."""
    return replace(person, seen_through=admin.id)
