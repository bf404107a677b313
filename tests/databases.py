"""Databases for the tests: a migrated and filled one a worker on each backend, and cheap copies to write in."""

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import ClassVar

import flask_migrate
import psycopg
import pytest
from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from psycopg import sql
from sqlalchemy import make_url

from portal import create_app
from portal.cli import prepare_migrations
from portal.config import Settings
from portal.db import WRITE_EVERYTHING, db, enter
from portal.domain.museums import founding

POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
# Neither role is a superuser nor bypasses row security: a superuser passes every policy.
OWNER, APPLICATION, PASSWORD = "portal_test_owner", "portal_test_application", "portal"
BACKENDS = ("sqlite", "postgresql")


def settings_for(folder: Path, database_url: str, migration_url: str | None = None) -> Settings:
    """Settings of a test installation."""
    settings = Settings.from_environment(
        {
            "PORTAL_ENV": "development",
            "PORTAL_INSTANCE_PATH": str(folder),
            "PORTAL_DATABASE_URL": database_url,
            "PORTAL_JOBS": "none",
            "PORTAL_SECRET_KEY": "a secret for tests and nothing else",
        },
        folder,
    )
    return replace(settings, migration_database_url=migration_url or database_url)


@cache
def postgres_refusal() -> str | None:
    """Why PostgreSQL cannot be used here, if it cannot."""
    try:
        psycopg.connect(_plain(POSTGRES), connect_timeout=3).close()
    except psycopg.OperationalError as error:
        return f"no PostgreSQL answers at TEST_POSTGRES_URL ({str(error).splitlines()[0]})"
    return None


def require(backend: str) -> None:
    """Skip what needs PostgreSQL where none answers, saying so; in CI that is a failure."""
    refusal = postgres_refusal() if backend == "postgresql" else None
    if refusal and os.environ.get("CI"):
        pytest.fail(refusal)
    if refusal:
        pytest.skip(refusal)


class Workshop:
    """One worker's databases on one backend: a filled template and an empty one, copied on demand."""

    def __init__(self, backend: str, folder: Path) -> None:
        self.backend = backend
        self.folder = folder
        self.name = f"portal_test_{uuid.uuid4().hex[:12]}"
        self.copies: list[str] = []
        if backend == "postgresql":
            _make_roles()
        self.empty = self._build("empty", filled=False)
        self.filled = self._build("filled", filled=True)

    def _build(self, kind: str, *, filled: bool) -> str:
        name = self._new(kind, template=self.empty if filled else None)
        app = create_app(self.settings(name))
        prepare_migrations(app)
        with app.app_context():
            if filled:
                enter(db.session(), WRITE_EVERYTHING)
                founding.found(NOW)
                db.session.commit()
            else:
                flask_migrate.upgrade()
            dispose()
        return name

    def copy(self, *, empty: bool = False) -> str:
        """Name of a new database like the template, to write in."""
        return self._new(uuid.uuid4().hex[:8], template=self.empty if empty else self.filled)

    def settings(self, name: str) -> Settings:
        """Settings of an installation on one of these databases."""
        if self.backend == "sqlite":
            return settings_for(self.folder, f"sqlite:///{self.folder / name}.sqlite3")
        url = make_url(POSTGRES).set(drivername="postgresql+psycopg", database=name, password=PASSWORD)
        application = url.set(username=APPLICATION).render_as_string(hide_password=False)
        owner = url.set(username=OWNER).render_as_string(hide_password=False)
        return settings_for(self.folder, application, owner)

    def _new(self, kind: str, template: str | None) -> str:
        name = f"{self.name}_{kind}"
        self.copies.append(name)
        if self.backend == "postgresql":
            _create(name, template)
        elif template:
            shutil.copy(self.folder / f"{template}.sqlite3", self.folder / f"{name}.sqlite3")
        return name

    def drop(self, name: str) -> None:
        """Remove one database."""
        self.copies.remove(name)
        if self.backend == "postgresql":
            with _administrator() as connection:
                connection.execute(
                    sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
                )
        else:
            for path in self.folder.glob(f"{name}.sqlite3*"):
                path.unlink()

    def close(self) -> None:
        """Remove every database of the worker."""
        for name in list(self.copies):
            self.drop(name)


class CompiledOnce(BytecodeCache):
    """The templates compiled by a worker, for all its applications: each would compile them anew."""

    kept: ClassVar[dict[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what another application has compiled."""
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it for the next."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


@contextmanager
def opened(workshop: Workshop, name: str) -> Iterator[Flask]:
    """Open an application on one database, and let go of its connections at the end."""
    app = create_app(workshop.settings(name))
    app.testing = True
    app.jinja_env.bytecode_cache = CompiledOnce()
    try:
        yield app
    finally:
        with app.app_context():
            dispose()


def dispose() -> None:
    """Let go of the application's connections: an open one holds a copy back."""
    db.session.remove()
    db.engine.dispose()


@contextmanager
def _administrator() -> Iterator[psycopg.Connection]:
    with psycopg.connect(_plain(POSTGRES), autocommit=True) as connection:
        yield connection


def _plain(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://")


def _create(name: str, template: str | None) -> None:
    statement = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
        sql.Identifier(name),
        sql.Identifier(OWNER),
        sql.Identifier(template or "template0"),
    )
    with _administrator() as connection:
        connection.execute(statement)


def _make_roles() -> None:
    with _administrator() as connection, connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(20261124)")  # several workers begin at once
        for role in (OWNER, APPLICATION):
            known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).fetchone()
            if not known:
                statement = "CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD {}"
                connection.execute(sql.SQL(statement).format(sql.Identifier(role), sql.Literal(PASSWORD)))
