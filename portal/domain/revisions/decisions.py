"""What was decided about texts in a transaction, for whoever writes letters about it before it is kept."""

import enum
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.orm import Session

from portal.domain.revisions.models import Author, Key

_TOLD = "portal.decisions"


class Outcome(enum.Enum):
    """What became of a text."""

    PUBLISHED = "published"
    PART = "part"
    """Some fields were published; the rest waits, or went back to its author."""
    PLANNED = "planned"
    """It was accepted, and appears at the instant that its museum planned."""
    REFUSED = "refused"
    REVERTED = "reverted"
    """It was published, and the text before it is shown again."""


@dataclass(frozen=True)
class Decision:
    """What somebody decided about a text."""

    outcome: Outcome
    key: Key
    revision_id: int
    """The text that was decided about: of a part, what was published of it."""
    author: Author
    by: Author
    rest_id: int | None = None
    """Of a part, the text that remains."""


def tell(session: Session, decision: Decision) -> None:
    """Remember a decision until the transaction ends."""
    session.info.setdefault(_TOLD, []).append(decision)


@contextmanager
def silently(session: Session) -> Iterator[None]:
    """Remember nothing of what is decided inside the block: it is one step of a decision that is told whole."""
    before = list(session.info.get(_TOLD, ()))
    yield
    session.info[_TOLD] = before


def taken(session: Session) -> list[Decision]:
    """Return what was decided in this transaction, once."""
    found: list[Decision] = session.info.pop(_TOLD, [])
    return found
