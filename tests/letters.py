"""The letters a test has made the portal write, with the links a person would follow."""

import re
from typing import Any

from flask import Flask
from sqlalchemy import select

from portal.domain.letters import Letter
from tests.cast import everything

SECRET = re.compile(r"/invitation/([A-Za-z0-9_-]{20,})/")


def letters(app: Flask, kind: str | None = None) -> list[Any]:
    """Return the letters in the outbox, oldest first: kind, address, subject, text."""
    with everything(app) as session:
        statement = select(Letter.kind, Letter.to_email, Letter.subject, Letter.text).order_by(Letter.id)
        return [row for row in session.execute(statement) if kind in {None, row.kind}]


def invitation_links(app: Flask) -> list[str]:
    """Return the paths of the invitations sent, oldest first."""
    found = [SECRET.search(letter.text) for letter in letters(app, "invitation")]
    return [match.group(0) for match in found if match]
