"""The pictures of a museum, `/espace/<museum>/photos/`: sent, ordered, described, proposed or published."""

from flask import Flask, g

from portal.domain.accounts import Permission
from portal.web.dashboard.pictures import describing, duties, listing, publishing, removing, sending  # noqa: F401 - their views
from portal.web.dashboard.pictures.room import blueprint, to_complete
from portal.web.kit import rooms, tasks
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    room = rooms.Room(
        "dashboard.pictures.index",
        _l("Photos"),
        "image",
        Permission.SPACE_ENTER,
        count=lambda: to_complete(g.museum.id),
    )
    rooms.museum_room(app, room)
    tasks.source(app, Permission.CONTENT_DRAFT, duties.tasks)


__all__ = ["blueprint", "init_app"]
