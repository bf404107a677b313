"""Confines a session to what it may touch: the net under every query on what belongs to a museum.

Three meshes, each enough alone for the mistakes it is made for:

- the statement: under one museum's scope every ORM statement gets the museum's condition added wherever a
  museum-owned table appears (joins, EXISTS, CTE, aliases, eager loads, bulk UPDATE and DELETE);
- the cursor: whatever reaches the database and names a museum-owned table is refused unless the scope allows
  it, and under one museum's scope unless the statement was confined: `text()`, Core tables, bare connections;
- the row: a flush never writes a row of another museum, however its key was set.

PostgreSQL has a second wall of its own (`portal.db.row_security`); the scope is handed to it here.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, ClassVar

from sqlalchemy import Connection, Engine, ForeignKey, event, text
from sqlalchemy.orm import Mapped, Session, declared_attr, mapped_column

from portal.db.base import Model, PortalSession
from portal.db.scope import NOTHING, Scope, of_museum

_SCOPE = "portal.scope"
_FLUSHING = "portal.flushing"
CONFINED = "portal_confined"  # execution option of a statement that carries the museum's condition

_CHANGES = re.compile(r"\b(insert|update|delete|merge|truncate|replace)\b", re.IGNORECASE)


class TenancyError(RuntimeError):
    """A statement that could touch another museum's rows, or an unscoped one: always a programming error."""


class MuseumOwned:
    """Marks a table whose rows belong to one museum; no statement touches it outside a scope."""

    owned_tables: ClassVar[set[str]] = set()

    @declared_attr
    def museum_id(cls) -> Mapped[int]:  # noqa: N805 - declared_attr hands over the class
        """Return the museum that owns the row."""
        return mapped_column(ForeignKey("museum.id", ondelete="CASCADE"), index=True)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Remember the table, so that every guard knows it from the moment it is declared."""
        super().__init_subclass__(**kwargs)
        table = getattr(cls, "__tablename__", None)
        if isinstance(table, str):
            MuseumOwned.owned_tables.add(table)
            owned_tables_in.cache_clear()


class Door(MuseumOwned):
    """Marks a table that decides who may enter a museum: read before any museum is in scope, never by the public.

    `museum_id` may be empty for what concerns the association itself, which no museum's scope then sees.
    """

    door_tables: ClassVar[set[str]] = set()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Remember the table among the doors."""
        super().__init_subclass__(**kwargs)
        table = getattr(cls, "__tablename__", None)
        if isinstance(table, str):
            Door.door_tables.add(table)


@lru_cache(maxsize=4096)
def owned_tables_in(sql: str) -> frozenset[str]:
    """Return the museum-owned tables that a statement's text names."""
    names = "|".join(map(re.escape, sorted(MuseumOwned.owned_tables)))
    return frozenset(re.findall(rf"\b({names})\b", sql.lower())) if names else frozenset()


def mentions_owned_table(sql: str) -> bool:
    """Return whether a statement's text names a museum-owned table."""
    return bool(owned_tables_in(sql))


def scope_of(session: Session) -> Scope:
    """Return the scope the session is in."""
    scope: Scope = session.info.get(_SCOPE, NOTHING)
    return scope


def refuse_others(session: Session, museum_ids: Iterable[int]) -> None:
    """Raise `TenancyError` where one museum's session asks for another's: what is kept in memory passes no guard."""
    own = scope_of(session).museum_id
    if own is not None and any(id_ != own for id_ in museum_ids):
        raise TenancyError("something of another museum than the one in scope, asked of the memory")


def enter(session: Session, scope: Scope) -> None:
    """Put the session in a scope, after writing what is pending and emptying its memory.

    What was loaded under another scope must not be found again by its key under this one.
    """
    if scope == scope_of(session):
        return
    if session.new or session.dirty or session.deleted:
        session.flush()
    session.expunge_all()
    session.info[_SCOPE] = scope
    if session.in_transaction():
        _tell_connection(session, session.connection())


@contextmanager
def within(session: Session, museum_id: int) -> Iterator[None]:
    """Confine the session to one museum inside the block, then return to the scope it came from."""
    before = scope_of(session)
    enter(session, of_museum(museum_id))
    try:
        yield
    finally:
        if session.is_active:
            enter(session, before)
        else:  # the block failed in the database: nothing to write, only the scope to give back
            session.expunge_all()
            session.info[_SCOPE] = before


def guard(engine: Engine) -> None:
    """Refuse, at this engine's cursors, every statement that its session's scope does not allow."""
    event.listen(engine, "before_cursor_execute", _check_cursor)
    event.listen(engine, "checkin", lambda _connection, entry: entry.info.pop(_SCOPE, None))


def _tell_connection(session: Session, connection: Connection) -> None:
    connection.info[_SCOPE] = session
    if connection.dialect.name == "postgresql":
        setting = text("SELECT set_config('portal.scope', :scope, true)")
        connection.execute(setting, {"scope": scope_of(session).name})


@event.listens_for(PortalSession, "after_begin")
def _carry_scope(session: Session, _transaction: Any, connection: Connection) -> None:
    _tell_connection(session, connection)


def _check_cursor(
    connection: Connection,
    _cursor: Any,
    statement: str,
    _parameters: Any,
    context: Any,
    _executemany: Any,
) -> None:
    tables = owned_tables_in(statement)
    if not tables:
        return
    session: Session | None = connection.info.get(_SCOPE)
    scope = NOTHING if session is None else scope_of(session)
    if session is None or scope == NOTHING:
        msg = f"a museum-owned table with no museum in scope: {statement[:200]}"
        raise TenancyError(msg)
    if tables & Door.door_tables and not scope.opens_doors:
        msg = f"who may enter, asked in the public's scope: {statement[:200]}"
        raise TenancyError(msg)
    changes_only_doors = scope.opens_doors and tables <= Door.door_tables
    if not (scope.may_write or changes_only_doors) and _CHANGES.search(statement):
        msg = f"a change in a scope that only reads: {statement[:200]}"
        raise TenancyError(msg)
    if scope.is_confined and not _is_confined(session, context):
        msg = f"a statement that cannot be confined to one museum: {statement[:200]}"
        raise TenancyError(msg)


def _is_confined(session: Session, context: Any) -> bool:
    if session.info.get(_FLUSHING):
        return True  # each row is checked by `portal.db.tenancy_rows`
    options = {} if context is None else context.execution_options
    return bool(options.get(CONFINED))


@event.listens_for(PortalSession, "before_flush")
def _flush_begins(session: Session, _context: Any, _instances: Any) -> None:
    session.info[_FLUSHING] = True


@event.listens_for(PortalSession, "after_flush")
@event.listens_for(PortalSession, "after_soft_rollback")
def _flush_ends(session: Session, _context: Any) -> None:
    session.info.pop(_FLUSHING, None)


__all__ = [
    "CONFINED",
    "Door",
    "Model",
    "MuseumOwned",
    "Scope",
    "TenancyError",
    "enter",
    "guard",
    "refuse_others",
    "scope_of",
    "within",
]
