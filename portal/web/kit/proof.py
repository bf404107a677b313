"""Whether the person at the keyboard has shown lately that it is still they: before what a passer-by could keep.

Signing in shows it, and so does the password given again at `/compte/preuve/` (ASVS 5.0, 7.5.1).
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from flask import flash, jsonify, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from portal.web.kit import clock, sessions
from portal.web.kit.messages import _

LASTS = timedelta(minutes=15)
LASTS_WHILE_TYPING = timedelta(hours=1)
"""For sending a form that was opened in time."""
_KEY = "proved_at"

View = Callable[..., ResponseReturnValue]


def give() -> None:
    """Note that the person has just shown who they are."""
    session[_KEY] = clock.now().isoformat()


def is_fresh(lasts: timedelta = LASTS_WHILE_TYPING) -> bool:
    """Return whether that was recently."""
    handle = sessions.current()
    if handle is None:
        return False
    shown: datetime = handle.made_at or handle.seen_at
    given = session.get(_KEY)
    latest = max(shown, datetime.fromisoformat(given)) if given else shown
    return clock.now() - latest < lasts


def asked(view: View) -> View:
    """Send who has not shown it recently to do so first, and then back to the page."""

    @wraps(view)
    def answer(**values: Any) -> ResponseReturnValue:
        is_reading = request.method == "GET"
        if is_fresh(LASTS if is_reading else LASTS_WHILE_TYPING):
            return view(**values)
        target = request.full_path.rstrip("?") if is_reading else None
        address = url_for("account.proof.create", next=target)
        if request.is_json:
            return jsonify(address=address), 403
        if not is_reading:
            flash(
                _("Un long moment a passé : dites-nous d’abord que c’est bien vous, puis recommencez."),
                "warning",
            )
        return redirect(address, 303)

    return answer
