"""Tells the journal what happened to accounts and rights, and from where."""

from collections.abc import Sequence
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
    note_all([Told(action, museum_id, subject, before, after)], by=by, now=now)


@dataclass(frozen=True)
class Told:
    """What one line of the journal says, beside who and when."""

    action: str
    museum_id: int | None = None
    subject: str | None = None
    before: Any = None
    after: Any = None


def note_all(lines: Sequence[Told], *, by: Actor | None, now: datetime) -> None:
    """Write what one person did at one moment, however many things it was."""
    origin: Origin = db.session.info.get(_ORIGIN, Origin())
    here = scope_of(db.session()).museum_id
    journal.record_all(
        [
            journal.AuditEvent(
                action=line.action,
                at=now,
                actor_id=(by.seen_through or by.id) if by else None,
                on_behalf_of_id=by.id if by and by.seen_through else None,
                museum_id=line.museum_id or here,
                subject=line.subject,
                before=line.before,
                after=line.after,
                network=origin.network,
                channel=origin.channel,
            )
            for line in lines
        ]
    )
