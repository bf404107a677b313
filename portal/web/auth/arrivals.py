"""Where somebody lands after signing in: where they were going, else their museum, else a choice of museums."""

from flask import current_app, flash, redirect, session, url_for
from werkzeug import Response

from portal.domain.accounts import Actor, User, actors, profile, second_factor
from portal.web.kit import clock, resume, sessions
from portal.web.kit.messages import _
from portal.web.kit.redirects import safe_next

TARGET, WAY, SEALED = "target", "way", "sealed"


def arrive(user: User, *, way: str, remember: bool, target: str, sealed: str | None = None) -> Response:
    """Sign somebody in whose password, link or key was right; a second factor is asked where there is one."""
    waits = way != "passkey" and second_factor.is_set(user)
    kept = resume.keep(sealed)
    sessions.begin(user.id, remember=remember, is_complete=not waits, has_second_factor=way == "passkey")
    if waits:
        session[TARGET], session[WAY] = kept or target, way
        return redirect(url_for("auth.factors.create"), 303)
    profile.signed_in(user, way=way, now=clock.now())
    return redirect(kept or safe_next(target, home_of(user)), 303)


def finish(user: User, *, way: str) -> Response:
    """Open the session that waited for a second factor."""
    target = session.get(TARGET, "")
    first = session.get(WAY, "")
    sessions.complete()
    profile.signed_in(user, way=f"{first}+{way}", now=clock.now())
    return redirect(safe_next(target, home_of(user)), 303)


def home_of(user: User) -> str:
    """Return the first page of a person: the association's, else the choice of museums, which knows those with one."""
    person: Actor | None = actors.find(user.id)
    is_association_only = person is not None and person.rights and not person.memberships
    return url_for("admin.overview.show") if is_association_only else url_for("dashboard.spaces.index")


def key() -> str:
    """Return the secret that digests are made with."""
    return str(current_app.config["SECRET_KEY"])


def say_link_sent() -> None:
    """Say the same thing whether the address is known or not."""
    flash(
        _("Si un compte porte cette adresse, une lettre vient de partir. Elle arrive en quelques minutes."),
        "info",
    )
