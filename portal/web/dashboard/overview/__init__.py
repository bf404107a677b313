"""A museum's first page: what is complete, what waits."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.dashboard.overview.views import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.museum_room(
        app, rooms.Room("dashboard.overview.show", _l("Accueil"), "house", Permission.SPACE_ENTER)
    )


__all__ = ["blueprint", "init_app"]
