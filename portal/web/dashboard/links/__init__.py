"""The links that a museum wrote, `/espace/<museum>/liens/`: which lead somewhere, which no longer do."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.dashboard.links.todo import to_do
from portal.web.dashboard.links.views import blueprint
from portal.web.kit import rooms, tasks
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar, and broken links to the museum's tasks."""
    rooms.museum_room(app, rooms.Room("dashboard.links.index", _l("Liens"), "link", Permission.CONTENT_DRAFT))
    tasks.source(app, Permission.CONTENT_DRAFT, to_do)


__all__ = ["blueprint", "init_app"]
