"""What a museum's page would say at an instant: what waits instead of what is live, and what has ended gone."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from portal.db import Preview
from portal.domain import revisions
from portal.domain.revisions import Head, Revision, Snapshot


@dataclass(frozen=True)
class Waiting:
    """A text that waits beside what the public reads."""

    revision: Revision
    is_shown: bool
    """Whether the preview shows it: it was chosen, and has not ended by then."""

    @property
    def kind(self) -> str:
        """The kind of its block."""
        return self.revision.kind


@dataclass(frozen=True)
class Page:
    """A preview, and what waits of its museum whether it is shown or not."""

    preview: Preview
    waiting: tuple[Waiting, ...]


def page_of(session: Session, museum_id: int, at: datetime, kinds: Collection[str] | None = None) -> Page:
    """Return what a museum's page would say at an instant, with what waits of these kinds, or of all.

    A planned text is shown before its beginning too: looking at it beforehand is what a preview is for.
    """
    heads = revisions.heads_of(session, museum_id)
    waiting = tuple(
        Waiting(head.pending, (kinds is None or kind in kinds) and not _has_ended(head.pending, at))
        for kind, head in heads.items()
        if head.pending is not None and head.pending.is_pending
    )
    texts = dict(_ended(session, heads, at))
    texts |= {one.kind: one.revision.content for one in waiting if one.is_shown}
    return Page(Preview(museum_id, at, texts), waiting)


def _ended(session: Session, heads: dict[str, Head], at: datetime) -> Iterator[tuple[str, Snapshot]]:
    """Yield what comes back by then where what is live has ended."""
    for kind, head in heads.items():
        if head.live is None or not _has_ended(head.live, at):
            continue
        later = (one for one in revisions.all_returning(session, head.live) if not _has_ended(one, at))
        back = next(later, None)
        yield kind, back.content if back else revisions.block_of(kind).blank


def _has_ended(revision: Revision, at: datetime) -> bool:
    return revision.expire_at is not None and revision.expire_at <= at
