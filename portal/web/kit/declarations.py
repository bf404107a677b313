"""What a route says of itself: who may use it. The gate decides by it."""

import enum
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Blueprint, Flask

from portal.domain.accounts import Permission

Declared = TypeVar("Declared", bound=Callable[..., Any] | Blueprint)
View = TypeVar("View", bound=Callable[..., Any])

_AUDIENCE = "_portal_audience"


class UndeclaredRouteError(RuntimeError):
    """A route that does not say who may use it."""


class Audience(enum.Enum):
    """Who may use a route that asks for no particular right."""

    EVERYONE = "everyone"
    """Reads what is published, writes nothing, has no session."""
    VISITOR = "visitor"
    """Anybody, without a session: may leave something for one museum, as the view itself checks."""
    DOOR = "door"
    """Anybody, on the way in: may begin a session."""
    PERSON = "person"
    """Any signed-in person."""


def open_to_everyone(view: View) -> View:
    """Declare that anybody may use this view; it reads what every museum has published and writes nothing."""
    return _declare(view, Audience.EVERYONE)


def open_to_visitors(view: View) -> View:
    """Declare that anybody may use this view and leave something with it; `kit/visitors.py` says how it is checked."""
    return _declare(view, Audience.VISITOR)


def open_blueprint(blueprint: Blueprint) -> Blueprint:
    """Declare that anybody may use every view of this blueprint."""
    return _declare(blueprint, Audience.EVERYONE)


def open_door(view: View) -> View:
    """Declare that anybody may use this view, which lets people in: it may begin a session and write accounts."""
    return _declare(view, Audience.DOOR)


def signed_in(view: View) -> View:
    """Declare that any signed-in person may use this view."""
    return _declare(view, Audience.PERSON)


def requires(permission: Permission) -> Callable[[View], View]:
    """Declare that this view asks for a right: in the museum its address names, or in the association."""
    return lambda view: _declare(view, permission)


def audience_of(app: Flask, endpoint: str) -> Audience | Permission | None:
    """Return what a route says of itself, or its blueprint for it; nothing where neither does."""
    own: Audience | Permission | None = getattr(app.view_functions[endpoint], _AUDIENCE, None)
    if own is not None:
        return own
    names = endpoint.split(".")[:-1]
    for depth in range(len(names), 0, -1):
        blueprint = app.blueprints.get(".".join(names[:depth]))
        found: Audience | None = getattr(blueprint, _AUDIENCE, None)
        if found is not None:
            return found
    return None


def check(app: Flask) -> None:
    """Raise `UndeclaredRouteError` if a route has not said who may use it, or asks for a museum it does not name."""
    for rule in app.url_map.iter_rules():
        audience = audience_of(app, rule.endpoint)
        if audience is None:
            raise UndeclaredRouteError(f"{rule.endpoint} does not say who may use it")
        is_of_museum = isinstance(audience, Permission) and audience.is_of_museum
        if is_of_museum != ("museum" in rule.arguments):
            raise UndeclaredRouteError(
                f"{rule.endpoint}: a right in a museum goes with a museum in the address"
            )


def _declare(thing: Declared, audience: Audience | Permission) -> Declared:
    setattr(thing, _AUDIENCE, audience)
    return thing
