"""Tables that only grow: the database itself refuses to change or remove a row."""

from portal.db.row_security import Operations

_SQLITE = """CREATE TRIGGER {table}_{act} BEFORE {act} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""

_FUNCTION = """CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{table} is append-only'; END $$"""

_POSTGRESQL = """CREATE TRIGGER {table}_{act} BEFORE {act} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_append_only()"""


def seal(op: Operations, table: str) -> None:
    """Refuse UPDATE and DELETE, and TRUNCATE where there is one, on this table for ever."""
    if op.get_context().dialect.name != "postgresql":  # type: ignore[attr-defined]  # Alembic's context has it
        for act in ("UPDATE", "DELETE"):
            op.execute(_SQLITE.format(table=table, act=act))
        return
    op.execute(_FUNCTION.format(table=table))
    for act in ("UPDATE", "DELETE", "TRUNCATE"):
        op.execute(_POSTGRESQL.format(table=table, act=act))
