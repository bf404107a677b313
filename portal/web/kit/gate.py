"""The only door-keeper: a view declares who may use it, the gate decides, templates ask the same decider.

A museum is found through a membership or an association right: somebody else's museum is a 404, a right one lacks
in one's own museum a 403. Nobody reaches a view that acts for a person without the token of the form.
"""

from typing import Any, cast
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, current_user
from flask_wtf.csrf import generate_csrf, validate_csrf
from wtforms.validators import ValidationError

from portal.db import DOORS, READ_EVERYTHING, WRITE_EVERYTHING, db, enter, of_museum
from portal.domain import museums
from portal.domain.accounts import Actor, AssociationRole, Permission, actors, allows, chronicle, looking_as
from portal.domain.museums import MuseumEntry
from portal.web.kit import browsers, clock, declarations, resume, sessions, transaction
from portal.web.kit.declarations import (
    Audience,
    open_blueprint,
    open_door,
    open_to_everyone,
    open_to_visitors,
    requires,
    signed_in,
)

keep = transaction.keep

PRIVATE = ("/espace", "/admin", "/compte")
"""Where a visitor is sent to sign in, whether the address exists or not."""


def init_app(app: Flask) -> None:
    """Stand at the door of every request."""
    manager = LoginManager()
    manager.init_app(app, add_context_processor=False)
    manager.session_protection = None  # a session is a row of ours: there is nothing to compare
    manager.request_loader(lambda _request: g.get("actor"))
    app.before_request(_decide)
    app.after_request(_forbid_keeping)
    app.after_request(transaction.end)
    app.teardown_request(transaction.leave)
    app.jinja_env.globals.update(may=may, csrf_token=generate_csrf)
    app.context_processor(lambda: {"person": actor_or_none(), "museum": g.get("museum")})


def check_declarations(app: Flask) -> None:
    """Raise `UndeclaredRouteError` if a route has not said who may use it; let those that write commit."""
    declarations.check(app)
    for endpoint, view in app.view_functions.items():
        if declarations.audience_of(app, endpoint) is not Audience.EVERYONE:
            app.view_functions[endpoint] = transaction.committed(cast("transaction.View", view))


def actor() -> Actor:
    """Return the signed-in person, in a view that only signed-in people reach."""
    person = actor_or_none()
    if person is None:
        raise RuntimeError("nobody is signed in, in a view that says that somebody is")
    return person


def actor_or_none() -> Actor | None:
    """Return the signed-in person, if there is one."""
    if g.get("actor") is None:
        return None
    person = current_user._get_current_object()  # noqa: SLF001 - Werkzeug's name for what a proxy stands for
    return person if isinstance(person, Actor) else None


def may(permission: str, museum: MuseumEntry | None = None) -> bool:
    """Return whether the signed-in person has this right, in this museum or the one of the page."""
    asked = Permission(permission)
    if not asked.is_of_museum:
        return allows(actor_or_none(), asked)
    museum = museum or g.get("museum")
    return museum is not None and allows(actor_or_none(), asked, museum.id)


def _decide() -> ResponseReturnValue | None:
    if request.endpoint is None:
        return _at_no_route()
    audience = declarations.audience_of(current_app, request.endpoint)
    if audience is Audience.EVERYONE:
        if request.endpoint != "static":
            enter(db.session(), READ_EVERYTHING)
        return None
    if audience is Audience.VISITOR:
        enter(db.session(), READ_EVERYTHING)
        if transaction.is_writing():
            _refuse_other_sites()
            _refuse_other_origins()
        return None
    enter(db.session(), DOORS)
    chronicle.come_from(chronicle.Origin(browsers.network(), "web"))
    if audience is not Audience.DOOR and transaction.is_writing():
        transaction.begin_writing()
    _recognise()
    if audience is not Audience.DOOR and g.actor is None:
        return _send_to_sign_in()
    return _decide_for(audience)


def _decide_for(audience: Audience | Permission | None) -> ResponseReturnValue | None:
    if g.actor is not None and g.actor.seen_through and transaction.is_writing() and not _ends_looking():
        abort(403)
    elsewhere = _decide_right(audience) if isinstance(audience, Permission) else None
    if elsewhere is None and transaction.is_writing():
        return _check_intent()
    return elsewhere


def _recognise() -> None:
    """Find who is there, and speak their language: these pages exist once."""
    g.actor = _find_actor()
    if g.actor is not None and g.actor.language:
        g.language = g.actor.language


def _ends_looking() -> bool:
    """Return whether this is what somebody who only looks may do: stop, or sign out."""
    return request.endpoint in {"auth.looking.delete", "auth.sessions.delete"}


def _at_no_route() -> ResponseReturnValue | None:
    """Send a visitor to sign in at every private address; somebody signed in reads that there is nothing there."""
    if not any(request.path == door or request.path.startswith(f"{door}/") for door in PRIVATE):
        return None
    enter(db.session(), DOORS)
    _recognise()
    return _send_to_sign_in() if g.actor is None else None


def _find_actor() -> Actor | None:
    handle = sessions.current()
    if handle is None or not handle.is_complete:
        return None
    person = actors.find(handle.user_id, has_second_factor=handle.has_second_factor)
    return _look_as(person) if person and looking_as.KEY in session else person


def _look_as(admin: Actor) -> Actor:
    """Return the person through whose eyes an admin looks, while they may and for as long as it lasts."""
    user_id = looking_as.person_looked_as(session[looking_as.KEY], clock.now())
    seen = actors.find(user_id) if user_id and allows(admin, Permission.ACCOUNTS_MANAGE) else None
    if seen is None or AssociationRole.ADMIN in seen.rights:
        session.pop(looking_as.KEY)
        return admin
    g.admin = admin
    return actors.seen_through(seen, admin)


def _send_to_sign_in() -> ResponseReturnValue:
    if request.form and (sessions.has_died() or resume.is_ours()):
        return resume.give_back(resume.SESSION_ENDED)
    target = request.full_path.rstrip("?") if _is_readable() else ""
    return redirect(url_for("auth.sessions.create", next=target or None), 303)


def _is_readable() -> bool:
    """Return whether one may come back here by a link."""
    if request.method in {"GET", "HEAD"}:
        return True
    adapter = current_app.create_url_adapter(request)
    return adapter is not None and adapter.test(request.path, method="GET")


def _check_intent() -> ResponseReturnValue | None:
    """Refuse what did not come from a form of ours (OWASP ASVS 5.0, 3.5), giving back what was typed."""
    _refuse_other_sites()
    try:
        validate_csrf(request.form.get("csrf_token") or request.headers.get("X-CSRFToken"))
    except ValidationError:
        return resume.give_back(resume.FORM_TOO_OLD)
    g.csrf_valid = (
        True  # what Flask-WTF's own extension leaves, so that no form judges the token a second time
    )
    return None


def _refuse_other_sites() -> None:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        abort(403)


def _refuse_other_origins() -> None:
    """Refuse a form that says it was sent from elsewhere: where there is no session, no token of one says so."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        abort(403)


def _decide_right(permission: Permission) -> ResponseReturnValue | None:
    person = actor()
    if not permission.is_of_museum:
        return _decide_association(person, permission)
    values: dict[str, Any] = request.view_args or {}
    found = _find_museum(person, values["museum"])
    if isinstance(found, str):
        return redirect(url_for(request.endpoint or "", **values | {"museum": found}), 301)
    if not allows(person, permission, found.id):
        abort(403)
    g.museum = values["museum"] = found
    enter(db.session(), of_museum(found.id))
    return None


def _decide_association(person: Actor, permission: Permission) -> ResponseReturnValue | None:
    if person.needs_second_factor and request.method == "GET":
        return redirect(url_for("account.factors.index", next=request.full_path.rstrip("?")), 303)
    if not allows(person, permission):
        abort(403)
    enter(db.session(), WRITE_EVERYTHING)
    return None


def _find_museum(person: Actor, slug: str) -> MuseumEntry | str:
    """Return the person's museum at this address part, or today's address part of one of theirs."""
    museum = museums.by_slug(slug)
    if museum is not None and allows(person, Permission.SPACE_ENTER, museum.id):
        return museums.entry_of(museum)
    now = None if museum or request.method != "GET" else museums.slug_now(slug)
    renamed = museums.by_slug(now) if now else None
    if now and renamed is not None and allows(person, Permission.SPACE_ENTER, renamed.id):
        return now
    return abort(404)


def _forbid_keeping(response: Response) -> Response:
    """Let no cache keep what was made for one person."""
    if sessions.is_door(request.path):
        response.headers["Cache-Control"] = "no-store"
    return response


__all__ = [
    "actor",
    "actor_or_none",
    "check_declarations",
    "init_app",
    "keep",
    "may",
    "open_blueprint",
    "open_door",
    "open_to_everyone",
    "open_to_visitors",
    "requires",
    "signed_in",
]
