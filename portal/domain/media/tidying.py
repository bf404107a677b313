"""What the night removes of pictures: files 30 days in the bin that nothing needs, and copies that nothing shows."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.domain import revisions
from portal.domain.media import crops
from portal.domain.media.blocks import KIND
from portal.domain.media.live import ENTIRE
from portal.domain.media.models import MuseumPictures, Picture
from portal.domain.revisions import Revision, Snapshot, State
from portal.files import Store

IN_BIN = timedelta(days=30)
UNCLAIMED = timedelta(days=1)
"""How old a file is of which the database knows nothing, before it is taken for lost."""
_NEEDED = (State.LIVE, State.DRAFT, State.SUBMITTED, State.SCHEDULED, State.REFUSED)


def tidy(session: Session, store: Store, now: datetime) -> int:
    """Remove what nothing needs any more, from the database and from the store; return how many pictures went."""
    needed = _needed(session)
    gone = 0
    for picture in session.scalars(select(Picture)).all():
        sets = needed.get((picture.museum_id, picture.id))
        if sets is None and picture.removed_at is not None and picture.removed_at <= now - IN_BIN:
            session.delete(picture)
            _delete(store, [picture.original, *store.names(_folder(picture.token))])
            gone += 1
        elif sets is not None:
            _drop_sets(store, picture, sets)
    session.flush()
    _sweep(session, store, now - UNCLAIMED)
    return gone


def _needed(session: Session) -> dict[tuple[int, int], set[str]]:
    """Return the pictures that are shown or may yet be, and the sets of copies that each is shown with."""
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    texts: list[tuple[int, Snapshot]] = [
        (museum_id, snapshot)
        for museum_id, snapshot in session.execute(
            select(Revision.museum_id, Revision.snapshot).where(
                Revision.kind == KIND, Revision.state.in_(_NEEDED), Revision.archived_at.is_(None)
            )
        )
    ]
    ending = select(Revision).where(
        Revision.kind == KIND, Revision.state.in_(_NEEDED), Revision.expire_at.is_not(None)
    )
    for one in session.scalars(ending).all():
        texts += [(one.museum_id, back.content) for back in revisions.all_returning(session, one)]
    live = session.execute(select(MuseumPictures.museum_id, MuseumPictures.pictures))
    texts += [(museum_id, snapshot) for museum_id, snapshot in live]
    for museum_id, snapshot in texts:
        for id_, photo in snapshot["photos"].items():
            found[museum_id, int(id_)].add(crops.key(tuple(photo["focal"])))
    return found


def _drop_sets(store: Store, picture: Picture, needed: set[str]) -> None:
    """Forget the copies around points that no text asks for; the last made stays until another takes its place."""
    around = [each for each in picture.sets if each != ENTIRE]
    stale = [each for each in around[:-1] if each not in needed]
    if not stale or not needed & set(around):
        return
    picture.sets = [each for each in picture.sets if each not in stale]
    for set_ in stale:
        _delete(store, store.names(f"{_folder(picture.token)}/{set_}"))


def _sweep(session: Session, store: Store, before: datetime) -> None:
    """Remove the files of which no row was ever written: their request failed after they were kept."""
    known = {picture.original for picture in session.scalars(select(Picture))}
    tokens = set(session.scalars(select(Picture.token)))
    _delete(store, [name for name in store.names("originals", before) if name not in known])
    lost = [name for name in store.names("copies", before) if name.split("/")[2] not in tokens]
    _delete(store, lost)


def _folder(token: str) -> str:
    return f"copies/{token[:2]}/{token}"


def _delete(store: Store, names: Iterable[str]) -> None:
    for name in list(names):
        store.delete(name)
