"""The school calendar of zone C, `/admin/calendrier-scolaire/`: what seasons that follow the school depend on."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.admin.school.views import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.admin_room(
        app,
        rooms.Room(
            "admin.school.index", _l("Calendrier scolaire"), "graduation-cap", Permission.SCHOOL_MANAGE
        ),
    )


__all__ = ["blueprint", "init_app"]
