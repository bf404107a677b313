"""The people the association's own letters go to."""

from collections.abc import Sequence

from sqlalchemy import select

from portal.db import db
from portal.domain.accounts.models import AssociationRight, User
from portal.domain.accounts.roles import AssociationRole


def to_tell() -> Sequence[User]:
    """Return the admins whose account is open, in the order they came."""
    statement = (
        select(User)
        .join(AssociationRight, AssociationRight.user_id == User.id)
        .where(
            AssociationRight.role == AssociationRole.ADMIN,
            User.disabled_at.is_(None),
            User.erased_at.is_(None),
        )
    )
    return db.session.scalars(statement.order_by(User.id)).all()
