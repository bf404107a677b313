"""The block of revisions that a museum's pictures are described in, and what publishing it does."""

from datetime import date, datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.config import PARIS
from portal.db import due_at_most, due_source
from portal.domain import museums, revisions, texts
from portal.domain.media import checking, crops
from portal.domain.media.models import MuseumPictures, Picture
from portal.domain.media.vocabulary import State
from portal.domain.revisions import Snapshot

KIND = "pictures"
EMPTY: Snapshot = {"order": [], "photos": {}}
WANTED = "portal.pictures_wanted"
"""In a session's `info`, that copies are to be made once it has committed."""


def key(museum_id: int) -> revisions.Key:
    """Return the key of a museum's pictures."""
    return revisions.Key(museum_id, KIND)


def want_copies(session: Session, museum_id: int, snapshot: Snapshot) -> None:
    """Have the copies made that a text of the block asks for and that no picture has yet."""
    focals = {int(id_): crops.key(tuple(photo["focal"])) for id_, photo in snapshot["photos"].items()}
    own = select(Picture).where(Picture.museum_id == museum_id, Picture.id.in_(focals))
    for picture in session.scalars(own):
        if picture.state is not State.FAILED and focals[picture.id] not in picture.sets:
            picture.wanted, picture.claimed_at, picture.tries = focals[picture.id], None, 0
            session.info[WANTED] = True
    session.flush()


def starts_showing(day: date) -> datetime:
    """Return the instant at which an embargo ends."""
    return datetime.combine(day, time.min, PARIS)


@due_source
def first_embargo(session: Session, now: datetime) -> datetime | None:
    """Return when the next picture under embargo begins to show."""
    after = Picture.embargo > now.astimezone(PARIS).date()
    day = session.scalar(select(func.min(Picture.embargo)).where(Picture.is_live.is_(True), after))
    return None if day is None else starts_showing(day)


def _read(session: Session, museum_id: int, _subject_id: int) -> Snapshot | None:
    row = session.get(MuseumPictures, museum_id)
    return None if row is None else row.pictures


def _project(session: Session, museum_id: int, _subject_id: int, snapshot: Snapshot, now: datetime) -> None:
    row = session.get(MuseumPictures, museum_id)
    if row is None:
        row = MuseumPictures(museum_id=museum_id)
        session.add(row)
    row.pictures = snapshot
    for picture in session.scalars(select(Picture).where(Picture.museum_id == museum_id)):
        _tell(session, picture, snapshot, now)
    session.get_one(museums.Museum, museum_id).updated_at = now
    session.flush()
    want_copies(session, museum_id, snapshot)


def _tell(session: Session, picture: Picture, snapshot: Snapshot, now: datetime) -> None:
    """Have a file know whether the public sees it: that is what `/media/` asks."""
    photo = snapshot["photos"].get(str(picture.id))
    was_live, picture.is_live = picture.is_live, photo is not None and not checking.missing(photo)
    embargo = date.fromisoformat(photo["embargo"]) if photo and photo["embargo"] else None
    picture.embargo = embargo if picture.is_live else None
    if photo is not None:
        picture.removed_at = None
    elif was_live and picture.removed_at is None:
        picture.removed_at = now
    if picture.embargo and starts_showing(picture.embargo) > now:
        due_at_most(session, starts_showing(picture.embargo))


BLOCK = revisions.register(
    revisions.Block(
        kind=KIND,
        fields=tuple(EMPTY),
        project=_project,
        read=_read,
        blank=EMPTY,
        prose=(revisions.Prose("photos.*.alt", checking.ALTERNATIVE_LENGTH, texts.lines),),
    )
)
