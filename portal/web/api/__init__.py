"""The programs' surface: the guide as JSON, open to everyone, without a key."""

from flask import Blueprint, Flask, g, request

from portal.web.api import answers, description, events, limits, museums, problems, search, themes
from portal.web.kit import due, gate

PREFIX = "/api/"


def init_app(app: Flask) -> None:
    """Hang the API under its version, with its limits, its errors and its open doors."""
    api = due.watch(gate.open_blueprint(Blueprint("api", __name__, url_prefix=f"{PREFIX}v1")))
    for room in (description, museums, events, themes, search):
        api.register_blueprint(room.blueprint)
    app.register_blueprint(api)
    limits.init_app(app, PREFIX)
    problems.init_app(app, PREFIX)
    answers.init_app(app, PREFIX)
    app.before_request(_speak_french)


def _speak_french() -> None:
    """Answer programs in French, whoever sent them; only the page for people is in their language."""
    if request.path.startswith(PREFIX) and request.endpoint != description.PAGE:
        g.language = "fr"
