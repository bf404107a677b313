"""The events of a museum, `/espace/<museum>/evenements/`: written, dated, changed date by date, copied, removed."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.dashboard.events import acts, dates, duties, listing, views  # noqa: F401 - their views
from portal.web.dashboard.events.blueprint import blueprint
from portal.web.kit import rooms, tasks
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    room = rooms.Room("dashboard.events.index", _l("Agenda"), "calendar", Permission.SPACE_ENTER)
    rooms.museum_room(app, room)
    tasks.source(app, Permission.CONTENT_DRAFT, duties.tasks)


__all__ = ["blueprint", "init_app"]
