"""The Fiche of a museum, `/espace/<museum>/description/`: its name, its presentation, how to reach it."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.dashboard.profile.views import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    room = rooms.Room(
        "dashboard.profile.edit", _l("Fiche du musée"), "landmark", Permission.CONTENT_TRANSLATE
    )
    rooms.museum_room(app, room)


__all__ = ["blueprint", "init_app"]
