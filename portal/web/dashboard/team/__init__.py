"""A museum's team, `/espace/<museum>/equipe/`: who is in it, who is invited, who leaves."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.dashboard.team import guests, people, views
from portal.web.dashboard.team.room import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.museum_room(app, rooms.Room("dashboard.team.index", _l("Équipe"), "users", Permission.TEAM_READ))


__all__ = ["blueprint", "guests", "init_app", "people", "views"]
