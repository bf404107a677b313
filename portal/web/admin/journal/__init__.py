"""The journal: who did what to which museum, from where, before and after."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.admin.journal import exports, views
from portal.web.admin.journal.blueprint import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.admin_room(
        app, rooms.Room("admin.journal.index", _l("Journal"), "history", Permission.JOURNAL_READ)
    )


__all__ = ["blueprint", "exports", "init_app", "views"]
