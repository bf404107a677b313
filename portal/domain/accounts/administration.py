"""What the association does to an account; where it matters, with a reason that the journal keeps."""

from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from portal.domain.accounts import profile, reasons, rights, second_factor, sessions, team, tokens
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.errors import AddressTakenError, LastManagerError, MayNotGrantError
from portal.domain.accounts.models import User
from portal.domain.accounts.roles import AssociationRole


def disable(user: User, *, by: Actor | None, now: datetime, reason: str, hand_over: bool = False) -> None:
    """Close an account without removing it; raises `LastManagerError`, `LastAdminError`, `MayNotGrantError` for one's own."""
    why = reasons.checked(reason, user)
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
    note("account.disabled", by=by, now=now, subject=f"user:{user.id}", after={"reason": why})
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


def reset_second_factor(user: User, *, by: Actor, now: datetime, reason: str) -> None:
    """Take away the second factor of somebody who has lost it; raises `MayNotGrantError` for one's own."""
    why = reasons.checked(reason, user)
    if user.id == by.id:  # one's own is changed with the factor in hand, in one's own account
        raise MayNotGrantError
    second_factor.reset(user, by=by, now=now, reason=why)
    sessions.end_all(user.id)


def correct_address(user: User, email: str, *, by: Actor, now: datetime, reason: str) -> str | None:
    """Give an account an address that answers; return the former one where it changed.

    The same address written again says that it answers after all. Raises `AddressTakenError`, and
    `MayNotGrantError` for one's own, which is confirmed by a letter in one's own account.
    """
    why = reasons.checked(reason, user)
    if user.id == by.id:
        raise MayNotGrantError
    former, user.bounced_at = user.email, None
    if email == former:
        note("account.bounce_cleared", by=by, now=now, subject=f"user:{user.id}", after={"reason": why})
        return None
    if profile.by_email(email) is not None:
        raise AddressTakenError
    user.email = email
    sessions.end_all(user.id)
    tokens.kill(user_id=user.id, now=now)
    note("account.address_corrected", by=by, now=now, subject=f"user:{user.id}", after={"reason": why})
    return former


def demonstration_accounts_exist(session: Session) -> bool:
    """Return whether an account of the demonstration could still sign in: production refuses to start then."""
    waiting = exists().where(User.is_demonstration, User.disabled_at.is_(None), User.erased_at.is_(None))
    return bool(session.scalar(select(waiting)))
