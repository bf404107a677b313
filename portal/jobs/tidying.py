"""What the clock brings: publications that are due, and each night what is too old to be kept."""

from datetime import datetime, timedelta

from portal.db import WRITE_EVERYTHING, db, enter, once, writing
from portal.domain import letters, revisions
from portal.domain.accounts import sessions, sign_in_limits, tokens

KEYS_KEPT = timedelta(days=2)
"""How long a form sent twice makes one thing."""


def apply_due(now: datetime) -> None:
    """Publish what was scheduled for before now."""
    with writing():
        enter(db.session(), WRITE_EVERYTHING)
        revisions.apply_due(db.session(), now)
        db.session.commit()


def tidy(now: datetime) -> None:
    """Remove what is too old to be kept (docs/exploitation.md says how long)."""
    with writing():
        enter(db.session(), WRITE_EVERYTHING)
        for forget in (
            sessions.forget_idle,
            tokens.forget_old,
            sign_in_limits.forget_old,
            letters.forget_sent,
        ):
            forget(now)
        once.clean(db.session(), now - KEYS_KEPT)
        db.session.commit()
