"""The accounts: who may write, where, and since when nobody has seen them."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.admin.accounts import acting, association, erasure, places, views
from portal.web.admin.accounts.blueprint import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.admin_room(
        app, rooms.Room("admin.accounts.index", _l("Comptes"), "users", Permission.ACCOUNTS_MANAGE)
    )


__all__ = ["acting", "association", "blueprint", "erasure", "init_app", "places", "views"]
