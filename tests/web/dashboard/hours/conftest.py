"""What the tests of hours share."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask_babel import Babel


@pytest.fixture
def empty_context() -> Iterator[None]:
    """A place where sentences can be said, in French, without a portal or a database."""
    app = Flask(__name__)
    Babel(app, default_locale="fr")
    with app.test_request_context():
        yield
