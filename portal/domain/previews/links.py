"""Secret links to previews: made, followed, revoked; they die after 14 days, or with their maker's right."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from portal.domain.accounts import Permission, actors, allows, tokens
from portal.domain.errors import DomainError
from portal.domain.previews.models import PreviewLink

LIFETIME = timedelta(days=14)
KEPT = timedelta(days=30)
"""How long a dead link still says that it is dead, rather than unknown."""
MOST = 20
"""Living links of a museum at once."""
SEEN_EVERY = timedelta(minutes=5)
"""How exactly the last opening is kept."""


class TooManyLinksError(DomainError):
    """A museum with so many living links that nobody knows any more who reads its drafts."""


class Worth(enum.Enum):
    """What a link is worth."""

    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"
    """By somebody of the museum, or since its maker no longer writes for it."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Link:
    """A link that somebody follows."""

    id: int
    museum_id: int
    kinds: tuple[str, ...]
    expires_at: datetime
    opened_at: datetime | None


def make(
    session: Session, museum_id: int, kinds: Sequence[str], note: str, *, by_id: int, now: datetime
) -> str:
    """Return the secret of a new link; it is kept nowhere. Raise `TooManyLinksError`."""
    living = select(func.count(PreviewLink.id)).where(
        PreviewLink.museum_id == museum_id, PreviewLink.revoked_at.is_(None), PreviewLink.expires_at > now
    )
    if (session.scalar(living) or 0) >= MOST:
        raise TooManyLinksError
    secret, digest = tokens.draw()
    session.add(
        PreviewLink(
            museum_id=museum_id,
            digest=digest,
            kinds=list(kinds),
            note=note,
            made_at=now,
            made_by_id=by_id,
            expires_at=now + LIFETIME,
        )
    )
    session.flush()
    return secret


def find(session: Session, secret: str, now: datetime) -> tuple[Worth, Link | None]:
    """Return what a secret is worth, and its link where it is known; asked in the doors' scope."""
    row = session.scalar(select(PreviewLink).where(PreviewLink.digest == tokens.digest_of(secret)))
    if row is None:
        return Worth.UNKNOWN, None
    link = Link(row.id, row.museum_id, tuple(row.kinds), row.expires_at, row.opened_at)
    if row.revoked_at is not None:
        return Worth.REVOKED, link
    if row.expires_at <= now:
        return Worth.EXPIRED, link
    maker = actors.find(row.made_by_id)
    is_good = allows(maker, Permission.CONTENT_DRAFT, row.museum_id)
    return (Worth.VALID if is_good else Worth.REVOKED), link


def is_newly_opened(link: Link, now: datetime) -> bool:
    """Return whether an opening is worth keeping: the last one was a while ago."""
    return link.opened_at is None or now - link.opened_at >= SEEN_EVERY


def open_(session: Session, link: Link, now: datetime) -> None:
    """Keep that a link was followed."""
    session.execute(update(PreviewLink).where(PreviewLink.id == link.id).values(opened_at=now))


def all_of(session: Session, museum_id: int, now: datetime) -> Sequence[PreviewLink]:
    """Return a museum's living links, the newest first."""
    living = select(PreviewLink).where(
        PreviewLink.museum_id == museum_id, PreviewLink.revoked_at.is_(None), PreviewLink.expires_at > now
    )
    return session.scalars(living.order_by(PreviewLink.made_at.desc(), PreviewLink.id.desc())).all()


def revoke(session: Session, museum_id: int, id_: int, now: datetime) -> bool:
    """End a museum's link at once; return whether it has such a link."""
    link = session.scalar(
        select(PreviewLink).where(PreviewLink.museum_id == museum_id, PreviewLink.id == id_)
    )
    if link is None:
        return False
    link.revoked_at = link.revoked_at or now
    session.flush()
    return True


def forget_old(session: Session, now: datetime) -> None:
    """Remove the links dead for so long that nobody follows them any more."""
    session.execute(delete(PreviewLink).where(PreviewLink.expires_at < now - KEPT))
