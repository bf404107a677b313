"""What the museum has written, `/espace/<museum>/historique/`: every version, compared, and brought back."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.dashboard.history.tasks import proposed, sent_back
from portal.web.dashboard.history.views import blueprint
from portal.web.kit import rooms, tasks
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar, and what waits in it to the tasks."""
    rooms.museum_room(
        app, rooms.Room("dashboard.history.index", _l("Historique"), "history", Permission.SPACE_ENTER)
    )
    tasks.source(app, Permission.CONTENT_DRAFT, sent_back)
    tasks.source(app, Permission.CONTENT_PUBLISH, proposed)


__all__ = ["blueprint", "init_app"]
