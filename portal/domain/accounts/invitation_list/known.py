"""Who is in which team and who is invited to it, by address: what every line of a list is compared with."""

from sqlalchemy import select

from portal.db import db
from portal.domain.accounts.invitations import PENDING
from portal.domain.accounts.models import Invitation, Membership, User

Key = tuple[int, str]
"""A museum and an address."""


def members() -> set[Key]:
    """Return the addresses of every team."""
    statement = select(Membership.museum_id, User.email).join(User, User.id == Membership.user_id)
    return {(museum_id, email) for museum_id, email in db.session.execute(statement) if email}


def invited() -> dict[Key, Invitation]:
    """Return the invitations that wait for an answer."""
    rows = db.session.scalars(select(Invitation).where(*PENDING))
    return {(row.museum_id, row.email): row for row in rows if row.email and row.museum_id is not None}
