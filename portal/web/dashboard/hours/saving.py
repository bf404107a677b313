"""Keeps what a screen says in its two blocks: what was not touched is left alone, whoever wrote it meanwhile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from portal.db import db
from portal.domain import hours, revisions
from portal.domain.accounts.chronicle import note
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Block, ConflictError, Head, Key, Revision, Snapshot, State
from portal.web.dashboard.hours.filled import sheet_of
from portal.web.dashboard.hours.reading import Reading, read
from portal.web.kit import authors, gate, review
from portal.web.kit.versions import CHOICE

DRAFT, SUBMIT, PUBLISH = "draft", "submit", "publish"
DISPUTED = "dispute"
"""The field that names the blocks of which the page of two texts asks a choice."""


@dataclass(frozen=True)
class Desk:
    """One block on the screen: where it stands, and the version that the screen was written on."""

    block: Block
    key: Key
    head: Head
    seen: int

    def base(self, session: Session) -> Snapshot:
        """Return what the screen was filled with."""
        if self.seen == self.head.version:
            return self.head.snapshot
        return revisions.at(session, self.key, self.seen) or self.block.blank


class DisputesError(Exception):
    """Somebody wrote the same blocks meanwhile."""

    def __init__(self, disputes: list[tuple[Desk, ConflictError]]) -> None:
        super().__init__()
        self.disputes = disputes


def desks(session: Session, museum: MuseumEntry, seen: tuple[int, int] | None = None) -> tuple[Desk, Desk]:
    """Return both blocks; `seen` is what a form says of its versions."""
    found = []
    blocks = ((hours.HOURS, hours.key(museum.id)), (hours.EXCEPTIONS, hours.exceptions_key(museum.id)))
    for at, (block, key) in enumerate(blocks):
        head = revisions.head(session, key)
        found.append(Desk(block, key, head, head.version if seen is None else seen[at]))
    return found[0], found[1]


def wanted(
    session: Session, both: tuple[Desk, Desk], reading: Reading, posted: MultiDict[str, str], today: date
) -> list[Snapshot | None]:
    """Return what is to be saved of each block, nothing for one left as it was found; raise `DisputesError`."""
    texts: list[Snapshot | None] = []
    disputes: list[tuple[Desk, ConflictError]] = []
    for desk, yours in zip(both, (reading.hours, reading.exceptions), strict=True):
        base, chooses = desk.base(session), desk.block.kind in posted.getlist(DISPUTED)
        if yours == as_read(base, desk.block.kind, today):
            texts.append(None)
            continue
        text = _chosen(base, yours, posted) if chooses else yours
        is_late = desk.seen != desk.head.version and desk.head.snapshot != text
        if text is None or is_late:
            before = None if chooses else base  # once chosen from, it no longer says who changed what
            disputes.append((desk, ConflictError(desk.head.latest, yours, before, desk.head.version)))
        texts.append(text)
    if disputes:
        raise DisputesError(disputes)
    return texts


def as_read(snapshot: Snapshot, kind: str, today: date) -> Snapshot:
    """Return a block as the screen would give it back untouched."""
    is_hours = kind == hours.HOURS.kind
    blank = (hours.EXCEPTIONS if is_hours else hours.HOURS).blank
    sheet = sheet_of(snapshot, blank) if is_hours else sheet_of(blank, snapshot)
    reading = read(sheet, today)
    return reading.hours if is_hours else reading.exceptions


def _chosen(theirs: Snapshot, yours: Snapshot, posted: Mapping[str, str]) -> Snapshot | None:
    """Return part by part what was chosen between two texts; nothing while a part waits."""
    merged = dict(yours)
    for part in yours:
        if theirs[part] != yours[part]:
            choice = posted.get(CHOICE + part)
            if choice == "theirs":
                merged[part] = theirs[part]
            elif choice != "yours":
                return None
    return merged


def keep(
    museum: MuseumEntry, desk_texts: Iterable[tuple[Desk, Snapshot | None]], act: str, now: datetime
) -> set[str]:
    """Keep, propose or publish both blocks; return what happened (`draft`, `submit`, `publish`)."""
    session = db.session()
    done: set[str] = set()
    for desk, text in desk_texts:
        kept = desk.head.latest if desk.seen == desk.head.version else None
        if text is not None:
            kept = revisions.save_draft(
                session, desk.key, text, seen=desk.seen, by=authors.author(museum), now=now
            )
        if kept is not None and (became := _decide(session, museum, kept, act, now, is_new=text is not None)):
            done.add(became)
    return done


def _decide(
    session: Session, museum: MuseumEntry, kept: Revision, act: str, now: datetime, *, is_new: bool
) -> str:
    """Publish, propose or leave a text; return which, or nothing where it changed nothing."""
    if kept.state not in {State.DRAFT, State.SUBMITTED, State.REFUSED}:
        return ""
    if act == PUBLISH and review.may_publish(kept.kind):
        review.publish(kept)
        if kept.kind == hours.HOURS.kind:
            hours.confirm(session, museum.id, by_id=gate.actor().id, now=now)
        _note("content.published", museum, kept, now)
        return PUBLISH
    if act in {PUBLISH, SUBMIT}:
        if not review.propose(kept):
            return ""
        _note("content.submitted", museum, kept, now)
        return SUBMIT
    return DRAFT if is_new and kept.state is State.DRAFT else ""


def _note(action: str, museum: MuseumEntry, kept: Revision, now: datetime) -> None:
    note(action, by=gate.actor(), now=now, museum_id=museum.id, after={"block": kept.kind})
