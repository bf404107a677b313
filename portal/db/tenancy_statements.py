"""The first mesh: adds the museum's condition to every ORM statement of a session confined to one museum."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    FromClause,
    Insert,
    SelectBase,
    Table,
    TextClause,
    Update,
    UpdateBase,
    event,
)
from sqlalchemy.orm import ORMExecuteState, with_loader_criteria

from portal.db.base import PortalSession
from portal.db.tenancy import CONFINED, MuseumOwned, TenancyError, mentions_owned_table, scope_of


@event.listens_for(PortalSession, "do_orm_execute")
def _confine(state: ORMExecuteState) -> None:
    museum_id = scope_of(state.session).museum_id
    if museum_id is None or not state.is_orm_statement:
        return
    _refuse_what_escapes(state.statement)
    if state.is_insert:
        _check_inserted(state, museum_id)
    elif state.is_update:
        _check_moved(state, museum_id)
    if not state.is_insert and not state.is_column_load:
        state.statement = state.statement.options(
            with_loader_criteria(
                MuseumOwned,
                lambda owned: owned.museum_id == museum_id,
                include_aliases=True,
                track_closure_variables=True,
            ),
        )
    state.update_execution_options(**{CONFINED: True})


def _refuse_what_escapes(statement: Any) -> None:
    """Raise for a museum-owned table that this SELECT or change reaches otherwise than as its model.

    The criteria reach a model wherever it stands. A table that stands beside its own model in the same FROM is
    the ORM's own doing (a load by key, a relationship's join) and is reached with it.
    """
    as_model, bare = set(_subject(statement)), set()
    waiting = list(statement.get_children())
    while waiting:
        element = waiting.pop()
        if isinstance(element, SelectBase | UpdateBase):
            _refuse_what_escapes(element)
            continue
        if isinstance(element, TextClause) and mentions_owned_table(element.text):
            raise TenancyError(f"text() names a museum-owned table: {element.text[:200]}")
        marks = element._annotations  # noqa: SLF001 - the only mark of a model's own element
        entity = marks.get("parententity") or marks.get("parentmapper")
        if isinstance(element, Column | FromClause) and entity is not None:
            as_model.add(entity.mapper.local_table.name)
            continue
        bare |= _owned_table(element)
        waiting.extend(element.get_children())
    if bare - as_model:
        raise TenancyError(f"Core tables of museums cannot be confined: {', '.join(sorted(bare - as_model))}")


def _subject(statement: Any) -> set[str]:
    """Return the table of the model that an ORM change is about."""
    subject = statement._propagate_attrs.get("plugin_subject")  # noqa: SLF001 - the only mark of an ORM statement
    is_change = isinstance(statement, UpdateBase) and subject is not None
    return {subject.mapper.local_table.name} if is_change else set()


def _owned_table(element: Any) -> set[str]:
    table = element.table if isinstance(element, Column) else element
    return {table.name} & MuseumOwned.owned_tables if isinstance(table, Table) else set()


def _owned(state: ORMExecuteState) -> bool:
    mapper = state.bind_mapper
    return mapper is not None and issubclass(mapper.class_, MuseumOwned)


def _check_inserted(state: ORMExecuteState, museum_id: int) -> None:
    if not _owned(state) or not isinstance(state.statement, Insert):
        return
    rows = [*_parameters(state), *_values(state.statement)]
    if not rows or any(row.get("museum_id") != museum_id for row in rows):
        raise TenancyError("a bulk INSERT that does not say that its rows are this museum's")


def _check_moved(state: ORMExecuteState, museum_id: int) -> None:
    if not _owned(state) or not isinstance(state.statement, Update):
        return
    rows = [*_parameters(state), *_values(state.statement)]
    if any(row.get("museum_id", museum_id) != museum_id for row in rows):
        raise TenancyError("a bulk UPDATE that gives rows to another museum")


def _parameters(state: ORMExecuteState) -> list[Mapping[str, Any]]:
    given: Any = state.parameters
    if not given:
        return []
    return list(given) if isinstance(given, list | tuple) else [given]


def _values(statement: Any) -> Iterator[dict[str, Any]]:
    """Yield the rows that `values()` gave the statement; a value it only computes is no value to trust."""
    single = getattr(statement, "_values", None)
    if single:
        yield {_name(key): _given(value) for key, value in single.items()}
    for several in getattr(statement, "_multi_values", ()):
        yield from ({_name(key): _given(value) for key, value in row.items()} for row in several)
    if getattr(statement, "_ordered_values", None):
        yield {_name(key): _given(value) for key, value in statement._ordered_values}  # noqa: SLF001 - no public name


def _name(key: Any) -> str:
    return key if isinstance(key, str) else str(key.key)


def _given(value: Any) -> Any:
    return value.value if isinstance(value, BindParameter) else value
