"""People with passwords, for the doors."""

import pytest
from flask import Flask
from sqlalchemy import update

from portal.domain.accounts import User, passwords
from tests.cast import Cast, Door, everything

PASSWORD = "le canal passe sous Montauban"
DIGEST = passwords.digest(PASSWORD)  # hashing is slow on purpose: once for all the tests


@pytest.fixture
def keyed(app: Flask, cast: Cast) -> Cast:
    """The cast, with a password each."""
    with everything(app) as session:
        session.execute(update(User).values(password_digest=DIGEST))
    return cast


@pytest.fixture
def aline(app: Flask, keyed: Cast) -> Door:
    """Aline, signed in with her password as anybody does."""
    door = Door(app)
    door.get("/connexion")
    answer = door.post("/connexion", {"email": "aline@musee.example", "password": PASSWORD})
    assert answer.status_code == 303
    door.get("/compte/")
    return door
