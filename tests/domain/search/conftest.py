"""The founded register on each database, to search in."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import flask_migrate
import psycopg
import pytest
from flask import Flask
from psycopg import sql
from sqlalchemy import event, make_url

from portal import create_app
from portal.config import Settings
from portal.db import READ_EVERYTHING, WRITE_EVERYTHING, db, enter
from portal.domain.museums import founding

POSTGRESQL = os.environ.get("TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def sqlite_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("search")
    with _founded(folder, f"sqlite:///{folder / 'search.sqlite3'}") as app:
        yield app


@pytest.fixture(scope="session")
def postgresql_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    name = f"portal_search_{uuid.uuid4().hex[:12]}"
    with scratch_database(name) as url, _founded(tmp_path_factory.mktemp("search"), url) as app:
        yield app


@pytest.fixture(params=["sqlite", "postgresql"])
def found_app(request: pytest.FixtureRequest) -> Iterator[Flask]:
    """Each database in turn, to read."""
    app: Flask = request.getfixturevalue(f"{request.param}_app")
    with reading(app):
        yield app


@pytest.fixture(params=["sqlite", "postgresql"])
def written_app(request: pytest.FixtureRequest) -> Iterator[Flask]:
    """Each database in turn, to write in; what a test writes is undone."""
    app: Flask = request.getfixturevalue(f"{request.param}_app")
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        yield app
        db.session.rollback()
        db.session.remove()


@contextmanager
def reading(app: Flask) -> Iterator[None]:
    with app.app_context():
        enter(db.session(), READ_EVERYTHING)
        yield
        db.session.remove()


@contextmanager
def scratch_database(name: str) -> Iterator[str]:
    plain = POSTGRESQL.replace("postgresql+psycopg://", "postgresql://")
    try:
        administrator = psycopg.connect(plain, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no PostgreSQL answers at TEST_POSTGRES_URL ({str(error).splitlines()[0]})")
    with administrator:
        administrator.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            url = make_url(plain).set(drivername="postgresql+psycopg", database=name)
            yield url.render_as_string(hide_password=False)
        finally:
            drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            administrator.execute(drop.format(sql.Identifier(name)))


@contextmanager
def _founded(folder: Path, url: str) -> Iterator[Flask]:
    environment = {"PORTAL_ENV": "development", "PORTAL_INSTANCE_PATH": str(folder)}
    settings = replace(
        Settings.from_environment(environment, folder), database_url=url, migration_database_url=url
    )
    app = create_app(settings)
    app.testing = True
    with app.app_context():
        flask_migrate.upgrade()
        enter(db.session(), WRITE_EVERYTHING)
        founding.found(NOW)
        db.session.commit()
        db.session.remove()
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def count_statements():
    """Counts the statements that reach the database."""

    @contextmanager
    def counting():
        statements: list[str] = []

        def note(_connection, _cursor, statement, *_rest):
            statements.append(statement)

        event.listen(db.engine, "before_cursor_execute", note)
        try:
            yield statements
        finally:
            event.remove(db.engine, "before_cursor_execute", note)

    return counting
