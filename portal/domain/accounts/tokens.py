"""Secrets sent in letters: kept as digests, each of use once."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import update

from portal.db import db
from portal.domain.accounts.models import Purpose, Token

LIFETIMES = {
    Purpose.INVITATION: timedelta(days=7),
    Purpose.SIGN_IN: timedelta(minutes=15),
    Purpose.PASSWORD: timedelta(hours=1),
    Purpose.ADDRESS: timedelta(hours=24),
}


def digest_of(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def make(
    purpose: Purpose,
    *,
    now: datetime,
    user_id: int | None = None,
    invitation_id: int | None = None,
    email: str | None = None,
    target: str | None = None,
) -> str:
    """Return a new secret for a letter."""
    secret = secrets.token_urlsafe(32)
    db.session.add(
        Token(
            digest=digest_of(secret),
            purpose=purpose,
            user_id=user_id,
            invitation_id=invitation_id,
            email=email,
            target=target,
            made_at=now,
            expires_at=now + LIFETIMES[purpose],
        )
    )
    return secret


def consume(secret: str, purpose: Purpose, now: datetime) -> Token | None:
    """Use a secret up: of any number of simultaneous uses, one succeeds."""
    statement = (
        update(Token)
        .where(
            Token.digest == digest_of(secret),
            Token.purpose == purpose,
            Token.used_at.is_(None),
            Token.expires_at > now,
        )
        .values(used_at=now)
        .returning(Token)
    )
    return db.session.scalars(statement).one_or_none()
