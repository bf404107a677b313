"""What every test may ask for: an application on each database, and a reader of its pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from portal.db import WRITE_EVERYTHING, db, enter
from tests import databases
from tests.cast import Cast, settle
from tests.databases import BACKENDS, Workshop
from tests.reader import Reader


@pytest.fixture(scope="session", params=BACKENDS)
def workshop(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """Databases on SQLite, then on PostgreSQL: the same tests run on both."""
    databases.require(request.param)
    made = Workshop(request.param, tmp_path_factory.mktemp(request.param))
    yield made
    made.close()


@pytest.fixture(scope="session")
def shared_app(workshop: Workshop) -> Iterator[Flask]:
    """The portal with the real register, for tests that only read."""
    with databases.opened(workshop, workshop.copy()) as app:  # PostgreSQL copies no template somebody uses
        yield app


@pytest.fixture
def app(workshop: Workshop) -> Iterator[Flask]:
    """The portal with the real register, in a database of the test's own."""
    yield from _own(workshop, empty=False)


@pytest.fixture
def empty_app(workshop: Workshop) -> Iterator[Flask]:
    """The portal with its tables and nothing in them."""
    yield from _own(workshop, empty=True)


@pytest.fixture
def session(app: Flask) -> Iterator[object]:
    """A session that may write everything, as a command has."""
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        yield db.session


@pytest.fixture
def reader(shared_app: Flask) -> Reader:
    """Opens the pages of the portal and inspects each of them."""
    return Reader(shared_app)


@pytest.fixture
def cast(app: Flask) -> Cast:
    """The people every test knows, in the test's own database."""
    return settle(app)


@pytest.fixture
def root() -> Path:
    """The folder of the project."""
    return Path(__file__).resolve().parents[1]


def _own(workshop: Workshop, *, empty: bool) -> Iterator[Flask]:
    name = workshop.copy(empty=empty)
    with databases.opened(workshop, name) as app:
        yield app
    workshop.drop(name)
