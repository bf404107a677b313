"""What may be asked of the journal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from portal.db import db
from portal.domain.journal import chain
from portal.domain.journal.models import AuditEvent, JournalHead


@dataclass(frozen=True)
class Wanted:
    """Which lines are looked for; nothing given means all."""

    actions: tuple[str, ...] = ()
    people: tuple[int, ...] | None = None
    """Acting, acted for or acted upon."""
    museums: tuple[int, ...] | None = None
    since: datetime | None = None
    until: datetime | None = None


def verify() -> list[chain.Break]:
    """Return where the journal is no longer what was written."""
    head = db.session.execute(select(JournalHead.sequence, JournalHead.digest)).one()
    told = select(AuditEvent).where(AuditEvent.id <= head.sequence).order_by(AuditEvent.id)
    lines = db.session.scalars(told.execution_options(yield_per=500))
    found = chain.breaks(lines, last=head.sequence, last_digest=head.digest)
    # One statement: a line written while we read moves the head with it, and is no break.
    end = select(JournalHead.sequence).scalar_subquery()
    beyond = db.session.scalar(select(func.min(AuditEvent.id)).where(AuditEvent.id > end))
    return [*found, chain.Break(beyond, "cut")] if beyond else found


def length() -> int:
    """Return how many lines there are."""
    return db.session.scalar(select(JournalHead.sequence)) or 0


def last_digest() -> str:
    """Return the digest of the last line; kept elsewhere, it proves later that nothing was written again."""
    return db.session.scalars(select(JournalHead.digest)).one()


def count(wanted: Wanted) -> int:
    """Return how many lines are looked for."""
    return db.session.scalar(_of(wanted, select(func.count()).select_from(AuditEvent))) or 0


def lines(wanted: Wanted, *, offset: int = 0, limit: int | None = None) -> Iterator[AuditEvent]:
    """Yield the lines looked for, the latest first."""
    statement = _of(wanted, select(AuditEvent)).order_by(AuditEvent.id.desc()).offset(offset).limit(limit)
    yield from db.session.scalars(statement.execution_options(yield_per=500))


def actions() -> list[str]:
    """Return every action the journal has a line of."""
    return list(db.session.scalars(select(AuditEvent.action).distinct().order_by(AuditEvent.action)))


def of_person(user_id: int) -> list[AuditEvent]:
    """Return every line that names a person, oldest first."""
    statement = select(AuditEvent).where(_names((user_id,))).order_by(AuditEvent.id)
    return list(db.session.scalars(statement))


def _names(people: tuple[int, ...]) -> ColumnElement[bool]:
    return (
        AuditEvent.actor_id.in_(people)
        | AuditEvent.on_behalf_of_id.in_(people)
        | AuditEvent.subject.in_([f"user:{id_}" for id_ in people])
    )


def _of(wanted: Wanted, statement: Select[Any]) -> Select[Any]:
    if wanted.actions:
        statement = statement.where(AuditEvent.action.in_(wanted.actions))
    if wanted.people is not None:
        statement = statement.where(_names(wanted.people))
    if wanted.museums is not None:
        statement = statement.where(AuditEvent.museum_id.in_(wanted.museums))
    if wanted.since:
        statement = statement.where(AuditEvent.at >= wanted.since)
    if wanted.until:
        statement = statement.where(AuditEvent.at < wanted.until)
    return statement
