"""Tells the journal what happened to accounts and rights."""

from datetime import datetime
from typing import Any

from portal.db import db
from portal.domain.accounts.actor import Actor


def note(
    action: str,
    *,
    by: Actor | None,
    now: datetime,
    museum_id: int | None = None,
    subject: str | None = None,
    before: Any = None,
    after: Any = None,
) -> None:
    """Write an entry of the journal in this transaction; people are named by number only."""
    entry = (action, by and by.id, now, museum_id, subject, before, after)
    db.session.info.setdefault("portal.chronicle", []).append(entry)
