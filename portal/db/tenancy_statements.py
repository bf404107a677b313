"""The first mesh: adds the museum's condition to every ORM statement of a session confined to one museum."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Insert, Table, TextClause, Update, event
from sqlalchemy.orm import ORMExecuteState, with_loader_criteria
from sqlalchemy.sql import visitors

from portal.db.base import PortalSession
from portal.db.tenancy import CONFINED, MuseumOwned, TenancyError, mentions_owned_table, scope_of


@event.listens_for(PortalSession, "do_orm_execute")
def _confine(state: ORMExecuteState) -> None:
    scope = scope_of(state.session)
    museum_id = scope.museum_id
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
    for element in visitors.iterate(statement):
        if isinstance(element, TextClause) and mentions_owned_table(element.text):
            raise TenancyError(f"text() names a museum-owned table: {element.text[:200]}")
        if _is_bare_table(element):
            raise TenancyError(f"a Core table of museums cannot be confined: {element}")


def _is_bare_table(element: Any) -> bool:
    """Return whether this is a museum-owned table used without its model, which no criteria reach."""
    table = element if isinstance(element, Table) else getattr(element, "table", None)
    if not isinstance(table, Table) or table.name not in MuseumOwned.owned_tables:
        return False
    return "parententity" not in element._annotations and "parentmapper" not in element._annotations  # noqa: SLF001 - the only mark there is


def _owned(state: ORMExecuteState) -> bool:
    mapper = state.bind_mapper
    return mapper is not None and issubclass(mapper.class_, MuseumOwned)


def _check_inserted(state: ORMExecuteState, museum_id: int) -> None:
    if not _owned(state) or not isinstance(state.statement, Insert):
        return
    rows = list(_rows_given(state))
    if not rows or any(row.get("museum_id") != museum_id for row in rows):
        raise TenancyError("a bulk INSERT that does not say that its rows are this museum's")


def _rows_given(state: ORMExecuteState) -> Iterator[dict[str, Any]]:
    given = state.parameters
    if given:
        yield from ([dict(given)] if not isinstance(given, list | tuple) else map(dict, given))
    elif isinstance(state.statement, Insert) and state.statement.select is None:
        yield dict(state.statement.compile().params)


def _check_moved(state: ORMExecuteState, museum_id: int) -> None:
    if not _owned(state) or not isinstance(state.statement, Update):
        return
    rows = state.parameters if isinstance(state.parameters, list | tuple) else [state.parameters or {}]
    values = [dict(row) for row in rows] + [state.statement.compile().params]
    if any(row.get("museum_id", museum_id) != museum_id for row in values):
        raise TenancyError("a bulk UPDATE that gives rows to another museum")
