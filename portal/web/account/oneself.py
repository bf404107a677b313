"""The account of the person signed in, and the proof that it is still they who sit there."""

from flask import abort, current_app

from portal.domain.accounts import User, passwords, profile
from portal.web.kit import gate, transaction


def me() -> User:
    """Return the signed-in person's account; nobody acts on an account they only look through."""
    person = gate.actor()
    user = profile.by_id(person.id)
    if user is None or person.seen_through:
        abort(403)
    return user


def is_my_password(password: str) -> bool:
    """Return whether this is the password of the person signed in."""
    kept = me().password_digest
    transaction.pause()
    return passwords.is_right(kept, password)


def key() -> str:
    """Return the secret that digests are made with."""
    return str(current_app.config["SECRET_KEY"])
