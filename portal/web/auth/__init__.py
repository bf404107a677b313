"""The way in and out: signing in, links, passwords, second factors, invitations."""

from flask import Blueprint, Flask

from portal.web.auth import (
    acceptances,
    addresses,
    confirmations,
    factors,
    links,
    looking,
    passkeys,
    passwords,
    previews,
    resumptions,
    sessions,
)


def init_app(app: Flask) -> None:
    """Hang the doors."""
    auth = Blueprint("auth", __name__)
    for room in (
        sessions,
        links,
        looking,
        passkeys,
        factors,
        passwords,
        addresses,
        acceptances,
        confirmations,
        previews,
        resumptions,
    ):
        auth.register_blueprint(room.blueprint)
    app.register_blueprint(auth)
