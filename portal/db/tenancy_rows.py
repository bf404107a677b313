"""The third mesh: a flush writes no row of another museum, however its key was set."""

from typing import Any

from sqlalchemy import Connection, event, inspect
from sqlalchemy.orm import Mapper, object_session

from portal.db.tenancy import Door, MuseumOwned, TenancyError, scope_of


class Tenant:
    """Marks the table of the museums themselves: a confined session may change its own museum's row only."""


def owner_before(row: Any) -> int | None:
    """Return the museum the row belonged to before the change under way."""
    history = inspect(row).attrs.museum_id.history
    owner: int | None = history.deleted[0] if history.deleted else row.museum_id
    return owner


def check_row(row: Any, *owners: int | None) -> None:
    """Raise `TenancyError` unless the row's session may write a row of each of these museums."""
    session = object_session(row)
    if session is None:
        raise TenancyError(f"a {type(row).__name__} written outside any session")
    scope = scope_of(session)
    if not (scope.may_write or (isinstance(row, Door) and scope.opens_doors)):
        raise TenancyError(f"a {type(row).__name__} written in a scope that may not write")
    if scope.is_confined and any(owner != scope.museum_id for owner in owners):
        raise TenancyError(f"a {type(row).__name__} of another museum")


@event.listens_for(MuseumOwned, "before_insert", propagate=True)
def _check_insert(_mapper: Mapper[Any], _connection: Connection, row: Any) -> None:
    check_row(row, row.museum_id)


@event.listens_for(MuseumOwned, "before_update", propagate=True)
@event.listens_for(MuseumOwned, "before_delete", propagate=True)
def _check_change(_mapper: Mapper[Any], _connection: Connection, row: Any) -> None:
    check_row(row, owner_before(row), row.museum_id)


@event.listens_for(Tenant, "before_insert", propagate=True)
@event.listens_for(Tenant, "before_update", propagate=True)
@event.listens_for(Tenant, "before_delete", propagate=True)
def _check_tenant(_mapper: Mapper[Any], _connection: Connection, row: Any) -> None:
    check_row(row, row.id)
