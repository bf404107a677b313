"""PostgreSQL's second wall: row-level security on every museum-owned table, given by each table's migration."""

from typing import Protocol

SCOPE = "current_setting('portal.scope', true)"


class Operations(Protocol):
    """The part of Alembic's `op` that a policy needs."""

    def execute(self, sqltext: str) -> None:
        """Run one statement."""

    def get_context(self) -> object:
        """Return the migration's context."""


def policies(table: str) -> list[str]:
    """Return the statements that confine a museum-owned table to the scope of the transaction.

    Two policies, not one: DELETE only looks at USING, so that a single policy for reading and writing would let
    a reading scope delete. Forced, so that the table's owner is held too. No scope set means no row.
    """
    own = f"museum_id::text = {SCOPE}"
    may_write = f"{SCOPE} = 'write' OR {own}"
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_read ON {table} FOR SELECT USING ({SCOPE} IN ('read', 'doors', 'write') OR {own})",
        f"CREATE POLICY {table}_write ON {table} FOR ALL USING ({may_write}) WITH CHECK ({may_write})",
    ]


def door_policies(table: str) -> list[str]:
    """Return the statements that confine a table deciding who may enter: the public's scope sees no row of it."""
    opened = f"{SCOPE} IN ('doors', 'write') OR museum_id::text = {SCOPE}"
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_door ON {table} FOR ALL USING ({opened}) WITH CHECK ({opened})",
    ]


def confine(op: Operations, table: str) -> None:
    """Give a museum-owned table its policies; SQLite has none to give."""
    _execute(op, policies(table))


def confine_door(op: Operations, table: str) -> None:
    """Give a table that decides who may enter its policy."""
    _execute(op, door_policies(table))


def renew(op: Operations, table: str) -> None:
    """Give a museum-owned table today's policies instead of those an older migration gave it."""
    _execute(op, [f"DROP POLICY {table}_read ON {table}", f"DROP POLICY {table}_write ON {table}"])
    confine(op, table)


def _execute(op: Operations, statements: list[str]) -> None:
    if op.get_context().dialect.name != "postgresql":  # type: ignore[attr-defined]  # Alembic's context has it
        return
    for statement in statements:
        op.execute(statement)
