"""What a museum says of its access, `/espace/<museum>/acces/`: answers by family, outages, practical facts."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.dashboard.access import duties, outages, views
from portal.web.dashboard.access.blueprint import blueprint
from portal.web.kit import rooms, tasks
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    room = rooms.Room("dashboard.access.edit", _l("Accès"), "accessibility", Permission.CONTENT_DRAFT)
    rooms.museum_room(app, room)
    tasks.source(app, Permission.CONTENT_DRAFT, duties.tasks)


__all__ = ["blueprint", "init_app", "outages", "views"]
