"""The people every test knows: Aline manages a museum, Bernat edits it, Camille works at another, Denis is an admin."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bs4 import BeautifulSoup
from flask import Flask
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import select
from werkzeug.test import TestResponse

from portal.db import WRITE_EVERYTHING, db, enter
from portal.domain.accounts import (
    AssociationRight,
    AssociationRole,
    Membership,
    MuseumRole,
    User,
    UserSession,
    sessions,
)
from portal.domain.museums import Museum
from tests.reader import Page, inspect

CSRF = "f" * 40
SINCE = datetime(2026, 1, 5, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Cast:
    """The numbers of the people and of the two museums."""

    here: int
    here_slug: str
    elsewhere: int
    elsewhere_slug: str
    people: dict[str, int]

    def __getitem__(self, name: str) -> int:
        return self.people[name]


PEOPLE: dict[str, tuple[MuseumRole | AssociationRole, bool]] = {
    # a role, and whether it is held in the museum here
    "aline": (MuseumRole.MANAGER, True),
    "bernat": (MuseumRole.EDITOR, True),
    "clara": (MuseumRole.CONTRIBUTOR, True),
    "camille": (MuseumRole.MANAGER, False),
    "denis": (AssociationRole.ADMIN, False),
    "miquel": (AssociationRole.MODERATOR, False),
    "treva": (AssociationRole.TRANSLATOR, False),
    "paula": (AssociationRole.PARTNER, False),
}


@contextmanager
def everything(app: Flask) -> Iterator[Any]:
    """A session that may write everything, committed at the end."""
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        yield db.session
        db.session.commit()


def settle(app: Flask) -> Cast:
    """Bring the cast into the application's database."""
    with everything(app) as session:
        here, elsewhere = session.scalars(select(Museum).order_by(Museum.id).limit(2)).all()
        found = {}
        for name, (role, is_here) in PEOPLE.items():
            user = User(
                email=f"{name}@musee.example",
                name=name.capitalize(),
                created_at=SINCE,
                signed_in_at=SINCE,
            )
            session.add(user)
            session.flush()
            found[name] = user.id
            if isinstance(role, MuseumRole):
                museum = here if is_here else elsewhere
                session.add(Membership(user_id=user.id, museum_id=museum.id, role=role, since=SINCE))
            else:
                session.add(AssociationRight(user_id=user.id, role=role, since=SINCE))
        return Cast(here.id, here.slug, elsewhere.id, elsewhere.slug, found)


class Door:
    """A browser signed in as somebody of the cast, or as nobody; it sends the token of every form it fills."""

    def __init__(self, app: Flask, user_id: int | None = None, *, has_second_factor: bool = True) -> None:
        self.app = app
        self.client = app.test_client()
        self.token = ""
        if user_id is not None:
            self.sign_in(user_id, has_second_factor=has_second_factor)

    def sign_in(self, user_id: int, *, has_second_factor: bool = True) -> None:
        """Put a session in the browser, as signing in would."""
        secret, number = sessions.new_secret()
        now = datetime.now(UTC)  # noqa: TID251 - a browser's session is as old as the test
        with everything(self.app) as session:
            session.add(
                UserSession(
                    digest=sessions.digest_of(secret),
                    number=number,
                    user_id=user_id,
                    data={"csrf_token": CSRF},
                    made_at=now,
                    seen_at=now,
                    has_second_factor=has_second_factor,
                )
            )
        self.client.set_cookie("session", secret)
        self.token = str(
            URLSafeTimedSerializer(self.app.config["SECRET_KEY"], salt="wtf-csrf-token").dumps(CSRF)
        )

    def get(self, path: str, **kwargs: Any) -> TestResponse:
        """Ask for a page and remember the token of its forms."""
        response = self.client.get(path, **kwargs)
        if response.mimetype == "text/html":
            self._remember(response)
        return response

    def open(self, path: str, status: int = 200) -> Page:
        """Open a page, which must answer this status and be a good page."""
        response = self.get(path)
        assert response.status_code == status, f"{path}: {response.status_code}"
        return inspect(path, response)

    def post(self, path: str, data: dict[str, Any] | None = None, **kwargs: Any) -> TestResponse:
        """Send a form with its token."""
        response = self.client.post(path, data={"csrf_token": self.token, **(data or {})}, **kwargs)
        if response.mimetype == "text/html" and response.status_code != 303:
            self._remember(response)
        return response

    def send(self, path: str, data: dict[str, Any], status: int) -> Page:
        """Send a form that comes back as a good page with this status."""
        response = self.post(path, data)
        assert response.status_code == status, f"{path}: {response.status_code}"
        return inspect(path, response)

    def _remember(self, response: TestResponse) -> None:
        field = BeautifulSoup(response.get_data(as_text=True), "html.parser").find(
            "input", attrs={"name": "csrf_token"}
        )
        if field:
            self.token = field["value"]
