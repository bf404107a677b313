"""What an admin does to somebody's account; each act is in the journal, with its reason where it matters."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import delete, select

from portal.db import db
from portal.domain.accounts import reasons, sessions
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.association_rights import LastAdminError, is_last_admin
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.models import Membership, Passkey, RecoveryCode, Token, User
from portal.domain.accounts.roles import MuseumRole
from portal.domain.errors import DomainError


class UnknownAccountError(DomainError):
    """No account has this number."""


class ErasedAccountError(DomainError):
    """Nobody is behind this account any more."""


class OwnAccountError(DomainError):
    """An act that nobody does to their own account from here."""


def person(user_id: int) -> User:
    """Return the account of somebody who has not been erased."""
    user = db.session.get(User, user_id)
    if user is None:
        raise UnknownAccountError(user_id)
    if user.erased_at is not None:
        raise ErasedAccountError(user_id)
    return user


def subject_of(user_id: int) -> str:
    """Return what the journal calls an account."""
    return f"user:{user_id}"


def disable(user_id: int, *, by: Actor, now: datetime, reason: str) -> None:
    """Shut somebody out from the next request on; what they wrote stays."""
    user = person(user_id)
    why = reasons.checked(reason, user)
    if user.id == by.id:
        raise OwnAccountError(user_id)
    if is_last_admin(user_id):
        raise LastAdminError(user_id)
    if user.disabled_at is not None:
        return
    user.disabled_at = now
    shut_out(user_id)
    note("account.disabled", by=by, now=now, subject=subject_of(user_id), after={"reason": why})


def enable(user_id: int, *, by: Actor, now: datetime, reason: str = "") -> None:
    """Let somebody in again."""
    user = person(user_id)
    why = reasons.checked(reason, user, required=False)
    if user.disabled_at is None:
        return
    user.disabled_at = None
    note("account.enabled", by=by, now=now, subject=subject_of(user_id), after={"reason": why})


def end_sessions(user_id: int, *, by: Actor, now: datetime, but: str | None = None) -> None:
    """Sign somebody out of every browser, but for the one of this number."""
    person(user_id)
    sessions.end_all(user_id, but=but)
    note("account.sessions_ended", by=by, now=now, subject=subject_of(user_id))


def reset_second_factor(user_id: int, *, by: Actor, now: datetime, reason: str) -> None:
    """Forget the codes, keys and recovery codes of somebody who has lost them; they sign in anew."""
    user = person(user_id)
    why = reasons.checked(reason, user)
    if user.id == by.id:  # one's own factor is changed with the factor itself
        raise OwnAccountError(user_id)
    user.totp_secret = user.totp_confirmed_at = user.totp_last_step = None
    db.session.execute(delete(Passkey).where(Passkey.user_id == user_id))
    db.session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))
    sessions.end_all(user_id)
    note("account.second_factor_reset", by=by, now=now, subject=subject_of(user_id), after={"reason": why})


def left_without_manager(user_id: int) -> list[int]:
    """Return the museums that have nobody else who manages them and may sign in (the contract: never unnoticed)."""
    managers = (
        select(Membership.museum_id, Membership.user_id)
        .join(User, User.id == Membership.user_id)
        .where(Membership.role == MuseumRole.MANAGER, User.disabled_at.is_(None), User.erased_at.is_(None))
    )
    found: dict[int, set[int]] = defaultdict(set)
    for museum_id, manager_id in db.session.execute(managers):
        found[museum_id].add(manager_id)
    return sorted(museum_id for museum_id, who in found.items() if who == {user_id})


def shut_out(user_id: int) -> None:
    """End somebody's sessions, and the links that would let them in again."""
    sessions.end_all(user_id)
    db.session.execute(delete(Token).where(Token.user_id == user_id))
