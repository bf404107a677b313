"""People with passwords, and a browser that sends the forms it was given, field by field."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from portal.domain.accounts import User, passwords
from portal.domain.letters import Letter
from tests.cast import Cast, Door, everything
from tests.reader import Page

PASSWORD = "le canal passe sous Montauban"
OTHER = "quatre figues et un olivier"
DIGEST = passwords.digest(PASSWORD)  # hashing is slow on purpose: once for all the tests


@pytest.fixture
def keyed(app: Flask, cast: Cast) -> Cast:
    """The cast, with a password each."""
    with everything(app) as session:
        session.execute(update(User).values(password_digest=DIGEST))
    return cast


def fill(door: Door, page: Page, action: str, values: dict[str, Any]) -> TestResponse:
    """Send a form of a page exactly as a browser would: its own hidden fields, and what is typed."""
    [form] = [form for form in page.find_all("form") if form.get("action", "") == action]
    sent = {
        field["name"]: field.get("value", "")
        for field in form.find_all("input")
        if field.get("type") == "hidden"
    }
    names = {field["name"] for field in form.find_all(["input", "select", "textarea"]) if field.get("name")}
    assert set(values) <= names, f"{action}: no field {set(values) - names}"
    return door.client.post(action, data=sent | values)


def letters(app: Flask, kind: str) -> list[tuple[str | None, str]]:
    """Return to whom the letters of a kind went, and what they say."""
    with everything(app) as session:
        rows = session.execute(
            select(Letter.to_email, Letter.text).where(Letter.kind == kind).order_by(Letter.id)
        )
        return [(row.to_email, row.text) for row in rows]


def path_in(text: str, start: str) -> str:
    """Return the path of the link that a letter carries."""
    word = next(word for word in text.split() if start in word)
    assert word.startswith("http://localhost:8000/")
    return word.removeprefix("http://localhost:8000")
