"""The account of the person signed in, and the proof that it is still they who sit there."""

from flask import abort, current_app, request
from wtforms import Field

from portal.domain.accounts import User, passwords, profile, sign_in_limits
from portal.domain.accounts import sessions as rows
from portal.domain.accounts.errors import TooManyFailuresError
from portal.web.kit import clock, gate, sessions, transaction
from portal.web.kit.messages import _


def me() -> User:
    """Return the signed-in person's account; nobody acts on an account they only look through."""
    person = gate.actor()
    user = profile.by_id(person.id)
    if user is None or person.seen_through:
        abort(403)
    return user


def has_given_password(field: Field) -> bool:
    """Return whether a field holds the password of the person signed in, and say in it what is wrong.

    A wrong one counts as a failed sign-in: a session left open is no place to guess from.
    """
    user, origin, now = me(), request.remote_addr or "", clock.machine_now()
    email, kept, given = user.email or "", user.password_digest, field.data or ""
    try:
        sign_in_limits.check(email, origin, key=key(), now=now)
        transaction.pause()
        is_right = passwords.is_right(kept, given)
        sign_in_limits.judge_alone(email, origin, key=key(), now=now)
    except TooManyFailuresError:
        field.errors = [
            _("Trop d’essais de suite. Attendez un quart d’heure, ou entrez par un lien reçu par courriel.")
        ]
        return False
    if not is_right:
        sign_in_limits.note_failure(email, origin, key=key(), now=now)
        gate.keep()
        field.errors = [_("Ce n’est pas votre mot de passe actuel.")]
    return is_right


def end_my_other_sessions() -> None:
    """End every session of the person signed in but this one."""
    rows.end_all(me().id, but=this_session())


def this_session() -> str | None:
    """Return the number of this session."""
    current = sessions.current()
    return current.number if current else None


def key() -> str:
    """Return the secret that digests are made with."""
    return str(current_app.config["SECRET_KEY"])
