"""Takes the head of a block for writing: one writer a version, and one decision at a time."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session

from portal.db import TenancyError, insert_or_nothing, rows_changed
from portal.domain.revisions import queries
from portal.domain.revisions.blocks import Snapshot
from portal.domain.revisions.errors import ConflictError
from portal.domain.revisions.models import ContentBlock, Key, Review, Revision, State, own

REGISTER = "register"
"""The channel of what stood before anybody wrote."""


def begin(session: Session, key: Key, now: datetime) -> None:
    """Make the head of a block that has none; what the live tables held becomes its first revision."""
    if session.scalar(select(ContentBlock.id).where(*own(ContentBlock, key))) is not None:
        return
    found = queries.head(session, key)
    made = insert_or_nothing(
        session,
        ContentBlock,
        museum_id=key.museum_id,
        kind=key.kind,
        subject_id=key.subject_id,
        version=found.version,
    )
    if made and found.version:
        first = Revision(
            museum_id=key.museum_id,
            kind=key.kind,
            subject_id=key.subject_id,
            number=found.version,
            snapshot=found.found,
            state=State.LIVE,
            channel=REGISTER,
            review=Review.NONE,
            created_at=now,
            live_at=now,
        )
        session.add(first)
        session.flush()
        _held(session, key).live_revision_id = first.id


def hold_all(session: Session, keys: Iterable[Key], now: datetime) -> None:
    """Let nobody else write these blocks until the transaction ends; held in one order, whoever asks."""
    wanted = set(keys)
    for key in sorted(wanted, key=lambda key: (key.museum_id, key.kind, key.subject_id)):
        begin(session, key, now)
    blocks = select(ContentBlock).where(or_(*(and_(*own(ContentBlock, key)) for key in wanted)))
    session.execute(blocks.order_by(ContentBlock.id).with_for_update())


def take(session: Session, key: Key, seen: int, yours: Snapshot) -> ContentBlock:
    """Take the version that was seen and return the head at the next one; raise `ConflictError` if it has gone.

    One conditional statement decides: of any number of simultaneous writers, the database lets one through.
    """
    wanted = update(ContentBlock).where(*own(ContentBlock, key), ContentBlock.version == seen)
    if not rows_changed(session, wanted.values(version=seen + 1)):
        now = queries.head(session, key)
        raise ConflictError(now.latest, yours, queries.at(session, key, seen), now.version)
    return _held(session, key)


def hold(session: Session, revision: Revision) -> tuple[ContentBlock, Revision]:
    """Return the head of a revision's block, nobody else's until the transaction ends, and the revision as it is."""
    block = _held(session, revision.key)
    fresh = queries.find(session, block.museum_id, revision.id)
    if fresh is None:
        raise TenancyError("a revision of another museum")
    return block, fresh


def _held(session: Session, key: Key) -> ContentBlock:
    statement = select(ContentBlock).where(*own(ContentBlock, key)).with_for_update()
    block = session.scalar(statement.execution_options(populate_existing=True))
    if block is None:
        raise TenancyError("a block of another museum")
    return block
