"""What the museum has written, `/espace/<museum>/historique/`: every version, compared, and brought back."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.dashboard.history.views import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.museum_room(
        app, rooms.Room("dashboard.history.index", _l("Historique"), "history", Permission.SPACE_ENTER)
    )


__all__ = ["blueprint", "init_app"]
