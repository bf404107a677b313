"""What waits, what is planned and what ends, `/espace/<museum>/publication/`, and the secret links that show it."""

from datetime import datetime

from flask import Flask

from portal.db import db
from portal.domain import previews
from portal.domain.accounts import Permission
from portal.web.dashboard.publication import acts, links, views
from portal.web.dashboard.publication.blueprint import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar; forget old links each night."""
    room = rooms.Room("dashboard.publication.index", _l("Publication"), "calendar", Permission.SPACE_ENTER)
    rooms.museum_room(app, room)
    app.extensions.setdefault("nightly", []).append(forget_links)


def forget_links(now: datetime) -> None:
    """Remove the links that nobody follows any more."""
    previews.forget_old(db.session(), now)


__all__ = ["acts", "blueprint", "init_app", "links", "views"]
