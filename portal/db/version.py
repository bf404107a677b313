"""The content version: one number that grows with every public change, in the change's own transaction.

Caches, feeds and validators ask it and nothing else. `next_due_at` is the instant at which the public pages
next change by themselves (a scheduled publication, an expiry), or nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, event, false, select, update
from sqlalchemy.orm import (
    Mapped,
    ORMExecuteState,
    Session,
    SessionTransaction,
    UOWTransaction,
    mapped_column,
)

from portal.db.base import Model, PortalSession
from portal.db.instants import Instant

_RAISED = "portal.content_version_raised"
_HELD = "portal.content_version_held"
_CHANGED = "portal.public_content_changed"


class PublicContent:
    """Marks a table whose rows the public reads: any change of them raises the content version."""


class ContentVersion(Model):
    """The single row that says which state of the public content this is."""

    __tablename__ = "content_version"
    __table_args__ = (CheckConstraint("id = 1", name="single_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
    next_due_at: Mapped[datetime | None] = mapped_column(Instant)
    is_demonstration: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Whether invented content stands among it; every page then says so."""


@dataclass(frozen=True)
class VersionStamp:
    """What a cached answer is valid for: a number, and until when it holds by itself."""

    number: int
    next_due_at: datetime | None
    is_demonstration: bool = False


def content_version(session: Session) -> VersionStamp:
    """Return the state of the public content this transaction sees."""
    held: VersionStamp | None = session.info.get(_HELD)
    if held is not None:
        return held
    columns = select(ContentVersion.number, ContentVersion.next_due_at, ContentVersion.is_demonstration)
    return VersionStamp(*session.execute(columns).one())


def mark_demonstration(session: Session, *, is_demonstration: bool) -> None:
    """Say whether invented content stands among the public's."""
    raise_content_version(session)
    session.execute(update(ContentVersion).values(is_demonstration=is_demonstration))


def hold_content_version(session: Session) -> VersionStamp:
    """Ask the content version once for the whole of a transaction that reads.

    What is read after the stamp may be newer than it, never older, so that what is remembered under its number
    is at worst read again.
    """
    stamp = session.info[_HELD] = content_version(session)
    return stamp


def raise_content_version(session: Session) -> None:
    """Raise the content version, once a transaction however many changes it makes."""
    session.info.pop(_HELD, None)
    if session.info.get(_RAISED):
        return
    session.info[_RAISED] = session.info[_CHANGED] = True
    session.execute(update(ContentVersion).values(number=ContentVersion.number + 1))


def has_unpublished_changes(session: Session) -> bool:
    """Return whether this transaction has changed public content and not yet committed it."""
    return bool(session.info.get(_CHANGED))


@event.listens_for(PortalSession, "before_flush")
def _notice_flush(session: Session, _context: UOWTransaction, _instances: Any) -> None:
    touched = (*session.new, *session.deleted, *(row for row in session.dirty if session.is_modified(row)))
    if any(isinstance(row, PublicContent) for row in touched):
        raise_content_version(session)


@event.listens_for(PortalSession, "do_orm_execute")
def _notice_bulk(state: ORMExecuteState) -> None:
    if not (state.is_insert or state.is_update or state.is_delete):
        return
    mapper = state.bind_mapper
    if mapper is not None and issubclass(mapper.class_, PublicContent):
        raise_content_version(state.session)


@event.listens_for(PortalSession, "after_transaction_end")
def _forget(session: Session, transaction: SessionTransaction) -> None:
    if transaction.nested or transaction.parent is None:
        # A savepoint rolled back takes its raise with it, so the next change must raise again.
        session.info.pop(_RAISED, None)
        session.info.pop(_HELD, None)
    if transaction.parent is None:
        session.info.pop(_CHANGED, None)
