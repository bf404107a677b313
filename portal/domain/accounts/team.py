"""A museum's team: who is in it, and how it never loses its last manager unnoticed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

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
from portal.domain.accounts.permissions import may_grant
from portal.domain.accounts.roles import MuseumRole

_ORDER = list(MuseumRole)


def members(museum_id: int) -> list[Membership]:
    """Return a museum's team with its people: managers first, then by name."""
    statement = (
        select(Membership).where(Membership.museum_id == museum_id).options(joinedload(Membership.user))
    )
    return sorted(
        db.session.scalars(statement),
        key=lambda member: (_ORDER.index(member.role), member.user.name.lower(), member.id),
    )


def member(museum_id: int, membership_id: int) -> Membership:
    """Return one member of a museum; raises `NotFoundError`."""
    statement = (
        select(Membership)
        .where(Membership.museum_id == museum_id, Membership.id == membership_id)
        .options(joinedload(Membership.user))
    )
    found = db.session.scalar(statement)
    if found is None:
        raise NotFoundError
    return found


def membership_of(museum_id: int, user_id: int) -> Membership | None:
    """Return somebody's place in a museum's team."""
    statement = select(Membership).where(Membership.museum_id == museum_id, Membership.user_id == user_id)
    return db.session.scalar(statement)


def add(user: User, museum_id: int, role: MuseumRole, *, by: Actor | None, now: datetime) -> Membership:
    """Put somebody in a team; raises `AlreadyMemberError`."""
    if membership_of(museum_id, user.id) is not None:
        raise AlreadyMemberError
    place = Membership(user_id=user.id, museum_id=museum_id, role=role, since=now)
    db.session.add(place)
    db.session.flush()
    note(
        "team.member_added",
        by=by,
        now=now,
        museum_id=museum_id,
        subject=f"user:{user.id}",
        after={"role": role.value},
    )
    return place


def raise_to(user: User, museum_id: int, role: MuseumRole, *, by: Actor | None, now: datetime) -> bool:
    """Give somebody at least this role; return whether they held less. From the command line nobody acts."""
    place = membership_of(museum_id, user.id)
    if place is None:
        add(user, museum_id, role, by=by, now=now)
        return True
    if _ORDER.index(place.role) <= _ORDER.index(role):
        return False
    before, place.role = place.role, role
    _note_change("team.role_changed", place, by=by, now=now, before=before, after=role)
    return True


def change_role(
    place: Membership, role: MuseumRole, *, by: Actor, now: datetime, hand_over: bool = False
) -> None:
    """Give a member another role; raises `MayNotGrantError` and `LastManagerError`."""
    if place.role is role:
        return
    is_own_raise = place.user_id == by.id and _ORDER.index(role) < _ORDER.index(place.role)
    allowed = all(may_grant(by, held, place.museum_id) for held in (role, place.role))
    if is_own_raise or not allowed:
        raise MayNotGrantError
    if place.role is MuseumRole.MANAGER:
        _check_managers(place, hand_over=hand_over)
    before, place.role = place.role, role
    _note_change("team.role_changed", place, by=by, now=now, before=before, after=role)
    sessions.end_all(place.user_id)


def remove(place: Membership, *, by: Actor, now: datetime, hand_over: bool = False) -> None:
    """Take somebody out of a team, and end their sessions; raises `MayNotGrantError` and `LastManagerError`."""
    if not may_grant(by, place.role, place.museum_id):
        raise MayNotGrantError
    _leave(place, "team.member_removed", by=by, now=now, hand_over=hand_over)


def leave(
    place: Membership,
    *,
    by: Actor,
    now: datetime,
    successor: Membership | None = None,
    hand_over: bool = False,
) -> None:
    """Leave a team; its last manager names a successor or hands the museum over to the association."""
    if successor is not None and successor.museum_id == place.museum_id and successor.id != place.id:
        before, successor.role = successor.role, MuseumRole.MANAGER
        if before is not MuseumRole.MANAGER:
            _note_change(
                "team.successor_named", successor, by=by, now=now, before=before, after=successor.role
            )
        db.session.flush()
    _leave(place, "team.member_left", by=by, now=now, hand_over=hand_over)


def orphans_if_gone(user_id: int) -> list[int]:
    """Return the museums whose only manager this person is."""
    managed = select(Membership.museum_id).where(
        Membership.user_id == user_id, Membership.role == MuseumRole.MANAGER
    )
    return [id_ for id_ in db.session.scalars(managed).all() if len(_managers(id_)) == 1]


def _leave(place: Membership, action: str, *, by: Actor, now: datetime, hand_over: bool) -> None:
    was_last = place.role is MuseumRole.MANAGER and _check_managers(place, hand_over=hand_over)
    _note_change(action, place, by=by, now=now, before=place.role, after=None)
    if was_last:
        note("museum.handed_to_association", by=by, now=now, museum_id=place.museum_id)
    sessions.end_all(place.user_id)
    db.session.delete(place)
    db.session.flush()


def _check_managers(place: Membership, *, hand_over: bool) -> bool:
    """Return whether this is the last manager; raises `LastManagerError` unless the museum is handed over on purpose."""
    is_last = {manager.id for manager in _managers(place.museum_id)} <= {place.id}
    if is_last and not hand_over:
        raise LastManagerError
    return is_last


def _managers(museum_id: int) -> Sequence[Membership]:
    """Return a museum's managers, and hold their rows: two who leave at once follow one another."""
    statement = (
        select(Membership)
        .where(Membership.museum_id == museum_id, Membership.role == MuseumRole.MANAGER)
        .order_by(Membership.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return db.session.scalars(statement).all()


def _note_change(
    action: str,
    place: Membership,
    *,
    by: Actor | None,
    now: datetime,
    before: MuseumRole,
    after: MuseumRole | None,
) -> None:
    note(
        action,
        by=by,
        now=now,
        museum_id=place.museum_id,
        subject=f"user:{place.user_id}",
        before={"role": before.value},
        after={"role": after.value} if after else None,
    )
