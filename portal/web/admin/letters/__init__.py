"""The letters: what the portal has written, and what became of it."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.admin.letters.views import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.admin_room(app, rooms.Room("admin.letters.index", _l("Lettres"), "inbox", Permission.LETTERS_READ))


__all__ = ["blueprint", "init_app"]
