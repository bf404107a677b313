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
from portal.domain.accounts.errors import (
    AlreadyMemberError,
    LastManagerError,
    MayNotGrantError,
    NotFoundError,
)
from portal.domain.accounts.models import Membership, User
from portal.domain.accounts.permissions import is_above, may_grant
from portal.domain.accounts.roles import MuseumRole
from portal.domain.accounts.roster import (
    Member,
    is_last_manager,
    lock,
    managers,
    member,
    members,
    membership_of,
    orphans_if_gone,
)


def raise_to(user: User, museum_id: int, role: MuseumRole, *, by: Actor | None, now: datetime) -> bool:
    """Give somebody at least this role; return whether they held less. From the command line nobody acts."""
    place = membership_of(museum_id, user.id)
    if place is None:
        add(user, museum_id, role, by=by, now=now)
        return True
    if not is_above(role, place.role):
        return False
    _set_role(place, role)
    _note("team.role_changed", place, by=by, now=now, after=role)
    return True


def change_role(
    place: Member, role: MuseumRole, *, by: Actor, now: datetime, hand_over: bool = False
) -> bool:
    """Give a member another role; return whether the museum was handed over to the association by it.

    Raises `NotFoundError`, `MayNotGrantError` and, unless the museum is handed over, `LastManagerError`.
    """
    place = _held(place)
    _check_grant(place.museum_id, by, place.role, role)
    if place.user_id == by.id and is_above(role, place.role):
        raise MayNotGrantError
    if role is place.role:
        return False
    is_lower = is_above(place.role, role)
    handed_over = is_lower and _let_go(place, hand_over=hand_over)
    _set_role(place, role)
    if is_lower:
        sessions.end_all(place.user_id)
    _note("team.role_changed", place, by=by, now=now, after=role)
    if handed_over:
        _note_hand_over(place, by=by, now=now)
    return handed_over


def remove(place: Member, *, by: Actor, now: datetime, hand_over: bool = False) -> bool:
    """Take somebody else out of the team, and end their sessions; return whether the museum was handed over."""
    place = _held(place)
    _check_grant(place.museum_id, by, place.role)
    if place.user_id == by.id:
        raise MayNotGrantError
    handed_over = _let_go(place, hand_over=hand_over)
    _end(place)
    sessions.end_all(place.user_id)
    _note("team.member_removed", place, by=by, now=now)
    if handed_over:
        _note_hand_over(place, by=by, now=now)
    return handed_over


def leave(
    place: Member,
    *,
    by: Actor,
    now: datetime,
    successor: Member | None = None,
    hand_over: bool = False,
    but_session: str | None = None,
) -> bool:
    """Leave the team, and end one's other sessions; return whether the museum was handed over.

    Where nobody else answers for the museum, a successor becomes its manager, or it is handed over.
    """
    place = _held(place)
    if place.user_id != by.id:
        raise MayNotGrantError
    if successor is not None and is_last_manager(place.museum_id, by.id):
        _name_successor(place, successor, by=by, now=now)
    handed_over = _let_go(place, hand_over=hand_over)
    _end(place)
    sessions.end_all(by.id, but=but_session)
    _note("team.member_left", place, by=by, now=now)
    if handed_over:
        _note_hand_over(place, by=by, now=now)
    return handed_over


def add(user: User, museum_id: int, role: MuseumRole, *, by: Actor | None, now: datetime) -> Member:
    """Put somebody in a team; `by` is nobody from the command line.

    Raises `MayNotGrantError` and `AlreadyMemberError`.
    """
    lock(museum_id)
    if by is not None:
        _check_grant(museum_id, by, role)
    if membership_of(museum_id, user.id) is not None:
        raise AlreadyMemberError
    db.session.add(Membership(user_id=user.id, museum_id=museum_id, role=role, since=now))
    db.session.flush()
    place = membership_of(museum_id, user.id)
    if place is None:
        raise NotFoundError
    subject, after = f"user:{user.id}", {"role": role.value}
    note("team.member_added", by=by, now=now, museum_id=museum_id, subject=subject, after=after)
    return place


def _held(place: Member) -> Member:
    """Return a member as they are now that it is this request's turn; raises `NotFoundError` for who has gone."""
    lock(place.museum_id)
    return member(place.museum_id, place.id)


def _check_grant(museum_id: int, by: Actor, *roles: MuseumRole) -> None:
    """Raise `MayNotGrantError` unless the person acting may give these roles, by the role they hold at this moment."""
    held = {member.user_id: member.role for member in members(museum_id)}.get(by.id)
    today = replace(by, memberships={museum_id: held} if held else {})
    if not all(may_grant(today, role, museum_id) for role in roles):
        raise MayNotGrantError


def _name_successor(place: Member, successor: Member, *, by: Actor, now: datetime) -> None:
    chosen = member(place.museum_id, successor.id)
    if chosen.user_id == by.id or chosen.is_disabled:
        raise NotFoundError
    _set_role(chosen, MuseumRole.MANAGER)
    _note("team.successor_named", chosen, by=by, now=now, after=MuseumRole.MANAGER)


def _let_go(place: Member, *, hand_over: bool) -> bool:
    """Return whether the museum goes to the association, which somebody must have said (`hand_over`)."""
    is_last = is_last_manager(place.museum_id, place.user_id)
    if is_last and not hand_over:
        raise LastManagerError
    return is_last


def _set_role(place: Member, role: MuseumRole) -> None:
    own = (Membership.museum_id == place.museum_id, Membership.id == place.id)
    db.session.execute(update(Membership).where(*own).values(role=role))


def _end(place: Member) -> None:
    own = (Membership.museum_id == place.museum_id, Membership.id == place.id)
    db.session.execute(delete(Membership).where(*own))


def _note(
    action: str, place: Member, *, by: Actor | None, now: datetime, after: MuseumRole | None = None
) -> None:
    note(
        action,
        by=by,
        now=now,
        museum_id=place.museum_id,
        subject=f"user:{place.user_id}",
        before={"role": place.role.value},
        after={"role": after.value} if after else None,
    )


def _note_hand_over(place: Member, *, by: Actor, now: datetime) -> None:
    note("museum.handed_to_association", by=by, now=now, museum_id=place.museum_id)


__all__ = [
    "Member",
    "add",
    "change_role",
    "is_last_manager",
    "leave",
    "managers",
    "member",
    "members",
    "membership_of",
    "orphans_if_gone",
    "remove",
]
