"""What the association does to an account: disable it, end its sessions; each with a reason the journal keeps."""

from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from portal.domain.accounts import rights, sessions, team, tokens
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.errors import LastManagerError, MayNotGrantError
from portal.domain.accounts.models import User
from portal.domain.accounts.roles import AssociationRole


def disable(user: User, *, by: Actor | None, now: datetime, reason: str, hand_over: bool = False) -> None:
    """Close an account without removing it; raises `LastManagerError`, `LastAdminError`, `MayNotGrantError` for one's own."""
    if by is not None and user.id == by.id:
        raise MayNotGrantError
    if user.disabled_at:
        return
    if AssociationRole.ADMIN in rights.of_user(user.id):
        rights.check_other_admin(user.id)
    orphans = team.orphans_if_gone(user.id)
    if orphans and not hand_over:
        raise LastManagerError
    user.disabled_at = now
    sessions.end_all(user.id)
    tokens.kill(user_id=user.id, now=now)
    note("account.disabled", by=by, now=now, subject=f"user:{user.id}", after={"reason": reason})
    for museum_id in orphans:
        note("museum.handed_to_association", by=by, now=now, museum_id=museum_id)


def enable(user: User, *, by: Actor, now: datetime) -> None:
    """Open an account again."""
    if user.disabled_at:
        user.disabled_at = None
        note("account.enabled", by=by, now=now, subject=f"user:{user.id}")


def end_sessions(user: User, *, by: Actor, now: datetime) -> None:
    """End every session of an account."""
    sessions.end_all(user.id)
    note("account.sessions_ended", by=by, now=now, subject=f"user:{user.id}")


def demonstration_accounts_exist(session: Session) -> bool:
    """Return whether an account of the demonstration could still sign in: production refuses to start then."""
    waiting = exists().where(User.is_demonstration, User.disabled_at.is_(None), User.erased_at.is_(None))
    return bool(session.scalar(select(waiting)))
