"""The invitations of all museums, and of the association itself: who was asked, and what became of it."""

from flask import Flask

from portal.domain.accounts import Permission, invitation_board
from portal.web.admin.invitations import inviting, lists, one, views
from portal.web.admin.invitations.room import blueprint
from portal.web.kit import clock, rooms
from portal.web.kit.messages import _l


def init_app(app: Flask) -> None:
    """Add the room to the side bar, with how many invitations wait for the association."""
    rooms.admin_room(
        app,
        rooms.Room(
            "admin.invitations.index",
            _l("Invitations"),
            "mail",
            Permission.INVITATIONS_MANAGE,
            count=lambda: invitation_board.waiting(clock.now()),
        ),
    )


__all__ = ["blueprint", "init_app", "inviting", "lists", "one", "views"]
