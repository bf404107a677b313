"""The question put to a key: kept for a few minutes between its two halves, and taken once."""

from datetime import datetime, timedelta

from flask import session

from portal.web.kit import clock

LASTS = timedelta(minutes=5)
"""Before signing in the session is in the browser's own hands, so time alone ends a question there."""


def keep(name: str, challenge: str) -> None:
    """Keep a question until it is answered."""
    session[name] = [challenge, clock.machine_now().isoformat()]


def take(name: str) -> str | None:
    """Return the question that an answer is for, and forget it; nothing once it is old."""
    kept = session.pop(name, None)
    if not kept:
        return None
    challenge, asked_at = kept
    is_old = clock.machine_now() - datetime.fromisoformat(asked_at) > LASTS
    return None if is_old else str(challenge)
