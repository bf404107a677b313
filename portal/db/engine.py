"""How connections behave: SQLite's durability and its one writer, announced before it writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

_writing: ContextVar[bool] = ContextVar("portal_writing", default=False)

SQLITE_PRAGMAS = (
    "PRAGMA foreign_keys=on",
    "PRAGMA journal_mode=wal",
    "PRAGMA synchronous=full",  # an answer given is a change kept, even through a power cut
    "PRAGMA busy_timeout=5000",
)


@contextmanager
def writing() -> Iterator[None]:
    """Announce that transactions begun inside will write, so that SQLite queues them instead of failing.

    Under SQLite a transaction that reads first and writes later loses to another writer at once, whatever
    the busy timeout; `BEGIN IMMEDIATE` takes its turn from the start.
    """
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


def prepare(engine: Engine) -> None:
    """Give an engine the portal's connection settings; PostgreSQL needs none."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)


def _set_pragmas(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver must not begin transactions of its own
    cursor = connection.cursor()
    for pragma in SQLITE_PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")
