"""How an invitation stands, for its team, for the board, and for whoever holds its link."""

import enum
from dataclasses import dataclass
from datetime import datetime

from portal.db import db
from portal.domain.accounts import tokens
from portal.domain.accounts.models import Invitation, Purpose, User
from portal.domain.accounts.profile import by_email


class State(enum.StrEnum):
    """How far an invitation has come."""

    NOT_INVITED = "not_invited"
    """Of a museum: nobody works for it, and nobody is asked to."""
    WAITING = "waiting"
    """Its letter has not left yet."""
    SENT = "sent"
    BOUNCED = "bounced"
    OPENED = "opened"
    """The link was opened, and nothing came of it yet."""
    EXPIRED = "expired"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REVOKED = "revoked"


def state(invitation: Invitation, now: datetime) -> State:
    """Return how far an invitation has come: an answer first, then what hinders it, then what was seen of it."""
    steps = (
        (invitation.accepted_at, State.ACCEPTED),
        (invitation.refused_at, State.REFUSED),
        (invitation.revoked_at, State.REVOKED),
        (invitation.bounced_at, State.BOUNCED),
        (invitation.has_expired(now), State.EXPIRED),
        (invitation.opened_at, State.OPENED),
        (invitation.sent_at, State.SENT),
    )
    return next((found for happened, found in steps if happened), State.WAITING)


class Link(enum.Enum):
    """What a link from a letter opens."""

    OPEN = "open"
    UNKNOWN = "unknown"
    REPLACED = "replaced"
    """A newer letter has a newer link."""
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Opened:
    """A link from a letter, and what is behind it."""

    link: Link
    invitation: Invitation | None = None
    owner: User | None = None
    """Whose account the invited address is, if it is one's."""


def look(secret: str, now: datetime) -> Opened:
    """Return what a link opens today; looking uses nothing up."""
    found, token = tokens.peek(secret, Purpose.INVITATION, now)
    number = token.invitation_id if token else None
    invitation = db.session.get(Invitation, number, populate_existing=True) if number else None
    if invitation is None:
        return Opened(Link.UNKNOWN)
    link = _link_of(found, invitation, now)
    return Opened(link, invitation, by_email(invitation.email) if link is Link.OPEN else None)


def _link_of(found: tokens.State, invitation: Invitation, now: datetime) -> Link:
    standings = (
        (invitation.accepted_at, Link.ACCEPTED),
        (invitation.refused_at, Link.REFUSED),
        (invitation.revoked_at, Link.REVOKED),
        (invitation.has_expired(now), Link.EXPIRED),
        (found is not tokens.State.VALID, Link.REPLACED),
    )
    return next((link for is_so, link in standings if is_so), Link.OPEN)
