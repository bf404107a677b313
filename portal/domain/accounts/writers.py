"""Who answers for what museums publish: their managers and editors, whom letters about it go to."""

from collections.abc import Iterable

from sqlalchemy import select

from portal.db import db
from portal.domain.accounts.models import Membership, User
from portal.domain.accounts.roles import MuseumRole

WRITERS = (MuseumRole.MANAGER, MuseumRole.EDITOR)


def of_museums(museum_ids: Iterable[int]) -> list[tuple[int, User]]:
    """Return the people of museums who publish and may be written to, with each museum of theirs."""
    rows = db.session.execute(
        select(Membership.museum_id, User)
        .join(User, User.id == Membership.user_id)
        .where(Membership.museum_id.in_(list(museum_ids)), Membership.role.in_(WRITERS))
        .order_by(User.id, Membership.museum_id)
    )
    return [(museum_id, user) for museum_id, user in rows if user.may_sign_in and user.email]
