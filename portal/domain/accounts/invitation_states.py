"""How an invitation stands, for its team, for the board, and for whoever holds its link."""

import enum
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from portal.db import db
from portal.domain.accounts.models import Invitation, Purpose, Token
from portal.domain.accounts.tokens import digest_of


class State(enum.StrEnum):
    """How an invitation stands, as the board shows it."""

    NOT_INVITED = "not_invited"
    """Of a museum: nobody works for it, and nobody was asked to."""
    SENT = "sent"
    BOUNCED = "bounced"
    OPENED = "opened"
    """The link was opened, and nothing came of it yet."""
    ACTIVE = "active"
    REFUSED = "refused"
    EXPIRED = "expired"
    REVOKED = "revoked"


def state_of(invitation: Invitation, now: datetime) -> State:
    """Return how an invitation stands: an answer first, then what hinders it, then what was seen of it."""
    standings = (
        (invitation.accepted_at, State.ACTIVE),
        (invitation.refused_at, State.REFUSED),
        (invitation.revoked_at, State.REVOKED),
        (invitation.bounced_at, State.BOUNCED),
        (invitation.has_expired(now), State.EXPIRED),
        (invitation.opened_at, State.OPENED),
    )
    return next((state for is_so, state in standings if is_so), State.SENT)


class Link(enum.Enum):
    """What a link from a letter opens."""

    OPEN = "open"
    UNKNOWN = "unknown"
    REPLACED = "replaced"
    """A newer letter has a newer link."""
    USED = "used"
    REFUSED = "refused"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Opened:
    """A link from a letter, and the invitation behind it."""

    link: Link
    invitation: Invitation | None = None


def look(secret: str, now: datetime) -> Opened:
    """Return what a link opens today; looking uses nothing up."""
    token = db.session.scalar(
        select(Token)
        .where(Token.digest == digest_of(secret), Token.purpose == Purpose.INVITATION)
        .execution_options(populate_existing=True)
    )
    if token is None or token.invitation_id is None:
        return Opened(Link.UNKNOWN)
    invitation = db.session.get(Invitation, token.invitation_id, populate_existing=True)
    if invitation is None:
        return Opened(Link.UNKNOWN)
    return Opened(_link_of(token, invitation, now), invitation)


def _link_of(token: Token, invitation: Invitation, now: datetime) -> Link:
    standings = (
        (invitation.accepted_at, Link.USED),
        (invitation.refused_at, Link.REFUSED),
        (invitation.revoked_at, Link.REVOKED),
        (token.used_at, Link.REPLACED),
        (now >= token.expires_at or invitation.has_expired(now), Link.EXPIRED),
    )
    return next((link for is_so, link in standings if is_so), Link.OPEN)
