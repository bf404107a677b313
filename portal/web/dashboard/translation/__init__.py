"""The translation desk, `/espace/<museum>/traduction/`: the French of a museum and its Occitan side by side."""

from flask import Flask, g

from portal.domain.accounts import Permission
from portal.web.dashboard.translation.blueprint import blueprint
from portal.web.dashboard.translation.duties import tasks as own_tasks
from portal.web.dashboard.translation.views import edit  # noqa: F401 - the room's view
from portal.web.kit import rooms, tasks, translating
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar, and what it asks for to the museum's first page."""
    room = rooms.Room(
        "dashboard.translation.edit", _l("Occitan"), "languages", Permission.CONTENT_TRANSLATE, _waiting
    )
    rooms.museum_room(app, room)
    tasks.source(app, Permission.CONTENT_TRANSLATE, own_tasks)


def _waiting() -> int:
    """Return how many texts of this page's museum are not right in Occitan."""
    return sum(field.standing in translating.WAITING for field in translating.of_museum(g.museum))


__all__ = ["blueprint", "init_app"]
