"""The invitations that wait for an answer, and who needs none."""

from collections.abc import Sequence

from sqlalchemy import select

from portal.db import db
from portal.domain.accounts.errors import AlreadyMemberError, NotFoundError
from portal.domain.accounts.models import AssociationRight, Invitation, Membership, User
from portal.domain.accounts.roles import AssociationRole, Role

PENDING = (
    Invitation.accepted_at.is_(None),
    Invitation.refused_at.is_(None),
    Invitation.revoked_at.is_(None),
)


def pending(museum_id: int) -> Sequence[Invitation]:
    """Return a museum's invitations that wait for an answer, the latest first."""
    statement = select(Invitation).where(Invitation.museum_id == museum_id, *PENDING)
    return db.session.scalars(statement.order_by(Invitation.expires_at.desc(), Invitation.id.desc())).all()


def find(invitation_id: int, museum_id: int | None = None) -> Invitation:
    """Return an invitation that waits for an answer, of this museum where one is named; raises `NotFoundError`."""
    statement = select(Invitation).where(Invitation.id == invitation_id, *PENDING)
    if museum_id is not None:
        statement = statement.where(Invitation.museum_id == museum_id)
    found = db.session.scalar(statement.execution_options(populate_existing=True))
    if found is None:
        raise NotFoundError
    return found


def of_address(address: str, museum_id: int | None) -> Invitation | None:
    """Return the invitation that waits for an answer at an address, in a museum or in the association."""
    same = (Invitation.email == address, Invitation.museum_id == museum_id)
    return db.session.scalars(select(Invitation).where(*same, *PENDING)).first()


def check_newcomer(address: str, role: Role, museum_id: int | None) -> None:
    """Raise `AlreadyMemberError` where the owner of an address is in the team, or has this right."""
    statement = select(User.id).where(User.email == address)
    if isinstance(role, AssociationRole):
        statement = statement.join(AssociationRight).where(AssociationRight.role == role)
    else:
        statement = statement.join(Membership).where(Membership.museum_id == museum_id)
    if db.session.scalar(statement) is not None:
        raise AlreadyMemberError
