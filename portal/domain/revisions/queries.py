"""What may be asked about the revisions of a block."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from portal.domain.revisions.blocks import Snapshot, block_of
from portal.domain.revisions.models import WHOLE_MUSEUM, ContentBlock, Key, Revision, State, own


@dataclass(frozen=True)
class Head:
    """Where a block stands: what the public reads, and what waits beside it."""

    version: int
    """What the next text is written on; a form carries it."""
    live: Revision | None
    pending: Revision | None
    """A draft, a submitted, refused or planned revision."""
    found: Snapshot
    """What stood before the first revision: what the live tables held, else nothing written."""

    @property
    def latest(self) -> Revision | None:
        """The revision an editor goes on from."""
        return self.pending or self.live

    @property
    def snapshot(self) -> Snapshot:
        """The content an editor goes on from."""
        return self.latest.content if self.latest else self.found


def head(session: Session, key: Key) -> Head:
    """Return where a block stands, though nobody has written it yet."""
    block = session.scalar(_fresh(key))
    if block is not None:
        live, pending = (
            find(session, key.museum_id, number)
            for number in (block.live_revision_id, block.draft_revision_id)
        )
        return Head(block.version, live, pending, block_of(key.kind).blank)
    found = block_of(key.kind).read(session, key.museum_id, key.subject_id)
    return Head(0 if found is None else 1, None, None, block_of(key.kind).blank if found is None else found)


def all_heads(session: Session, kinds: Iterable[str], museum_id: int | None = None) -> Mapping[Key, Head]:
    """Return where every block of these kinds stands that was ever written, in two statements.

    Of one museum, or of every museum that the session sees.
    """
    wanted: list[ColumnElement[bool]] = [ContentBlock.kind.in_(list(kinds))]
    if museum_id is not None:
        wanted.append(ContentBlock.museum_id == museum_id)
    fresh = {"populate_existing": True}
    stands = or_(Revision.id == ContentBlock.live_revision_id, Revision.id == ContentBlock.draft_revision_id)
    found = session.scalars(
        select(Revision).join(ContentBlock, stands).where(*wanted).execution_options(**fresh)
    )
    by_id = {each.id: each for each in found}
    blocks = session.scalars(select(ContentBlock).where(*wanted).execution_options(**fresh))
    return {
        Key(each.museum_id, each.kind, each.subject_id): Head(
            each.version,
            by_id.get(each.live_revision_id or 0),
            by_id.get(each.draft_revision_id or 0),
            block_of(each.kind).blank,
        )
        for each in blocks
    }


def heads_of(session: Session, museum_id: int) -> dict[str, Head]:
    """Return where each block about the museum itself stands, by kind, of those somebody wrote: two statements."""
    mine = select(ContentBlock).where(
        ContentBlock.museum_id == museum_id, ContentBlock.subject_id == WHOLE_MUSEUM
    )
    blocks = session.scalars(mine.execution_options(populate_existing=True)).all()
    numbers = [id_ for block in blocks for id_ in (block.live_revision_id, block.draft_revision_id) if id_]
    wanted = select(Revision).where(Revision.museum_id == museum_id, Revision.id.in_(numbers))
    by_id = {each.id: each for each in session.scalars(wanted.execution_options(populate_existing=True))}
    return {
        block.kind: Head(
            block.version,
            by_id.get(block.live_revision_id or 0),
            by_id.get(block.draft_revision_id or 0),
            block_of(block.kind).blank,
        )
        for block in blocks
    }


def live(session: Session, key: Key) -> Revision | None:
    """Return the revision the public reads."""
    return head(session, key).live


def pending(session: Session, key: Key) -> Revision | None:
    """Return the revision that waits beside what the public reads."""
    return head(session, key).pending


def anywhere(session: Session, revision_id: int) -> Revision | None:
    """Return a revision of any museum that the session may see."""
    statement = select(Revision).where(Revision.id == revision_id)
    return session.scalar(statement.execution_options(populate_existing=True))


def all_pending(session: Session, museum_id: int) -> Sequence[Revision]:
    """Return what waits in every block of a museum, or was sent back there, the oldest first."""
    mine = select(Revision).join(ContentBlock, ContentBlock.draft_revision_id == Revision.id)
    wanted = Revision.museum_id == museum_id, ContentBlock.museum_id == museum_id
    return session.scalars(mine.where(*wanted).order_by(Revision.created_at, Revision.id)).all()


def find(session: Session, museum_id: int, revision_id: int | None) -> Revision | None:
    """Return a revision of this museum."""
    if revision_id is None:
        return None
    statement = select(Revision).where(Revision.museum_id == museum_id, Revision.id == revision_id)
    return session.scalar(statement.execution_options(populate_existing=True))


def history(
    session: Session, museum_id: int, kind: str, subject_id: int = WHOLE_MUSEUM
) -> Sequence[Revision]:
    """Return the revisions of a block, the newest first."""
    statement = select(Revision).where(*own(Revision, Key(museum_id, kind, subject_id)))
    return session.scalars(statement.order_by(Revision.number.desc())).all()


def shown_before(session: Session, revision: Revision) -> Snapshot:
    """Return what the public read before a text."""
    earlier = (*own(Revision, revision.key), Revision.number < revision.number, Revision.live_at.is_not(None))
    before = session.scalar(select(Revision).where(*earlier).order_by(Revision.number.desc()).limit(1))
    return before.content if before else block_of(revision.kind).blank


def waiting(session: Session) -> Sequence[Revision]:
    """Return the submitted revisions that the session may see, the oldest first."""
    statement = select(Revision).where(Revision.state == State.SUBMITTED)
    return session.scalars(statement.order_by(Revision.submitted_at, Revision.id)).all()


def at(session: Session, key: Key, version: int) -> Snapshot | None:
    """Return what an editor found in the block at a version, where it is still kept."""
    written = select(Revision).where(*own(Revision, key), Revision.number <= version)
    found = session.scalar(
        written.where((Revision.number == version) | Revision.live_at.is_not(None))
        .order_by(Revision.number.desc())
        .limit(1)
    )
    return found.content if found else None


def _fresh(key: Key) -> Select[ContentBlock]:
    return select(ContentBlock).where(*own(ContentBlock, key)).execution_options(populate_existing=True)
