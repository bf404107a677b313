"""When the association reads what a museum writes, a kind at a time: before it appears, after, or not at all.

Everything that makes a text public asks `hold_back`, and keeps what `review_of` says; nothing else decides.
"""

import enum
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import String, UniqueConstraint, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from portal.db import Instant, Model, MuseumOwned, TenancyError, scope_of
from portal.domain.revisions.blocks import block_of
from portal.domain.revisions.errors import ReviewedFirstError, UrgentKindError
from portal.domain.revisions.models import Author, Key, Review, Revision, State, words_column


class Policy(enum.Enum):
    """When the association reads a museum's texts of a kind."""

    BEFORE = "before"
    """The museum proposes, the association accepts."""
    AFTER = "after"
    """Published at once, and listed for the association to look at."""
    TRUSTED = "trusted"
    """Published, and not listed."""


USUAL = Policy.TRUSTED
"""What holds where nobody has decided."""


class ReviewPolicy(MuseumOwned, Model):
    """What the association decided for a museum and a kind; no row is the usual policy."""

    __tablename__ = "review_policy"
    __table_args__ = (UniqueConstraint("museum_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    policy: Mapped[Policy] = mapped_column(words_column(Policy))
    set_at: Mapped[datetime] = mapped_column(Instant)
    set_by_id: Mapped[int | None]


def policy_of(session: Session, museum_id: int, kind: str) -> Policy:
    """Return the policy of a museum for a kind."""
    return policies_of(session, museum_id).get(kind, USUAL)


def policies_of(session: Session, museum_id: int) -> Mapping[str, Policy]:
    """Return what was decided for a museum, by kind."""
    rows = select(ReviewPolicy.kind, ReviewPolicy.policy).where(ReviewPolicy.museum_id == museum_id)
    return {row.kind: row.policy for row in session.execute(rows)}


def all_policies(session: Session) -> Mapping[int, Mapping[str, Policy]]:
    """Return what was decided for every museum the session may see, by museum and kind."""
    found: dict[int, dict[str, Policy]] = {}
    rows = select(ReviewPolicy.museum_id, ReviewPolicy.kind, ReviewPolicy.policy)
    for museum_id, kind, policy in session.execute(rows):
        found.setdefault(museum_id, {})[kind] = policy
    return found


def set_policy(
    session: Session, museum_id: int, kind: str, policy: Policy, *, by: Author, now: datetime
) -> Policy:
    """Decide for a museum and a kind, and return what held before; raise `UrgentKindError` for what cannot wait.

    What is planned by then waits for the association too, or no longer does. What was submitted goes on waiting for
    whom it waits for, and what was published to be looked at still is.
    """
    if scope_of(session).is_confined:
        raise TenancyError("a museum does not decide who reads its texts")
    if policy is Policy.BEFORE and block_of(kind).is_urgent:
        raise UrgentKindError
    mine = ReviewPolicy.museum_id == museum_id, ReviewPolicy.kind == kind
    row = session.scalar(select(ReviewPolicy).where(*mine))
    before = row.policy if row else USUAL
    if before is policy:
        return before
    if row is None:
        row = ReviewPolicy(museum_id=museum_id, kind=kind)
        session.add(row)
    row.policy, row.set_at, row.set_by_id = policy, now, by.actor_id
    session.flush()
    was, becomes = (Review.NONE, Review.WAITING) if policy is Policy.BEFORE else (Review.WAITING, Review.NONE)
    planned = Revision.museum_id == museum_id, Revision.kind == kind, Revision.state == State.SCHEDULED
    session.execute(update(Revision).where(*planned, Revision.review == was).values(review=becomes))
    return before


def may_publish(session: Session, museum_id: int, kind: str, by: Author) -> bool:
    """Return whether what somebody writes appears without the association reading it first."""
    return not by.is_reviewed or policy_of(session, museum_id, kind) is not Policy.BEFORE


def hold_back(session: Session, key: Key, by: Author) -> None:
    """Raise `ReviewedFirstError` where the association reads this first, and somebody else would make it public."""
    if not may_publish(session, key.museum_id, key.kind, by):
        raise ReviewedFirstError(key.kind)


def review_of(session: Session, key: Key, by: Author, *, is_public: bool) -> Review:
    """Return what the association has to do with a text that somebody publishes (`is_public`) or plans."""
    if by.is_association:
        return Review.DONE
    listed = {Policy.BEFORE, Policy.AFTER} if is_public else {Policy.BEFORE}
    is_listed = by.is_reviewed and policy_of(session, key.museum_id, key.kind) in listed
    return Review.WAITING if is_listed else Review.NONE
