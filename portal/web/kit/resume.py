"""Gives a form back with everything that was typed, when its token or its session is too old to act upon.

Every form has this without thinking of it: the refused request is shown back as a page with the same fields and a
token that works. Secrets are not: a password is typed again.
"""

from dataclasses import dataclass
from typing import Any

from flask import Response, current_app, g, make_response, render_template, request, session, url_for
from itsdangerous import BadSignature, URLSafeTimedSerializer

from portal.web.kit.forms import readable
from portal.web.kit.messages import LazyString, _l
from portal.web.kit.redirects import safe_next

LARGEST = 300_000
"""Characters kept of one form: well above the longest of ours."""
KEPT_FOR = 12 * 3600
NEVER_SHOWN = ("csrf_token", "password", "code", "secret", "reprise")
KEY = "resume"
TOKEN_SALT = "wtf-csrf-token"  # noqa: S105 - the name Flask-WTF seals its tokens under


@dataclass(frozen=True)
class Reason:
    """Why a form comes back."""

    title: LazyString
    advice: LazyString
    signs_in: bool = False


FORM_TOO_OLD = Reason(
    _l("Cette page était ouverte depuis trop longtemps"),
    _l("Rien n’est perdu : ce que vous avez écrit est ici. Relisez, puis envoyez de nouveau."),
)
SESSION_ENDED = Reason(
    _l("Votre session s’est terminée"),
    _l("Rien n’est perdu : ce que vous avez écrit est gardé ici. Reconnectez-vous, puis envoyez de nouveau."),
    signs_in=True,
)
SIGNED_IN_AGAIN = Reason(
    _l("Vous revoilà"),
    _l("Ce que vous aviez écrit avant que la session se termine est ici. Relisez, puis envoyez."),
)


@dataclass(frozen=True)
class Typed:
    """What somebody typed, and where it was going."""

    address: str
    fields: list[tuple[str, str]]
    had_files: bool = False
    """Whether files came with it: no page can give those back."""

    @property
    def is_readable(self) -> bool:
        """Whether there is a text worth showing."""
        return any(value.strip() for _name, value in self.fields)


def is_ours() -> bool:
    """Return whether the form was drawn by this site, however long ago: its token bears our seal.

    A browser drops a session's cookie by itself, when it closes or when the cookie's time is over; then only the
    token still says that somebody was writing here.
    """
    sealed = URLSafeTimedSerializer(str(current_app.config["SECRET_KEY"]), salt=TOKEN_SALT)
    try:
        sealed.loads(request.form.get("csrf_token", ""))
    except BadSignature:
        return False
    return True


def give_back(reason: Reason) -> Response:
    """Answer 400 with what was typed."""
    g.is_error_page = True
    typed = _typed()
    sealed = _seal(typed) if reason.signs_in else None
    html = render_template("errors/again.html", reason=reason, typed=typed, sealed=sealed)
    return make_response(html, 400)


def keep(sealed: str | None) -> str | None:
    """Keep in the session what was typed before signing in; return where it can be sent again."""
    if not sealed or len(sealed) > LARGEST:
        return None
    try:
        packed = _sealer().loads(sealed, max_age=KEPT_FOR)
    except BadSignature:
        return None
    session[KEY] = packed
    return url_for("auth.resumptions.show")


def kept() -> Typed | None:
    """Return what the session keeps, if it does."""
    packed: dict[str, Any] | None = session.get(KEY)
    return Typed(packed["address"], [(name, value) for name, value in packed["fields"]]) if packed else None


def _typed() -> Typed:
    fields = [
        (name, readable(value))
        for name, value in request.form.items(multi=True)
        if not any(secret in name for secret in NEVER_SHOWN)
    ]
    is_small = sum(len(name) + len(value) for name, value in fields) <= LARGEST
    address = safe_next(request.full_path.rstrip("?"), "/")
    return Typed(address, fields if is_small else [], any(file.filename for file in request.files.values()))


def _seal(typed: Typed) -> str:
    return str(_sealer().dumps({"address": typed.address, "fields": typed.fields}))


def _sealer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.config["SECRET_KEY"]), salt="resume")


__all__ = ["FORM_TOO_OLD", "SESSION_ENDED", "Reason", "Typed", "give_back", "is_ours", "keep", "kept"]
