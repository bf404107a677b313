"""PostgreSQL holds the museums apart by itself, whatever reaches it."""

from collections.abc import Iterator

import psycopg
import pytest
from flask import Flask
from sqlalchemy import make_url, select, text
from sqlalchemy.exc import ProgrammingError

from portal.db import WRITE_EVERYTHING, Door, MuseumOwned, Translated, db, enter
from portal.domain.accounts import Invitation, Membership
from portal.domain.museums import FormerSlug, Museum, MuseumProfile
from tests.databases import Workshop

pytestmark = pytest.mark.postgresql


@pytest.fixture
def bare(workshop: Workshop, app: Flask) -> Iterator[psycopg.Connection]:
    """A connection as the application's role, with no guard of ours on it, to two furnished museums."""
    if workshop.backend != "postgresql":
        pytest.skip("row-level security is PostgreSQL's own")
    with app.app_context():
        session = db.session()
        enter(session, WRITE_EVERYTHING)
        for museum_id in session.scalars(select(Museum.id).order_by(Museum.id).limit(2)):
            session.add(MuseumProfile(museum_id=museum_id, presentation=Translated("Un texte")))
            session.add(FormerSlug(museum_id=museum_id, slug=f"ancien-{museum_id}"))
        session.commit()
        url = make_url(app.config["SQLALCHEMY_DATABASE_URI"]).set(drivername="postgresql")
    with psycopg.connect(url.render_as_string(hide_password=False)) as connection:
        yield connection


def owners(connection: psycopg.Connection) -> set[int]:
    return {row[0] for row in connection.execute("SELECT museum_id FROM museum_profile")}


def scope(connection: psycopg.Connection, name: str) -> None:
    connection.execute("SELECT set_config('portal.scope', %s, true)", (name,))


def test_every_museum_owned_table_has_its_two_policies(bare: psycopg.Connection) -> None:
    rows = bare.execute("SELECT tablename, cmd FROM pg_policies ORDER BY tablename, cmd").fetchall()
    forced = bare.execute(
        "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"
    ).fetchall()

    assert {Invitation.__tablename__, Membership.__tablename__} <= Door.door_tables
    assert rows == [
        (table, cmd)
        for table in sorted(MuseumOwned.owned_tables)
        for cmd in (("ALL",) if table in Door.door_tables else ("ALL", "SELECT"))
    ]
    assert {name for (name,) in forced} == MuseumOwned.owned_tables


def test_the_application_is_neither_owner_nor_above_the_policies(bare: psycopg.Connection) -> None:
    role = bare.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user").fetchone()
    owned = bare.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user").fetchone()

    assert role == (False, False)
    assert owned == (0,)


def test_without_scope_there_is_no_row(bare: psycopg.Connection) -> None:
    assert owners(bare) == set()


def test_a_museum_sees_its_own_rows_only(bare: psycopg.Connection) -> None:
    scope(bare, "1")

    assert owners(bare) == {1}


def test_a_reading_scope_sees_all_and_deletes_nothing(bare: psycopg.Connection) -> None:
    scope(bare, "read")

    assert owners(bare) == {1, 2}
    assert bare.execute("DELETE FROM museum_profile").rowcount == 0
    assert bare.execute("UPDATE museum_profile SET phone = '1'").rowcount == 0


def test_a_museum_changes_its_own_rows_only(bare: psycopg.Connection) -> None:
    scope(bare, "1")

    assert bare.execute("UPDATE museum_profile SET phone = '1'").rowcount == 1
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        bare.execute("INSERT INTO museum_former_slug (slug, museum_id) VALUES ('intrus', 2)")


def test_the_scope_ends_with_its_transaction(bare: psycopg.Connection) -> None:
    scope(bare, "write")
    bare.commit()

    assert owners(bare) == set()


def test_the_session_hands_its_scope_to_the_database(app: Flask, workshop: Workshop) -> None:
    if workshop.backend != "postgresql":
        pytest.skip("row-level security is PostgreSQL's own")
    with app.app_context():
        session = db.session()
        told = text("SELECT current_setting('portal.scope', true)")
        assert session.scalar(told) in {None, ""}

        enter(session, WRITE_EVERYTHING)
        assert session.scalar(told) == "write"

        session.commit()
        assert session.scalar(told) == "write"


def test_the_application_cannot_change_the_tables(app: Flask, workshop: Workshop) -> None:
    if workshop.backend != "postgresql":
        pytest.skip("on SQLite the file belongs to the application")
    with app.app_context(), pytest.raises(ProgrammingError):
        db.session.execute(text("CREATE TABLE intruse (id integer)"))
