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
        f"CREATE POLICY {table}_read ON {table} FOR SELECT USING ({SCOPE} IN ('read', 'write') OR {own})",
        f"CREATE POLICY {table}_write ON {table} FOR ALL USING ({may_write}) WITH CHECK ({may_write})",
    ]


def confine(op: Operations, table: str) -> None:
    """Give a museum-owned table its policies; SQLite has none to give."""
    if op.get_context().dialect.name != "postgresql":  # type: ignore[attr-defined]  # Alembic's context has it
        return
    for statement in policies(table):
        op.execute(statement)
