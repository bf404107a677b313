"""What people do with their own account: sign in, name, language, address, password."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from portal.db import Language, db
from portal.domain.accounts import passwords, sessions, tokens
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.errors import AddressTakenError
from portal.domain.accounts.models import Purpose, User

LONGEST_NAME = 120


def by_email(email: str | None) -> User | None:
    """Return the account of an address, as `addresses.fold` keeps it."""
    return db.session.scalar(select(User).where(User.email == email)) if email else None


def by_id(user_id: int) -> User | None:
    """Return an account by its number."""
    return db.session.get(User, user_id)


def signed_in(user: User, *, way: str, now: datetime) -> None:
    """Note that somebody has come in, and how."""
    user.signed_in_at = now
    note("account.signed_in", by=acting(user), now=now, subject=f"user:{user.id}", after={"way": way})


def acting(user: User) -> Actor:
    """Return a person as the one who acts on their own account, before the gate has found their roles."""
    return Actor(id=user.id, name=user.name, email=user.email or "", language=user.language)


def rename(user: User, name: str, language: Language | None, *, by: Actor, now: datetime) -> None:
    """Change the name and the language of one's account."""
    if (user.name, user.language) == (name, language):
        return
    user.name, user.language = name, language
    note("account.renamed", by=by, now=now, subject=f"user:{user.id}", after={"language": language})


def ask_new_address(user: User, email: str, *, now: datetime) -> str | None:
    """Return the secret to send to a new address, which counts once confirmed; nothing for an address in use.

    Whoever asks hears the same in both cases: who has an account here is nobody else's business.
    """
    note("account.address_asked", by=acting(user), now=now, subject=f"user:{user.id}")
    if by_email(email) is not None:
        return None
    return tokens.make(Purpose.ADDRESS, now=now, user_id=user.id, email=email)


def confirm_address(secret: str, now: datetime, *, but: str | None = None) -> tuple[User, str] | None:
    """Give an account the address confirmed, end its other sessions; return it with the old one."""
    token = tokens.consume(secret, Purpose.ADDRESS, now)
    user = db.session.get(User, token.user_id) if token else None
    if token is None or user is None or not user.may_sign_in:
        return None
    former = user.email or ""
    try:
        with db.session.begin_nested():
            user.email, user.bounced_at = token.email, None
    except IntegrityError as error:
        raise AddressTakenError from error
    sessions.end_all(user.id, but=but)
    tokens.kill(user_id=user.id, now=now)
    note("account.address_changed", by=acting(user), now=now, subject=f"user:{user.id}")
    return user, former


def set_password(user: User, digest: str, *, by: Actor | None, now: datetime, but: str | None = None) -> None:
    """Give an account a new password, and end its sessions but for one; `digest` is `passwords.digest`'s."""
    user.password_digest = digest
    sessions.end_all(user.id, but=but)
    tokens.kill(user_id=user.id, now=now)
    note("account.password_changed", by=by, now=now, subject=f"user:{user.id}")


def renewed_digest(kept: str | None, password: str) -> str | None:
    """Return a right password's digest under today's costs where it was kept under older ones; outside any transaction."""
    return passwords.digest(password) if kept and passwords.is_outdated(kept) else None


def letter_bounced(user_id: int, email: str | None, now: datetime) -> None:
    """Note that a letter to an account's address came back."""
    user = db.session.get(User, user_id)
    if user is not None and user.email == email:
        user.bounced_at = now


def names_of(user_ids: Collection[int]) -> dict[int, str]:
    """Return the names of these people; one erased has none left."""
    found = select(User.id, User.name).where(User.id.in_(user_ids), User.erased_at.is_(None))
    return {row.id: row.name for row in db.session.execute(found)}
