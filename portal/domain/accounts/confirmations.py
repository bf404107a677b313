"""Links that say, without signing in, that a block of a museum is still right: bound to the block and to how it stands.

They confirm nothing else, serve once, and die with any change of the block, with a newer link about it to the same
person, and with the right of the person to publish for the museum.
"""

import enum
from dataclasses import dataclass
from datetime import datetime

from portal.domain.accounts import actors, tokens
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.models import Purpose, Token
from portal.domain.accounts.permissions import Permission, allows


@dataclass(frozen=True)
class Bond:
    """What a link confirms: a block of a museum, and how it stood when the letter was written."""

    museum_id: int
    block: str
    stamp: str

    @property
    def about(self) -> str:
        """What does not change when the block does."""
        return f"{self.museum_id}:{self.block}"


class Worth(enum.Enum):
    """What a link is worth."""

    VALID = "valid"
    USED = "used"
    EXPIRED = "expired"
    """Too old, or a newer letter has replaced it."""
    CHANGED = "changed"
    """The block is no longer what the letter said."""
    UNKNOWN = "unknown"
    """Never ours, or its reader no longer publishes for the museum."""


@dataclass(frozen=True)
class Link:
    """A link somebody follows."""

    bond: Bond
    reader: Actor
    expires_at: datetime
    state: tokens.State


def make(bond: Bond, user_id: int, *, now: datetime) -> str:
    """Return a new secret; the same person's older ones about this block no longer work."""
    return tokens.make(Purpose.CONFIRMATION, now=now, user_id=user_id, about=bond.about, target=bond.stamp)


def find(secret: str, now: datetime) -> Link | None:
    """Return the link of a secret without using it; nothing where its reader may not publish any more."""
    state, token = tokens.peek(secret, Purpose.CONFIRMATION, now)
    bond = _bond(token) if token else None
    if token is None or token.user_id is None or bond is None:
        return None
    reader = actors.find(token.user_id)
    if reader is None or not allows(reader, Permission.CONTENT_PUBLISH, bond.museum_id):
        return None
    return Link(bond, reader, token.expires_at, state)


def worth(link: Link | None, stamp: str | None) -> Worth:
    """Return what a link is worth, for how its block stands now."""
    if link is None:
        return Worth.UNKNOWN
    if link.state is tokens.State.VALID and link.bond.stamp != stamp:
        return Worth.CHANGED
    return Worth(link.state.value)


def use(secret: str, now: datetime) -> bool:
    """Use a secret; of twenty people using it at once, one does."""
    return tokens.consume(secret, Purpose.CONFIRMATION, now) is not None


def _bond(token: Token) -> Bond | None:
    about, found, stamp = (token.target or "").partition(tokens.STANDING)
    museum_id, also, block = about.partition(":")
    return Bond(int(museum_id), block, stamp) if found and also and museum_id.isdigit() else None
