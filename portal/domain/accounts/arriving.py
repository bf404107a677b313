"""How an account begins: with an invitation, or from the command line."""

from datetime import datetime

from portal.db import Language, db
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.models import User
from portal.domain.accounts.profile import acting


def begin(
    email: str, name: str, *, now: datetime, language: Language | None = None, digest: str | None = None
) -> User:
    """Return a new account."""
    user = User(email=email, name=name, language=language, password_digest=digest, created_at=now)
    db.session.add(user)
    db.session.flush()
    note("account.made", by=acting(user), now=now, subject=f"user:{user.id}")
    return user
