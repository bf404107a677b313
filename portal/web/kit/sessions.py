"""The browser's session: a signed cookie before signing in, a row of ours afterwards; none on public pages.

Signing in changes the cookie's secret; ending a session deletes its row, and a copied cookie opens nothing.
"""

import logging
from copy import deepcopy
from typing import Any, NoReturn

from flask import Flask, Request, Response, current_app, g, session
from flask.sessions import SessionInterface, SessionMixin
from flask_login import logout_user
from itsdangerous import BadSignature, URLSafeTimedSerializer
from sqlalchemy.exc import OperationalError

from portal.db import db
from portal.domain.accounts import sessions as rows
from portal.domain.accounts.sessions import Handle
from portal.web.kit import browsers, clock

log = logging.getLogger(__name__)

COOKIE = "session"
MARK = "atelier"
"""Says to our own script, and to nobody else, that asking for an edit link is worth a request; it names nobody."""
VISIT = "v."
DOORS = (
    "/connexion",
    "/deconnexion",
    "/invitation",
    "/mot-de-passe",
    "/confirmer",
    "/apercu",
    "/compte",
    "/espace",
    "/admin",
)


class BrowserSession(dict[str, Any], SessionMixin):
    """What is kept for a browser between two requests."""

    def __init__(self, data: dict[str, Any] | None = None, handle: Handle | None = None) -> None:
        super().__init__(data or {})
        self.before = deepcopy(dict(self))  # a list that grows in place, as messages do, is a change too
        self.handle = handle
        self.secret: str | None = None
        """Of a session begun by this request: the row is written once the request has succeeded."""
        self.replaced: str | None = None
        """The digest of the row that this request ends."""
        self.had_cookie = False

    @property
    def has_changed(self) -> bool:
        """Whether there is something to keep."""
        return dict(self) != self.before


class NoSession(BrowserSession):
    """The session of a public page: empty, and nothing may be put in it."""

    def __setitem__(self, key: str, value: Any) -> NoReturn:
        """Refuse: a public page sets no cookie."""
        raise RuntimeError(f"a public page keeps nothing in a session ({key})")


class Sessions(SessionInterface):
    """Opens and keeps the sessions."""

    def open_session(self, app: Flask, request: Request) -> BrowserSession:
        """Return the browser's session, or a new one where its cookie opens nothing."""
        if not is_door(request.path):
            return NoSession()
        cookie = request.cookies.get(COOKIE, "")
        if cookie.startswith(VISIT):
            opened = BrowserSession(_read_visit(app, cookie))
        else:
            handle = rows.find(db.engine, cookie, clock.now()) if cookie else None
            opened = BrowserSession(handle.data if handle else None, handle)
            opened.had_cookie = bool(cookie)
        return opened

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Keep what changed, after the request's transaction has ended."""
        if not isinstance(session, BrowserSession) or isinstance(session, NoSession):
            return
        if session.replaced:
            rows.end(db.engine, session.replaced)
        if session.secret and session.handle:
            self._begin(session, response)
        elif session.handle:
            self._keep(session)
        elif session.replaced or (session.had_cookie and not session):
            response.delete_cookie(COOKIE, **_attributes())
            response.delete_cookie(MARK, **_attributes() | {"httponly": False})
        elif session and session.has_changed:
            value = VISIT + str(_visits(app).dumps(dict(session)))
            response.set_cookie(COOKIE, value, **_attributes())

    def _begin(self, session: BrowserSession, response: Response) -> None:
        handle, secret = session.handle, session.secret
        if handle is None or secret is None:
            return
        handle = Handle(**{**handle.__dict__, "data": dict(session)})
        rows.begin(db.engine, handle, browser=browsers.name(), network=browsers.network())
        age = int(rows.IDLE_REMEMBERED.total_seconds()) if handle.is_remembered else None
        response.set_cookie(COOKIE, secret, max_age=age, **_attributes())
        if handle.is_complete:
            response.set_cookie(MARK, "1", max_age=age, **_attributes() | {"httponly": False})

    def _keep(self, session: BrowserSession) -> None:
        handle = session.handle
        if handle is None:
            return
        now = clock.now()
        is_stale = now - handle.seen_at >= rows.SEEN_EVERY
        if not (session.has_changed or is_stale):
            return
        data = dict(session) if session.has_changed else None
        try:
            rows.save(db.engine, handle.digest, data=data, seen_at=now if is_stale else None)
        except OperationalError:
            if data is not None:
                raise
            log.warning("the time a session was seen could not be kept")


def is_door(path: str) -> bool:
    """Return whether a path may have a session."""
    return any(path == door or path.startswith(f"{door}/") for door in DOORS)


def init_app(app: Flask) -> None:
    """Keep sessions our own way."""
    app.session_interface = Sessions()


def current() -> Handle | None:
    """Return the signed-in session of this request, complete or waiting for a second factor."""
    return _this().handle


def has_died() -> bool:
    """Return whether the browser came with a session that no longer lives."""
    return _this().had_cookie and _this().handle is None


def begin(
    user_id: int, *, remember: bool = False, is_complete: bool = True, has_second_factor: bool = False
) -> None:
    """Sign somebody in on this browser, under a new secret; what it was signed in as before is ended."""
    this = _this()
    secret, number = rows.new_secret()
    if this.handle and not this.secret:
        this.replaced = this.handle.digest
    for name in [name for name in this if name not in {"_flashes", "resume"}]:
        del this[name]
    g.pop("csrf_token", None)  # made for the session that ends here: the page that follows needs its own
    this.secret = secret
    this.handle = Handle(
        digest=rows.digest_of(secret),
        number=number,
        user_id=user_id,
        data={},
        seen_at=clock.now(),
        is_remembered=remember,
        is_complete=is_complete,
        has_second_factor=has_second_factor,
    )


def complete() -> None:
    """Open a session whose second factor was given, under a new secret."""
    handle = _this().handle
    if handle is None:
        raise RuntimeError("no session waits for a second factor")
    begin(handle.user_id, remember=handle.is_remembered, has_second_factor=True)


def end() -> None:
    """Sign out of this browser."""
    this = _this()
    if this.handle:
        this.replaced = this.handle.digest
    this.handle = this.secret = None
    logout_user()
    this.clear()


def abandon() -> None:
    """Forget a session that a failed request wanted to begin or to end."""
    this = session._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - Werkzeug's name for it
    if isinstance(this, BrowserSession) and not isinstance(this, NoSession):
        this.replaced = None
        if this.secret:
            this.secret = this.handle = None
            this.clear()
            this.before = {}
            this.had_cookie = False


def _this() -> BrowserSession:
    this = session._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - Werkzeug's name for it
    if not isinstance(this, BrowserSession):
        raise TypeError("sessions are kept by portal.web.kit.sessions")
    return this


def _visits(app: Flask) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(app.config["SECRET_KEY"]), salt="visit")


def _read_visit(app: Flask, cookie: str) -> dict[str, Any]:
    try:
        data: dict[str, Any] = _visits(app).loads(
            cookie.removeprefix(VISIT), max_age=int(rows.IDLE.total_seconds())
        )
    except BadSignature:
        return {}
    return data


def _attributes() -> dict[str, Any]:
    is_secure = current_app.extensions["settings"].public_url.startswith("https://")
    return {"secure": is_secure, "httponly": True, "samesite": "Lax", "path": "/"}
