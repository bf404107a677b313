"""The translators' list, `/admin/traductions/`: every museum with what waits in Occitan, the worst on top."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.admin.translations.views import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.admin_room(
        app,
        rooms.Room("admin.translations.index", _l("Occitan"), "languages", Permission.TRANSLATIONS_READ),
    )


__all__ = ["blueprint", "init_app"]
