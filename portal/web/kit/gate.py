"""The only door-keeper: every route says who may use it, or the application does not start."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Blueprint, Flask, request

from portal.db import READ_EVERYTHING, db, enter

View = TypeVar("View", bound=Callable[..., Any])

_OPEN = "_portal_open_to_everyone"


class UndeclaredRouteError(RuntimeError):
    """A route that does not say who may use it."""


def open_to_everyone(view: View) -> View:
    """Declare that anybody may use this view; it reads what every museum has published and writes nothing."""
    setattr(view, _OPEN, True)
    return view


def open_blueprint(blueprint: Blueprint) -> Blueprint:
    """Declare that anybody may use every view of this blueprint."""
    setattr(blueprint, _OPEN, True)
    return blueprint


def init_app(app: Flask) -> None:
    """Open each request's session to what its route may touch."""
    app.before_request(_enter_scope)


def check_declarations(app: Flask) -> None:
    """Raise `UndeclaredRouteError` if a route has not said who may use it."""
    undeclared = {rule.endpoint for rule in app.url_map.iter_rules() if not _is_open(app, rule.endpoint)}
    if undeclared:
        raise UndeclaredRouteError(
            f"routes that do not say who may use them: {', '.join(sorted(undeclared))}"
        )


def _is_open(app: Flask, endpoint: str) -> bool:
    if getattr(app.view_functions[endpoint], _OPEN, False):
        return True
    names = endpoint.split(".")[:-1]
    paths = (".".join(names[: depth + 1]) for depth in range(len(names)))
    return any(getattr(app.blueprints[path], _OPEN, False) for path in paths if path in app.blueprints)


def _enter_scope() -> None:
    if request.endpoint and request.endpoint != "static":
        enter(db.session(), READ_EVERYTHING)
