"""What waits, what is planned and what ends, `/espace/<museum>/publication/`: a date and a time for each text."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.dashboard.publication import acts, views
from portal.web.dashboard.publication.blueprint import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    room = rooms.Room("dashboard.publication.index", _l("Publication"), "calendar", Permission.SPACE_ENTER)
    rooms.museum_room(app, room)


__all__ = ["acts", "blueprint", "init_app", "views"]
