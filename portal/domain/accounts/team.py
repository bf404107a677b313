"""How roles in a museum's team change and end.

Nobody grants above their own role or raises their own, and a museum that has a manager loses the last one only
where somebody has said so. Every change waits for its turn at the museum's row and looks again once it has it, so
that two managers leaving at the same moment know of each other.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, update

from portal.db import db
from portal.domain.accounts import sessions
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.models import Membership
from portal.domain.accounts.parting import let_go, stand_down, withdraw
from portal.domain.accounts.permissions import is_above, may_grant
from portal.domain.accounts.refusals import NotAMember, NotYours
from portal.domain.accounts.roles import MuseumRole
from portal.domain.accounts.roster import Member, is_last_manager, lock, managers, members


def change_role(
    museum_id: int, membership_id: int, role: MuseumRole, *, by: Actor, now: datetime, hand_over: bool = False
) -> bool:
    """Give a member another role; return whether the museum was handed over to the association by it."""
    lock(museum_id)
    target = _member(museum_id, membership_id)
    _check_grant(museum_id, by, target.role, role)
    if target.user_id == by.id and is_above(role, target.role):
        raise NotYours
    if role is target.role:
        return False
    is_lower = is_above(target.role, role)
    handed_over = is_lower and let_go(museum_id, target.user_id, by=by, now=now, hand_over=hand_over)
    _set_role(museum_id, target.id, role)
    if is_lower:
        sessions.end_all(target.user_id)
    _note("role_changed", museum_id, target, by, now, after=role)
    return handed_over


def remove(museum_id: int, membership_id: int, *, by: Actor, now: datetime, hand_over: bool = False) -> bool:
    """Take somebody out of the team; return whether the museum was handed over to the association by it."""
    lock(museum_id)
    target = _member(museum_id, membership_id)
    _check_grant(museum_id, by, target.role)
    if target.user_id == by.id:
        raise NotYours
    handed_over = let_go(museum_id, target.user_id, by=by, now=now, hand_over=hand_over)
    _delete(museum_id, target.id)
    sessions.end_all(target.user_id)
    _note("member_removed", museum_id, target, by, now)
    return handed_over


def leave(
    museum_id: int,
    *,
    by: Actor,
    now: datetime,
    successor: int | None = None,
    hand_over: bool = False,
    but_session: str | None = None,
) -> bool:
    """Leave the team, for a successor (a membership) where nobody else answers for the museum, or for the association.

    Return whether the museum was handed over to the association.
    """
    lock(museum_id)
    own = next((member for member in members(museum_id) if member.user_id == by.id), None)
    if own is None:
        raise NotAMember
    if successor is not None and is_last_manager(museum_id, by.id):
        _name_successor(museum_id, successor, by=by, now=now)
    handed_over = let_go(museum_id, by.id, by=by, now=now, hand_over=hand_over)
    _delete(museum_id, own.id)
    sessions.end_all(by.id, but=but_session)
    _note("member_left", museum_id, own, by, now)
    return handed_over


def _member(museum_id: int, membership_id: int) -> Member:
    found = next((member for member in members(museum_id) if member.id == membership_id), None)
    if found is None:
        raise NotAMember
    return found


def _check_grant(museum_id: int, by: Actor, *roles: MuseumRole) -> None:
    """Raise `NotYours` unless the person acting may give these roles, by the role they hold at this very moment."""
    held = {member.user_id: member.role for member in members(museum_id)}.get(by.id)
    today = replace(by, memberships={museum_id: held} if held else {})
    if not all(may_grant(today, role, museum_id) for role in roles):
        raise NotYours


def _name_successor(museum_id: int, membership_id: int, *, by: Actor, now: datetime) -> None:
    chosen = _member(museum_id, membership_id)
    if chosen.user_id == by.id or chosen.is_disabled:
        raise NotAMember
    _set_role(museum_id, chosen.id, MuseumRole.MANAGER)
    _note("role_changed", museum_id, chosen, by, now, after=MuseumRole.MANAGER)


def _set_role(museum_id: int, membership_id: int, role: MuseumRole) -> None:
    own = (Membership.museum_id == museum_id, Membership.id == membership_id)
    db.session.execute(update(Membership).where(*own).values(role=role))


def _delete(museum_id: int, membership_id: int) -> None:
    own = (Membership.museum_id == museum_id, Membership.id == membership_id)
    db.session.execute(delete(Membership).where(*own))


def _note(
    action: str,
    museum_id: int,
    member: Member,
    by: Actor,
    now: datetime,
    after: MuseumRole | None = None,
) -> None:
    note(
        f"team.{action}",
        by=by,
        now=now,
        museum_id=museum_id,
        subject=f"user:{member.user_id}",
        before=member.role,
        after=after,
    )


__all__ = [
    "Member",
    "change_role",
    "is_last_manager",
    "leave",
    "managers",
    "members",
    "remove",
    "stand_down",
    "withdraw",
]
