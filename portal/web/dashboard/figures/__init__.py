"""The museum's own figures, `/espace/<museum>/chiffres/`: week by week, counted without knowing anybody."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.dashboard.figures.views import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.museum_room(
        app, rooms.Room("dashboard.figures.show", _l("Chiffres"), "chart-column", Permission.SPACE_ENTER)
    )


__all__ = ["blueprint", "init_app"]
