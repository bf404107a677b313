"""Secrets sent in letters: 256 bits, kept as a digest, used once by one conditional UPDATE."""

import enum
import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select, update

from portal.db import db
from portal.domain.accounts.models import Invitation, Purpose, Token

LIFETIMES = {
    Purpose.INVITATION: timedelta(days=7),
    Purpose.PASSWORD: timedelta(hours=1),
    Purpose.SIGN_IN: timedelta(minutes=15),
    Purpose.ADDRESS: timedelta(hours=24),
    Purpose.CONFIRMATION: timedelta(days=30),
}
KEPT = timedelta(days=30)
"""How long a dead token still says that it is expired or used, rather than unknown."""


STANDING = "@"
"""Between what a secret is about and how that stood when it was made."""


class State(enum.Enum):
    """What a secret is worth."""

    VALID = "valid"
    EXPIRED = "expired"
    USED = "used"
    UNKNOWN = "unknown"


def make(
    purpose: Purpose,
    *,
    now: datetime,
    user_id: int | None = None,
    invitation_id: int | None = None,
    email: str | None = None,
    target: str | None = None,
    about: str | None = None,
) -> str:
    """Return a new secret; the same person's or invitation's older ones of this purpose no longer work.

    With `about`, only the older ones about the same thing: somebody of two museums has a link for each.
    """
    owner = Token.invitation_id == invitation_id if invitation_id is not None else Token.user_id == user_id
    if about is not None:
        owner &= Token.target.startswith(f"{about}{STANDING}", autoescape=True)
        target = f"{about}{STANDING}{target or ''}"
    _end_unused(purpose, owner, now)
    secret, token = _new(purpose, now)
    token.user_id, token.invitation_id, token.email, token.target = user_id, invitation_id, email, target
    db.session.add(token)
    db.session.flush()
    return secret


def make_for_invitations(invitations: Sequence[Invitation], *, now: datetime) -> list[str]:
    """Return a new secret for each invitation, in their order; its older ones no longer work."""
    numbers = [invitation.id for invitation in invitations]
    _end_unused(Purpose.INVITATION, Token.invitation_id.in_(numbers), now)
    made = [_new(Purpose.INVITATION, now) for _number in numbers]
    for invitation, (_secret, token) in zip(invitations, made, strict=True):
        token.invitation_id, token.email = invitation.id, invitation.email
    db.session.add_all(token for _secret, token in made)
    db.session.flush()
    return [secret for secret, _token in made]


def peek(secret: str, purpose: Purpose, now: datetime) -> tuple[State, Token | None]:
    """Return what a secret is worth, without using it: opening a link changes nothing."""
    token = db.session.scalar(
        select(Token).where(Token.digest == digest_of(secret), Token.purpose == purpose)
    )
    if token is None:
        return State.UNKNOWN, None
    if token.used_at:
        return State.USED, token
    return (State.EXPIRED if now >= token.expires_at else State.VALID), token


def consume(secret: str, purpose: Purpose, now: datetime) -> Token | None:
    """Use a secret; of twenty people using it at once, one gets the token and the others nothing."""
    use = (
        update(Token)
        .where(
            Token.digest == digest_of(secret),
            Token.purpose == purpose,
            Token.used_at.is_(None),
            Token.expires_at > now,
        )
        .values(used_at=now)
    )
    if not db.session.execute(use.returning(Token.digest)).all():
        return None
    return db.session.get(Token, digest_of(secret), populate_existing=True)


def kill(*, user_id: int | None = None, invitation_id: int | None = None, now: datetime) -> None:
    """End every unused secret of a person or an invitation."""
    owner = Token.invitation_id == invitation_id if invitation_id is not None else Token.user_id == user_id
    db.session.execute(update(Token).where(owner, Token.used_at.is_(None)).values(expires_at=now))


def made_since(user_id: int, purpose: Purpose, since: datetime) -> int:
    """Return how many a person was sent since then."""
    made = (Token.user_id == user_id, Token.purpose == purpose, Token.made_at > since)
    return db.session.scalar(select(func.count()).select_from(Token).where(*made)) or 0


def forget_old(now: datetime) -> None:
    """Remove the secrets dead for so long that nobody follows their link any more."""
    db.session.execute(delete(Token).where(Token.expires_at < now - KEPT))


def _end_unused(purpose: Purpose, owner: ColumnElement[bool], now: datetime) -> None:
    same = (Token.purpose == purpose, Token.used_at.is_(None), Token.expires_at > now)
    db.session.execute(update(Token).where(*same, owner).values(expires_at=now))


def _new(purpose: Purpose, now: datetime) -> tuple[str, Token]:
    secret, digest = draw()
    token = Token(digest=digest, purpose=purpose, made_at=now, expires_at=now + LIFETIMES[purpose])
    return secret, token


def draw() -> tuple[str, str]:
    """Return a new secret of 256 bits, and the digest it is kept as."""
    secret = secrets.token_urlsafe(32)
    return secret, digest_of(secret)


def digest_of(secret: str) -> str:
    """Return what a secret is kept as."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
