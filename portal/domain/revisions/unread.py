"""What the association has to read: submitted, planned on condition, or published and not looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.orm import Session

from portal.domain.revisions.models import Review, Revision, State, own

_COLUMNS = (
    Revision.id,
    Revision.museum_id,
    Revision.kind,
    Revision.subject_id,
    Revision.state,
    Revision.review,
    Revision.actor_id,
    Revision.channel,
)


@dataclass(frozen=True)
class Unread:
    """A text to be read, without its content."""

    id: int
    museum_id: int
    kind: str
    subject_id: int
    state: State
    review: Review
    actor_id: int | None
    channel: str
    since: datetime
    """When it was submitted, planned or published."""

    @property
    def is_public(self) -> bool:
        """Whether it was published before anybody read it."""
        return self.state is State.LIVE

    @property
    def is_its_museums(self) -> bool:
        """Whether it waits for those who publish for its museum first."""
        return self.state is State.SUBMITTED and self.review is Review.NONE


def to_read(session: Session) -> Sequence[Unread]:
    """Return every text to be read that the session may see, the oldest first."""
    since = func.coalesce(Revision.live_at, Revision.submitted_at, Revision.decided_at, Revision.created_at)
    rows = select(*_COLUMNS, since.label("since")).where(_is_to_be_read()).order_by(since, Revision.id)
    return [Unread(*row) for row in session.execute(rows)]


def is_to_be_read(revision: Revision) -> bool:
    """Return whether a text is among them."""
    is_waiting = revision.review is Review.WAITING and revision.state in {State.SCHEDULED, State.LIVE}
    return revision.state is State.SUBMITTED or is_waiting


def last_read(session: Session, revision: Revision) -> Revision | None:
    """Return what the public read before a text, the texts that nobody of the association has read left out."""
    earlier = (*own(Revision, revision.key), Revision.number < revision.number)
    shown = Revision.live_at.is_not(None), Revision.review != Review.WAITING
    return session.scalar(select(Revision).where(*earlier, *shown).order_by(Revision.number.desc()).limit(1))


def forget_before(session: Session, revision: Revision) -> None:
    """No longer ask for the earlier texts of a block to be read: one that needs no reading has replaced them."""
    earlier = (*own(Revision, revision.key), Revision.number < revision.number)
    unread = update(Revision).where(*earlier, Revision.review == Review.WAITING)
    session.execute(unread.values(review=Review.NONE))


def _is_to_be_read() -> ColumnElement[bool]:
    waits = Revision.state.in_((State.SCHEDULED, State.LIVE)) & (Revision.review == Review.WAITING)
    return or_(Revision.state == State.SUBMITTED, waits)
