"""A museum's files: received, made copies of, put into the bin and taken out again, and gone for good after 30 days."""

import hashlib
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import PurePosixPath

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from portal.db import db, insert_or_nothing, raise_content_version, rows_changed
from portal.domain.media import crops, reading
from portal.domain.media.blocks import WANTED
from portal.domain.media.errors import FileRefusedError
from portal.domain.media.models import Picture
from portal.domain.media.vocabulary import Fault, Seen, State
from portal.files import Store

MOST = 200
"""Files that a museum keeps, its bin included."""
CLAIM = timedelta(minutes=10)
"""After which a copy that a worker has begun is begun again."""
MOST_TRIES = 3


@dataclass(frozen=True)
class Received:
    """A file that was looked at and kept, and of which the database knows nothing yet."""

    filename: str
    digest: str
    bytes: int
    seen: Seen


def receive(store: Store, museum_id: int, filename: str, content: bytes) -> Received:
    """Look at what was sent and keep it; raise `FileRefusedError`. Touches no database: it may take a second."""
    seen = reading.check(content)
    digest = hashlib.sha256(content).hexdigest()
    try:
        store.put(f"originals/{museum_id}/{digest}.{seen.format.value}", content)
    except OSError as error:
        raise FileRefusedError(Fault.DISK) from error
    return Received(tidy_name(filename), digest, len(content), seen)


def add(session: Session, museum_id: int, received: Received, *, by_id: int | None, now: datetime) -> Picture:
    """Give a museum a picture; the one it has where the same file was sent before, out of the bin if it was there."""
    if (session.scalar(select(func.count(Picture.id)).where(Picture.museum_id == museum_id)) or 0) >= MOST:
        raise FileRefusedError(Fault.TOO_MANY)
    own = Picture.museum_id == museum_id, Picture.digest == received.digest
    insert_or_nothing(
        session,
        Picture,
        museum_id=museum_id,
        token=secrets.token_hex(16),
        digest=received.digest,
        filename=received.filename,
        format=received.seen.format,
        bytes=received.bytes,
        width=received.seen.width,
        height=received.seen.height,
        state=State.WAITING,
        sets=[],
        wanted=crops.key(crops.CENTRE),
        tries=0,
        is_live=False,
        added_at=now,
        added_by_id=by_id,
    )
    picture = session.scalars(select(Picture).where(*own).execution_options(populate_existing=True)).one()
    picture.removed_at = None
    session.info[WANTED] = True
    session.flush()
    return picture


def all_of(session: Session, museum_id: int) -> Sequence[Picture]:
    """Return every file of a museum, the oldest first."""
    return session.scalars(select(Picture).where(Picture.museum_id == museum_id).order_by(Picture.id)).all()


def find(session: Session, museum_id: int, id_: int) -> Picture | None:
    """Return a file of this museum."""
    return session.scalar(select(Picture).where(Picture.museum_id == museum_id, Picture.id == id_))


def is_public(token: str, set_: str, today: date) -> bool:
    """Return whether anybody may see the copies of a set: made, published, and under no embargo."""
    columns = select(Picture.sets, Picture.is_live, Picture.embargo).where(Picture.token == token)
    found = db.session.execute(columns).one_or_none()
    if found is None or not found.is_live or set_ not in found.sets:
        return False
    return found.embargo is None or bool(found.embargo <= today)


def claim(session: Session, now: datetime) -> Picture | None:
    """Take the next picture whose copies are to be made, for nobody else meanwhile; every museum's are looked at."""
    free = or_(Picture.claimed_at.is_(None), Picture.claimed_at < now - CLAIM)
    waiting = select(Picture.id).where(Picture.wanted.is_not(None), free).order_by(Picture.id)
    for id_ in session.scalars(waiting.limit(5)).all():
        taken = update(Picture).where(Picture.id == id_, free)
        if rows_changed(session, taken.values(claimed_at=now, tries=Picture.tries + 1)):
            fresh = select(Picture).where(Picture.id == id_).execution_options(populate_existing=True)
            return session.scalars(fresh).one()
    return None


def made(session: Session, id_: int, sets: Sequence[str]) -> None:
    """Keep that these sets of copies are in the store; what is asked meanwhile stays asked."""
    picture = session.get(Picture, id_, populate_existing=True)
    if picture is None:
        return
    picture.sets = [*(each for each in picture.sets if each not in sets), *sets]
    picture.state, picture.claimed_at, picture.tries = State.MADE, None, 0
    if picture.wanted in picture.sets:
        picture.wanted = None
    if picture.is_live:  # the public content did not change; what can be shown of it did
        raise_content_version(session)
    session.flush()


def failed(session: Session, id_: int) -> None:
    """Keep that a file could not be read to its end."""
    picture = session.get(Picture, id_, populate_existing=True)
    if picture is not None:
        picture.state = State.MADE if picture.sets else State.FAILED
        picture.wanted = picture.claimed_at = None
        session.flush()


def tidy_name(filename: str) -> str:
    """Return the last part of a file's name in signs that a page can show."""
    last = PurePosixPath(filename.replace("\\", "/").replace("\0", "")).name
    shown = "".join(sign for sign in unicodedata.normalize("NFC", last) if sign.isprintable())
    return " ".join(shown.split())[-120:] or "photo"
