"""The Fiche of a museum, `/espace/<museum>/description/`: its name, its presentation, how to reach it."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.dashboard.profile import duties
from portal.web.dashboard.profile.views import blueprint
from portal.web.kit import rooms, tasks
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    room = rooms.Room(
        "dashboard.profile.edit", _l("Fiche du musée"), "landmark", Permission.CONTENT_TRANSLATE
    )
    rooms.museum_room(app, room)
    tasks.source(app, Permission.CONTENT_DRAFT, duties.tasks)
    tasks.source(app, Permission.CONTENT_TRANSLATE, duties.occitan_tasks)


__all__ = ["blueprint", "init_app"]
