"""The staff's one screen for hours, `/espace/<museum>/horaires/`: periods, dates, public holidays, services."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.dashboard.hours import deciding, duties  # noqa: F401 - a view of the room
from portal.web.dashboard.hours.views import blueprint
from portal.web.kit import rooms, tasks
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.museum_room(
        app, rooms.Room("dashboard.hours.edit", _l("Horaires"), "clock", Permission.CONTENT_DRAFT)
    )
    tasks.source(app, Permission.CONTENT_DRAFT, duties.tasks)


__all__ = ["blueprint", "init_app"]
