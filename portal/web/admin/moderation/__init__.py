"""`/admin/moderation/`: what waits to be read, what appeared unread, and whose texts are read when."""

from flask import Flask

from portal.domain.accounts import Permission
from portal.web.admin.moderation import answering, queue, rules
from portal.web.admin.moderation.blueprint import blueprint
from portal.web.kit import rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar, with how many texts are to be read."""
    rooms.admin_room(
        app,
        rooms.Room(
            "admin.moderation.index",
            _l("À relire"),
            "message-square",
            Permission.CONTENT_REVIEW,
            count=lambda: len(queue.to_read()),
        ),
    )


__all__ = ["answering", "blueprint", "init_app", "queue", "rules"]
