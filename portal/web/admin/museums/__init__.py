"""The register as the association sees it: who keeps each museum's entry, and what grows old."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.admin.museums.views import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.admin_room(
        app, rooms.Room("admin.museums.index", _l("Musées"), "landmark", Permission.MUSEUMS_READ)
    )


__all__ = ["blueprint", "init_app"]
