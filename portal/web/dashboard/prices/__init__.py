"""The staff's one screen for prices, `/espace/<museum>/tarifs/`: lines, free days, passes, means of payment."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.dashboard.prices import duties
from portal.web.dashboard.prices.views import blueprint
from portal.web.kit import rooms, tasks
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.museum_room(
        app, rooms.Room("dashboard.prices.edit", _l("Tarifs"), "euro", Permission.CONTENT_DRAFT)
    )
    tasks.source(app, Permission.CONTENT_DRAFT, duties.tasks)


__all__ = ["blueprint", "init_app"]
