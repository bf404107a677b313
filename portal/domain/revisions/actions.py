"""What is done with a block: drafted, submitted, refused, scheduled, published, thrown away, brought back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from portal.db import db, due_by, next_due_at
from portal.domain.errors import DomainError
from portal.domain.revisions import blocks
from portal.domain.revisions.blocks import Snapshot
from portal.domain.revisions.models import THE_MUSEUM, ContentBlock, Revision, State


@dataclass(frozen=True)
class Author:
    """Who writes, by number, and whether for themselves."""

    id: int | None
    is_association: bool = False
    channel: str = "web"


@dataclass(frozen=True)
class Place:
    """Which block of which museum."""

    museum_id: int
    kind: str
    subject_id: int = THE_MUSEUM


class ConflictError(DomainError):
    """Somebody saved the block after this editor had opened it; both texts are here."""

    def __init__(self, theirs: Revision | None, base: Snapshot | None, version: int) -> None:
        super().__init__("saved meanwhile")
        self.theirs = theirs
        self.base = base
        self.version = version


class NotPendingError(DomainError):
    """There is nothing of this block that waits to be decided on."""


def head(place: Place, now: datetime) -> ContentBlock:
    """Return the head of a block; the first time, what the live tables hold becomes revision 1."""
    found = _find_head(place)
    if found is not None:
        return found
    try:
        with db.session.begin_nested():
            return _begin(place, now)
    except IntegrityError:  # somebody else has just begun it
        begun = _find_head(place)
        if begun is None:
            raise
        return begun


def save_draft(
    place: Place, snapshot: Snapshot, *, version: int, by: Author, now: datetime, is_minor: bool = False
) -> Revision:
    """Keep what somebody is writing; the public page does not change. Raises `ConflictError`."""
    return _write(place, snapshot, State.DRAFT, version=version, by=by, now=now, is_minor=is_minor)


def submit(
    place: Place, snapshot: Snapshot, *, version: int, by: Author, now: datetime, is_minor: bool = False
) -> Revision:
    """Propose a text to those who may publish. Raises `ConflictError`."""
    revision = _write(place, snapshot, State.SUBMITTED, version=version, by=by, now=now, is_minor=is_minor)
    revision.submitted_at = now
    return revision


def publish(
    place: Place, snapshot: Snapshot, *, version: int, by: Author, now: datetime, is_minor: bool = False
) -> Revision | None:
    """Put a text online at once; nothing where it is what is online already. Raises `ConflictError`."""
    current = head(place, now)
    live = _of_id(current.live_id)
    if live is not None and live.snapshot == snapshot and current.pending_id is None:
        _check_version(place, current, version)
        return None
    revision = _write(place, snapshot, State.LIVE, version=version, by=by, now=now, is_minor=is_minor)
    _go_live(revision, now)
    return revision


def schedule(
    place: Place, snapshot: Snapshot, *, go_live_at: datetime, version: int, by: Author, now: datetime
) -> Revision:
    """Put a text online by itself at an instant to come. Raises `ConflictError`."""
    revision = _write(place, snapshot, State.SCHEDULED, version=version, by=by, now=now, is_minor=False)
    revision.go_live_at = go_live_at
    due_by(db.session(), go_live_at)
    return revision


def accept(place: Place, *, by: Author, now: datetime) -> Revision:
    """Publish what was submitted. Raises `NotPendingError`."""
    revision = _submitted(place)
    revision.decided_at, revision.decided_by_id = now, by.id
    _go_live(revision, now)
    return revision


def refuse(place: Place, reason: str, *, by: Author, now: datetime) -> Revision:
    """Send a submitted text back to its author, saying why. Raises `NotPendingError`."""
    revision = _submitted(place)
    revision.state, revision.refusal_reason = State.REFUSED, reason
    revision.decided_at, revision.decided_by_id = now, by.id
    _release(revision)
    return revision


def discard(place: Place, *, version: int, now: datetime) -> None:
    """Throw away what waits; what is online stays. Raises `NotPendingError`, `ConflictError`."""
    current = head(place, now)
    pending = _of_id(current.pending_id)
    if pending is None:
        raise NotPendingError
    _check_version(place, current, version)
    pending.state, pending.archived_at = State.ARCHIVED, now
    _release(pending)


def apply_due(now: datetime) -> int:
    """Publish every revision whose hour has come; harmless late, or twice. Return how many went live."""
    due = (
        select(Revision)
        .where(Revision.state == State.SCHEDULED, Revision.go_live_at <= now)
        .order_by(Revision.go_live_at, Revision.id)
        .with_for_update(skip_locked=True)
    )
    revisions = db.session.scalars(due).all()
    for revision in revisions:
        _go_live(revision, now)
    earliest = select(func.min(Revision.go_live_at)).where(Revision.state == State.SCHEDULED)
    next_due_at(db.session(), db.session.scalar(earliest))
    return len(revisions)


def _begin(place: Place, now: datetime) -> ContentBlock:
    block = ContentBlock(museum_id=place.museum_id, kind=place.kind, subject_id=place.subject_id, version=1)
    db.session.add(block)
    db.session.flush()
    held = blocks.of_kind(place.kind).read(place.museum_id, place.subject_id)
    if held is not None:
        first = Revision(
            museum_id=place.museum_id,
            kind=place.kind,
            subject_id=place.subject_id,
            number=1,
            snapshot=held,
            state=State.LIVE,
            channel="register",
            made_at=now,
            live_at=now,
        )
        db.session.add(first)
        db.session.flush()
        block.live_id = first.id
        db.session.flush()
    return block


def _write(
    place: Place,
    snapshot: Snapshot,
    state: State,
    *,
    version: int,
    by: Author,
    now: datetime,
    is_minor: bool,
) -> Revision:
    current = head(place, now)
    _check_version(place, current, version)
    pending = _of_id(current.pending_id)
    if pending is not None:
        pending.state, pending.archived_at = State.ARCHIVED, now
    live = _of_id(current.live_id)
    revision = Revision(
        museum_id=place.museum_id,
        kind=place.kind,
        subject_id=place.subject_id,
        number=_next_number(place),
        base_number=live.number if live else None,
        snapshot=snapshot,
        state=state,
        actor_id=by.id,
        on_behalf_of_museum=by.is_association,
        channel=by.channel,
        is_minor=is_minor,
        made_at=now,
    )
    db.session.add(revision)
    db.session.flush()
    current.pending_id = revision.id
    db.session.flush()
    return revision


def _check_version(place: Place, current: ContentBlock, version: int) -> None:
    """Take the next version by one conditional UPDATE: of fifty who save at once, one does."""
    take = (
        update(ContentBlock)
        .where(
            ContentBlock.museum_id == place.museum_id,
            ContentBlock.id == current.id,
            ContentBlock.version == version,
        )
        .values(version=version + 1)
    )
    if db.session.execute(take.returning(ContentBlock.id)).all():
        db.session.refresh(current)
        return
    db.session.refresh(current)
    theirs = _of_id(current.pending_id) or _of_id(current.live_id)
    base = _of_number(place, theirs.base_number) if theirs and theirs.base_number else None
    raise ConflictError(theirs, base.snapshot if base else None, current.version)


def _go_live(revision: Revision, now: datetime) -> None:
    place = Place(revision.museum_id, revision.kind, revision.subject_id)
    former = _of_id(head(place, now).live_id)
    if former is not None and former.id != revision.id:
        former.state, former.archived_at = State.ARCHIVED, now
    revision.state, revision.live_at = State.LIVE, now
    current = head(place, now)
    current.live_id = revision.id
    _release(revision)
    blocks.of_kind(revision.kind).project(revision.museum_id, revision.subject_id, revision.snapshot, now)
    db.session.flush()


def _release(revision: Revision) -> None:
    current = _find_head(Place(revision.museum_id, revision.kind, revision.subject_id))
    if current is not None and current.pending_id == revision.id:
        current.pending_id = None
    db.session.flush()


def _submitted(place: Place) -> Revision:
    current = _find_head(place)
    revision = _of_id(current.pending_id) if current else None
    if revision is None or revision.state is not State.SUBMITTED:
        raise NotPendingError
    return revision


def _find_head(place: Place) -> ContentBlock | None:
    return db.session.scalar(
        select(ContentBlock).where(
            ContentBlock.museum_id == place.museum_id,
            ContentBlock.kind == place.kind,
            ContentBlock.subject_id == place.subject_id,
        )
    )


def _of_id(id_: int | None) -> Revision | None:
    return db.session.scalar(select(Revision).where(Revision.id == id_)) if id_ is not None else None


def _of_number(place: Place, number: int) -> Revision | None:
    return db.session.scalar(
        select(Revision).where(
            Revision.museum_id == place.museum_id,
            Revision.kind == place.kind,
            Revision.subject_id == place.subject_id,
            Revision.number == number,
        )
    )


def _next_number(place: Place) -> int:
    last = select(func.max(Revision.number)).where(
        Revision.museum_id == place.museum_id,
        Revision.kind == place.kind,
        Revision.subject_id == place.subject_id,
    )
    return (db.session.scalar(last) or 0) + 1
