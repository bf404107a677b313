"""Searching in the founded register, on each database in turn."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import event

from portal.db import READ_EVERYTHING, WRITE_EVERYTHING, db, enter


@contextmanager
def reading(app: Flask) -> Iterator[None]:
    with app.app_context():
        enter(db.session(), READ_EVERYTHING)
        yield
        db.session.remove()


@pytest.fixture
def found_app(shared_app: Flask) -> Iterator[Flask]:
    """The register, to read as a visitor."""
    with reading(shared_app):
        yield shared_app


@pytest.fixture
def written_app(shared_app: Flask) -> Iterator[Flask]:
    """The register, to write in; what a test writes is undone."""
    with shared_app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        yield shared_app
        db.session.rollback()
        db.session.remove()


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
