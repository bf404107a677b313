"""How far hours are known: twelve months of every museum, what harms visitors most on top."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.admin.coverage import reminders
from portal.web.admin.coverage.views import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar, and its letters to the night's work."""
    app.extensions.setdefault("nightly", []).append(reminders.send)
    rooms.admin_room(app, rooms.Room("admin.coverage.index", _l("Suivi"), "gauge", Permission.MUSEUMS_READ))


__all__ = ["blueprint", "init_app"]
