"""What a museum owes itself when a manager goes: somebody who answers for it, or the association told so."""

from datetime import datetime

from sqlalchemy import delete, select

from portal.db import db
from portal.domain.accounts import sessions
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.models import Membership
from portal.domain.accounts.refusals import LastManager
from portal.domain.accounts.roles import MuseumRole
from portal.domain.accounts.roster import is_last_manager, lock


def let_go(museum_id: int, user_id: int, *, by: Actor | None, now: datetime, hand_over: bool) -> bool:
    """Return whether the museum goes to the association, which somebody must have said (`hand_over`)."""
    if not is_last_manager(museum_id, user_id):
        return False
    if not hand_over:
        raise LastManager([museum_id])
    note("team.handed_over", by=by, now=now, museum_id=museum_id, subject=f"user:{user_id}")
    return True


def stand_down(user_id: int, *, by: Actor | None, now: datetime, hand_over: bool = False) -> list[int]:
    """Let a person's museums know that they close the account: call it before disabling or erasing one.

    Return the museums handed over to the association; without `hand_over`, raise `LastManager` if there are any.
    """
    museum_ids = _managed_by(user_id)
    for museum_id in museum_ids:
        lock(museum_id)
    alone = [museum_id for museum_id in museum_ids if is_last_manager(museum_id, user_id)]
    if alone and not hand_over:
        raise LastManager(alone)
    for museum_id in alone:
        let_go(museum_id, user_id, by=by, now=now, hand_over=True)
    return alone


def withdraw(user_id: int, *, by: Actor | None, now: datetime, hand_over: bool = False) -> list[int]:
    """Take a person out of every team, for an erasure; return the museums handed over to the association."""
    alone = stand_down(user_id, by=by, now=now, hand_over=hand_over)
    memberships = db.session.execute(
        select(Membership.museum_id, Membership.role).where(Membership.user_id == user_id)
    ).all()
    for museum_id, role in memberships:
        note(
            "team.member_removed", by=by, now=now, museum_id=museum_id, subject=f"user:{user_id}", before=role
        )
    db.session.execute(delete(Membership).where(Membership.user_id == user_id))
    sessions.end_all(user_id)
    return alone


def _managed_by(user_id: int) -> list[int]:
    statement = select(Membership.museum_id).where(
        Membership.user_id == user_id, Membership.role == MuseumRole.MANAGER
    )
    return list(db.session.scalars(statement.order_by(Membership.museum_id)))
