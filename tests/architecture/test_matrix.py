"""Every route × method × role, made from the address map: a room added tomorrow is covered the day it is added.

The views are replaced by one that says it was reached, so that nothing but the gate is judged, and judged by the
policy's own table: who may reach a view does, everybody else is sent away the way the contract says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import pytest
from flask import Flask, g
from sqlalchemy import delete
from werkzeug.routing import AnyConverter, Rule

from portal.domain.accounts import (
    Actor,
    AssociationRight,
    AssociationRole,
    Membership,
    Permission,
    actors,
    allows,
)
from portal.web.kit import declarations
from portal.web.kit.declarations import Audience
from tests.cast import PEOPLE, Cast, Door, everything

WITHOUT_SESSION = {Audience.EVERYONE, Audience.VISITOR}
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
SAMPLES = {
    "IntegerConverter": 1,
    "UUIDConverter": "00000000-0000-0000-0000-000000000000",
    "PathConverter": "css/site.css",
}


@dataclass(frozen=True)
class Route:
    """One method of one address."""

    rule: Rule
    method: str
    audience: Audience | Permission

    @property
    def is_of_museum(self) -> bool:
        """Whether the address names the museum whose right is asked."""
        return isinstance(self.audience, Permission) and self.audience.is_of_museum

    def address(self, app: Flask, slug: str) -> str:
        """Return an address of the route, in the museum of this slug where it has one."""
        samples = {
            name: max(converter.items)
            if isinstance(converter, AnyConverter)
            else SAMPLES.get(type(converter).__name__, "x")
            for name, converter in self.rule._converters.items()
        } | (self.rule.defaults or {})
        if "language" in samples:
            samples["language"] = "fr"
        if self.is_of_museum:
            samples["museum"] = slug
        with app.test_request_context():
            return app.url_map.bind("localhost").build(self.rule.endpoint, samples, method=self.method)


@pytest.fixture
def reached(app: Flask) -> list[int | None]:
    """The views, replaced: what they leave is who reached them."""
    found: list[int | None] = []

    def replaced(view: Callable[..., Any]) -> Callable[..., str]:
        @wraps(view)  # which keeps what the view declares
        def say(**_values: object) -> str:
            person = g.get("actor")
            found.append(person.id if person else None)
            return "reached"

        return say

    for endpoint, view in app.view_functions.items():
        app.view_functions[endpoint] = replaced(view)
    return found


def routes(app: Flask) -> list[Route]:
    """Every method of every address."""
    return [
        Route(rule, method, declarations.audience_of(app, rule.endpoint))
        for rule in app.url_map.iter_rules()
        for method in METHODS
        if method in rule.methods and not rule.redirect_to
    ]


def person_of(app: Flask, user_id: int) -> Actor:
    with everything(app):
        found = actors.find(user_id)
    assert found is not None
    return found


def expected(route: Route, person: Actor | None, museum_id: int) -> int:
    """Return the status the contract asks for."""
    if route.audience in {*WITHOUT_SESSION, Audience.DOOR}:
        return 200
    if person is None:
        return 303
    if route.audience is Audience.PERSON:
        return 200
    if not route.is_of_museum:
        return 200 if allows(person, route.audience) else 403
    if not allows(person, Permission.SPACE_ENTER, museum_id):
        return 404
    return 200 if allows(person, route.audience, museum_id) else 403


def test_every_route_is_open_to_those_the_policy_names_and_to_nobody_else(
    app: Flask, cast: Cast, reached: list[int | None]
) -> None:
    untouched = {(route.rule.rule, route.method) for route in routes(app)}
    wrong = []
    for name in (None, *PEOPLE):
        user_id = cast[name] if name else None
        person = person_of(app, user_id) if user_id else None
        door = Door(app, user_id)
        for route in routes(app):
            for museum_id, slug in ((cast.here, cast.here_slug), (cast.elsewhere, cast.elsewhere_slug)):
                if museum_id == cast.elsewhere and not route.is_of_museum:
                    continue
                reached.clear()
                data = {"csrf_token": door.token} if route.method != "GET" else None
                answer = door.client.open(route.address(app, slug), method=route.method, data=data)
                wanted = expected(route, person, museum_id)
                if (
                    wanted == 200
                    and route.audience is Audience.DOOR
                    and route.method != "GET"
                    and not door.token
                ):
                    wanted = 400
                came_in = reached == [None if route.audience in WITHOUT_SESSION else user_id]
                if answer.status_code != wanted or came_in != (wanted == 200):
                    wrong.append((name, route.method, route.rule.rule, museum_id, answer.status_code, wanted))
                if came_in:
                    untouched.discard((route.rule.rule, route.method))

    assert wrong == []
    assert untouched == set(), "routes that nobody reached"


def test_a_right_withdrawn_mid_session_closes_every_route_of_the_museum(
    app: Flask, cast: Cast, reached: list[int | None]
) -> None:
    doors = {name: Door(app, cast[name]) for name in PEOPLE}
    with everything(app) as session:
        session.execute(delete(Membership))
        session.execute(delete(AssociationRight).where(AssociationRight.role != AssociationRole.PARTNER))

    for name, door in doors.items():
        for route in routes(app):
            if not isinstance(route.audience, Permission) or name == "paula":
                continue
            reached.clear()
            answer = door.client.open(
                route.address(app, cast.here_slug), method=route.method, data={"csrf_token": door.token}
            )

            assert answer.status_code == (404 if route.is_of_museum else 403), (name, route)
            assert reached == [], (name, route)
