"""How an account begins: with an invitation, or from the command line."""

from datetime import datetime

from portal.db import Language, db
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.models import Invitation, User
from portal.domain.accounts.profile import acting, by_email


def newcomer(
    invitation: Invitation | None, name: str, language: Language, digest: str | None, *, now: datetime
) -> User | None:
    """Return a new account for the guest; nothing where the address has one already, or is no longer known."""
    if invitation is None or invitation.email is None or by_email(invitation.email) is not None:
        return None
    return begin(invitation.email, name, language=language, digest=digest, now=now)


def begin(
    email: str, name: str, *, now: datetime, language: Language | None = None, digest: str | None = None
) -> User:
    """Return a new account."""
    user = User(email=email, name=name, language=language, password_digest=digest, created_at=now)
    db.session.add(user)
    db.session.flush()
    note("account.made", by=acting(user), now=now, subject=f"user:{user.id}")
    return user
