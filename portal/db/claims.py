"""One row for many who want to write it at once: the first makes it, the others are told."""

from typing import Any, cast

from sqlalchemy import CursorResult, UpdateBase, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from portal.db.base import Model


def insert_or_nothing(session: Session, model: type[Model], **values: Any) -> bool:
    """Insert a row unless one like it is there, and return whether this call made it.

    Where another transaction is making it, this one waits for its end: made there means not made here.
    """
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(model).values(**values).on_conflict_do_nothing()
    # Asked to return the row: an INSERT through the ORM counts none on PostgreSQL.
    return session.execute(statement.returning(*inspect(model).primary_key)).first() is not None


def rows_changed(session: Session, statement: UpdateBase) -> int:
    """Run a change that decides by its own condition, and return how many rows it found."""
    done = session.execute(statement, execution_options={"synchronize_session": False})
    return cast("CursorResult[Any]", done).rowcount
