"""Where somebody lands after signing in: where they were going, else their museum, else a choice of museums."""

from collections.abc import Callable
from datetime import datetime, timedelta

from flask import current_app, flash, redirect, session, url_for
from werkzeug import Response

from portal.db import db
from portal.domain.accounts import Actor, Purpose, User, actors, profile, second_factor, tokens
from portal.domain.letters.actions import POSTED
from portal.web.kit import clock, resume, sessions
from portal.web.kit.messages import _
from portal.web.kit.redirects import safe_next

TARGET, WAY, SEALED = "target", "way", "sealed"
MOST_LETTERS, MOST_LETTERS_IN = 5, timedelta(minutes=15)
"""More would only fill somebody's mail."""

Send = Callable[[User, str, datetime, datetime], None]
"""Writes the letter: to whom, with which secret, good until when, written when."""


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


def send_or_pretend(email: str, purpose: Purpose, send: Send, *, target: str | None = None) -> None:
    """Send a secret to an account's address; for any other, do the same work and undo it.

    Who listens to the time hears the same, whether the address is known or not (ASVS 5.0, 6.3.8).
    """
    now = clock.now()
    user = profile.by_email(email)
    if user is not None and user.may_sign_in:
        if tokens.made_since(user.id, purpose, now - MOST_LETTERS_IN) < MOST_LETTERS:
            _send(user, purpose, send, target)
        return
    with db.session.begin_nested() as pretence:
        nobody = User(name="", created_at=now)
        db.session.add(nobody)
        db.session.flush()
        _send(nobody, purpose, send, target)
        db.session.flush()
        pretence.rollback()
    db.session.info.pop(POSTED, None)  # no letter waits for a sender


def _send(user: User, purpose: Purpose, send: Send, target: str | None) -> None:
    now = clock.now()
    secret = tokens.make(purpose, now=now, user_id=user.id, target=target)
    send(user, secret, now + tokens.LIFETIMES[purpose], now)


def say_link_sent() -> None:
    """Say the same thing whether the address is known or not."""
    flash(
        _("Si un compte porte cette adresse, une lettre vient de partir. Elle arrive en quelques minutes."),
        "info",
    )
