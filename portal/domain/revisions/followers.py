"""Tells whoever follows what is written that a block was: what stood before, and what was written instead."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from portal.domain.revisions.blocks import Snapshot
from portal.domain.revisions.models import Author, Key
from portal.domain.revisions.queries import Head


@dataclass(frozen=True)
class Written:
    """A text that somebody has just written."""

    key: Key
    before: tuple[Snapshot, ...]
    """What stood: what the public reads, and what waits beside it; the last is what was gone on from."""
    after: Snapshot
    minor: bool
    by: Author
    now: datetime


Follower = Callable[[Session, Written], None]
_followers: list[Follower] = []


def follow(follower: Follower) -> Follower:
    """Call a function in the transaction of every text that somebody writes; not of one that only moves or comes back."""
    _followers.append(follower)
    return follower


def standing(head: Head) -> tuple[Snapshot, ...]:
    """Return the texts of a block that stand."""
    stand = tuple(one.content for one in (head.live, head.pending) if one is not None)
    return stand or (head.found,)


def tell(session: Session, written: Written) -> None:
    """Tell the followers."""
    for follower in _followers:
        follower(session, written)
