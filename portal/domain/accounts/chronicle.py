"""Tells the journal what happened to accounts and rights, and from where."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from portal.db import db, scope_of
from portal.domain import journal
from portal.domain.accounts.actor import Actor

_ORIGIN = "portal.origin"


@dataclass(frozen=True)
class Origin:
    """Where a change comes from."""

    network: str | None = None
    channel: str = "cli"


def come_from(origin: Origin) -> None:
    """Remember where the changes of this session come from."""
    db.session.info[_ORIGIN] = origin


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
    """Write a line of the journal in this transaction; people are named by number only."""
    origin: Origin = db.session.info.get(_ORIGIN, Origin())
    journal.record(
        action,
        now=now,
        actor_id=(by.seen_through or by.id) if by else None,
        on_behalf_of_id=by.id if by and by.seen_through else None,
        museum_id=museum_id or scope_of(db.session()).museum_id,
        subject=subject,
        before=before,
        after=after,
        network=origin.network,
        channel=origin.channel,
    )
