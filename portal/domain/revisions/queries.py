"""What may be asked of a block."""

from collections.abc import Sequence

from sqlalchemy import select

from portal.db import db
from portal.domain.revisions.actions import Place
from portal.domain.revisions.models import ContentBlock, Revision, State


def history(place: Place, *, limit: int | None = None) -> Sequence[Revision]:
    """Return the versions of a block, the latest first."""
    statement = (
        select(Revision)
        .where(
            Revision.museum_id == place.museum_id,
            Revision.kind == place.kind,
            Revision.subject_id == place.subject_id,
        )
        .order_by(Revision.number.desc())
    )
    return db.session.scalars(statement.limit(limit)).all()


def version(place: Place, number: int) -> Revision | None:
    """Return one version of a block."""
    statement = select(Revision).where(
        Revision.museum_id == place.museum_id,
        Revision.kind == place.kind,
        Revision.subject_id == place.subject_id,
        Revision.number == number,
    )
    return db.session.scalar(statement)


def live(block: ContentBlock) -> Revision | None:
    """Return the version online."""
    return _of(block, block.live_id)


def pending(block: ContentBlock) -> Revision | None:
    """Return the version that waits: a draft, a proposal, a scheduled one."""
    return _of(block, block.pending_id)


def waiting(museum_ids: Sequence[int] | None = None) -> Sequence[Revision]:
    """Return the proposals that wait for a decision, the oldest first."""
    statement = select(Revision).where(Revision.state == State.SUBMITTED).order_by(Revision.submitted_at)
    if museum_ids is not None:
        statement = statement.where(Revision.museum_id.in_(museum_ids))
    return db.session.scalars(statement).all()


def _of(block: ContentBlock, id_: int | None) -> Revision | None:
    if id_ is None:
        return None
    return db.session.scalar(
        select(Revision).where(Revision.museum_id == block.museum_id, Revision.id == id_)
    )
