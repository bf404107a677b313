"""What the museum has written, `/espace/<museum>/historique/`: every version, compared, and brought back."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.dashboard.history import binned, views
from portal.web.dashboard.history.blueprint import blueprint
from portal.web.dashboard.history.tasks import proposed, sent_back
from portal.web.kit import rooms, tasks
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar, and what waits in it to the tasks; empty the bins each night."""
    rooms.museum_room(
        app, rooms.Room("dashboard.history.index", _l("Historique"), "history", Permission.SPACE_ENTER)
    )
    tasks.source(app, Permission.CONTENT_DRAFT, sent_back)
    tasks.source(app, Permission.CONTENT_PUBLISH, proposed)
    app.extensions.setdefault("nightly", []).append(binned.empty)


__all__ = ["binned", "blueprint", "init_app", "views"]
