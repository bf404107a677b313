"""The association's admins, who hear of what nobody else looks after."""

from collections.abc import Sequence

from sqlalchemy import select

from portal.db import db
from portal.domain.accounts.models import AssociationRight, User
from portal.domain.accounts.roles import AssociationRole


def all_of_them() -> Sequence[User]:
    """Return the admins who may sign in."""
    statement = (
        select(User)
        .join(AssociationRight, AssociationRight.user_id == User.id)
        .where(
            AssociationRight.role == AssociationRole.ADMIN,
            User.disabled_at.is_(None),
            User.erased_at.is_(None),
        )
        .order_by(User.id)
    )
    return db.session.scalars(statement).all()
