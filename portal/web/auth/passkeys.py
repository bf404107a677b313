"""Signing in with a passkey: two small requests of our own script."""

from typing import Any

from flask import Blueprint, abort, current_app, jsonify, request
from flask.typing import ResponseReturnValue

from portal.domain.accounts import passkeys
from portal.web.auth import arrivals, factors
from portal.web.kit import challenges, clock, gate, transaction
from portal.web.kit.redirects import safe_next

blueprint = Blueprint("passkeys", __name__, url_prefix="/connexion/cle")

CHALLENGE = "challenge"


@blueprint.post("/question/")
@gate.open_door
def create() -> ResponseReturnValue:
    """Ask the browser's key a question."""
    waiting = factors.waiting_user()
    options, challenge = passkeys.ask_to_sign_in(place(), waiting.id if waiting else None)
    challenges.keep(CHALLENGE, challenge)
    return jsonify(options)


@blueprint.post("/")
@gate.open_door
def update() -> ResponseReturnValue:
    """Sign in whose key has answered rightly; as a second factor, only the person who waits."""
    challenge, answer = challenges.take(CHALLENGE), _answer()
    transaction.begin_writing()
    found = (
        passkeys.sign_in(answer, challenge=challenge, place=place(), now=clock.now()) if challenge else None
    )
    if found is None:
        abort(422)
    user, was_verified = found
    waiting = factors.waiting_user()
    if waiting is not None:
        if waiting.id != user.id:
            abort(422)
        return jsonify(address=arrivals.finish(user, way="passkey").location)
    # A key that did not check its holder is one factor only: a code may still be asked.
    way = "passkey" if was_verified else "key"
    target = safe_next(request.args.get("next"), "")
    return jsonify(address=arrivals.arrive(user, way=way, remember=False, target=target).location)


def place() -> passkeys.Place:
    """Return where keys are valid."""
    return passkeys.Place.of(current_app.extensions["settings"].public_url)


def _answer() -> Any:
    return request.get_json(silent=True)


__all__ = ["blueprint", "place"]
