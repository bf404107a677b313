"""Full-text search where the databases differ: FTS5 on SQLite, tsvector and GIN on PostgreSQL.

Both are handed plain words of small letters and digits, so that neither's own idea of a word matters, and
both answer with the numbers of the rows that hold them, unranked.
"""

import weakref
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple, Protocol

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Engine,
    Select,
    Text,
    bindparam,
    cast,
    column,
    delete,
    func,
    insert,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

# Its shadow tables on SQLite begin with the prefix that the migrations leave alone, and so does its own name.
INDEX = "search_text_index"

SQLITE_DDL = (
    f"CREATE VIRTUAL TABLE {INDEX} USING fts5(words, tokenize='unicode61 remove_diacritics 0', prefix='2 3')",
)
POSTGRESQL_DDL = (
    f"CREATE TABLE {INDEX} (entry_id INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)",
    f"ALTER TABLE {INDEX} ADD FOREIGN KEY (entry_id) REFERENCES search_entry (id) ON DELETE CASCADE",
    f"CREATE INDEX ix_{INDEX}_words ON {INDEX} USING gin (words)",
)

_sqlite = table(INDEX, column("rowid"), column("words"))
_postgresql = table(INDEX, column("entry_id"), column("words", postgresql.TSVECTOR))
_checked: weakref.WeakSet[Engine] = weakref.WeakSet()


class FullTextMissing(RuntimeError):  # noqa: N818 - what is wrong, in plain words
    """This SQLite was built without FTS5."""

    def __init__(self) -> None:
        super().__init__(
            "SQLite est installé ici sans son module de recherche FTS5. "
            "Installez un Python dont le SQLite le contient, ou utilisez PostgreSQL.",
        )


class Wanted(NamedTuple):
    """One word that must be held, in any of its forms or as the beginning of a word."""

    forms: tuple[str, ...]
    beginning: str | None = None


class Operations(Protocol):
    """The part of Alembic's `op` that making the index needs."""

    def execute(self, sqltext: str) -> None:
        """Run one statement."""

    def get_bind(self) -> Any:
        """Return the migration's connection."""


def create(op: Operations) -> None:
    """Make the index, in a migration."""
    bind = op.get_bind()
    try:
        for statement in POSTGRESQL_DDL if bind.dialect.name == "postgresql" else SQLITE_DDL:
            op.execute(statement)
    except OperationalError as error:
        if "fts5" not in str(error.orig):
            raise
        raise FullTextMissing from error


def drop(op: Operations) -> None:
    """Take the index away, in a migration."""
    op.execute(f"DROP TABLE {INDEX}")


def write(session: Session, words: Iterable[tuple[int, Collection[str]]]) -> None:
    """Keep the words of each numbered row, instead of those it had."""
    rows = [(number, sorted(set(its))) for number, its in words]
    if not rows:
        return
    if not _is_postgresql(session):
        values = [{"rowid": number, "words": " ".join(its)} for number, its in rows]
        session.execute(insert(_sqlite).prefix_with("OR REPLACE"), values)
        return
    vector = func.array_to_tsvector(bindparam("its", type_=ARRAY(Text)))
    statement = postgresql.insert(_postgresql).values(entry_id=bindparam("number"), words=vector)
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["entry_id"], set_={"words": statement.excluded.words}
        ),
        [{"number": number, "its": its} for number, its in rows],
    )


def erase(session: Session, numbers: Sequence[int]) -> None:
    """Forget the words of these rows."""
    if _is_postgresql(session):
        session.execute(delete(_postgresql).where(_postgresql.c.entry_id.in_(numbers)))
    else:
        session.execute(delete(_sqlite).where(_sqlite.c.rowid.in_(numbers)))


def holding(session: Session, wanted: Iterable[Wanted]) -> Select[int]:
    """Return the statement for the numbers of the rows that hold every word."""
    if _is_postgresql(session):
        asked = " & ".join(_any(word, " | ", "'{}'", "'{}':*") for word in wanted)
        matches = _postgresql.c.words.op("@@")(cast(asked, postgresql.TSQUERY))
        return select(_postgresql.c.entry_id).where(matches)
    _require(session)
    asked = " AND ".join(_any(word, " OR ", '"{}"', '"{}"*') for word in wanted)
    matched: ColumnElement[bool] = literal_column(INDEX).op("MATCH")(asked)
    return select(_sqlite.c.rowid).where(matched)


def _any(word: Wanted, between: str, whole: str, beginning: str) -> str:
    """Return the alternatives in one engine's writing; the words hold nothing that a query language knows."""
    forms = [whole.format(form) for form in word.forms]
    every = [*forms, beginning.format(word.beginning)] if word.beginning else forms
    return f"({between.join(every)})"


def _is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"


def _require(session: Session) -> None:
    """Raise `FullTextMissing` where this SQLite has no FTS5, asked once."""
    engine = session.connection().engine
    if engine in _checked:
        return
    modules = table("pragma_module_list", column("name"))
    if session.scalar(select(modules.c.name).where(modules.c.name == "fts5")) is None:
        raise FullTextMissing
    _checked.add(engine)
