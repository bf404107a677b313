"""The association's people who hear of what nobody else looks after."""

from collections.abc import Sequence

from sqlalchemy import select

from portal.db import db
from portal.domain.accounts.models import AssociationRight, User
from portal.domain.accounts.roles import AssociationRole


def all_of_them() -> Sequence[User]:
    """Return the admins who may sign in."""
    return _holding(AssociationRole.ADMIN)


def with_moderators() -> Sequence[User]:
    """Return the admins and the moderators who may sign in, each once."""
    return _holding(AssociationRole.ADMIN, AssociationRole.MODERATOR)


def _holding(*roles: AssociationRole) -> Sequence[User]:
    holders = select(AssociationRight.user_id).where(AssociationRight.role.in_(roles))
    statement = select(User).where(User.id.in_(holders), User.disabled_at.is_(None), User.erased_at.is_(None))
    return db.session.scalars(statement.order_by(User.id)).all()
