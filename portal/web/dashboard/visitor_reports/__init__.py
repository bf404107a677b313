"""What visitors report, `/espace/<museum>/signalements/`: read, corrected, answered."""

from flask import Flask, g

from portal.db import db
from portal.domain import visitor_reports
from portal.domain.accounts import Permission
from portal.web.dashboard.visitor_reports.todo import to_do
from portal.web.dashboard.visitor_reports.views import blueprint
from portal.web.kit import rooms, tasks
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar, and what waits in it to the museum's tasks."""
    room = rooms.Room(
        "dashboard.visitor_reports.index",
        _l("Signalements"),
        "flag",
        Permission.SPACE_ENTER,
        count=lambda: visitor_reports.count_open(db.session(), g.museum.id),
    )
    rooms.museum_room(app, room)
    tasks.source(app, Permission.CONTENT_PUBLISH, to_do)


__all__ = ["blueprint", "init_app"]
