"""What visitors report everywhere, `/admin/signalements/`: what museums leave unanswered comes first."""

from flask import Flask

from portal.db import db
from portal.domain import visitor_reports
from portal.domain.accounts import Permission
from portal.web.admin.visitor_reports import nightly
from portal.web.admin.visitor_reports.views import blueprint
from portal.web.kit import clock, rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar, and its letters to the night's work."""
    app.extensions.setdefault("nightly", []).append(nightly.send)
    room = rooms.Room(
        "admin.visitor_reports.index",
        _l("Signalements"),
        "flag",
        Permission.REPORTS_READ,
        count=lambda: visitor_reports.counts(db.session(), clock.now())[1],
    )
    rooms.admin_room(app, room)


__all__ = ["blueprint", "init_app"]
