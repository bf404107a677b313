"""The links of every museum, `/admin/liens/`: those that lead nowhere, or elsewhere."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.admin.links.views import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.admin_room(app, rooms.Room("admin.links.index", _l("Liens"), "link", Permission.REPORTS_READ))


__all__ = ["blueprint", "init_app"]
