"""Writes the journal."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, update

from portal.db import db
from portal.domain.journal.chain import seal
from portal.domain.journal.models import AuditEvent, JournalHead

_ADDRESS = re.compile(r"[^\s@\"]+@[^\s@\"]+\.[^\s@\"]+")
# Whole words of a name: a postcode is no code.
_SECRET = re.compile(r"(?:^|[^a-z])(?:password|secret|token|digest|code)s?(?:$|[^a-z])", re.IGNORECASE)


def record(
    action: str,
    *,
    now: datetime,
    actor_id: int | None = None,
    on_behalf_of_id: int | None = None,
    museum_id: int | None = None,
    subject: str | None = None,
    before: Any = None,
    after: Any = None,
    network: str | None = None,
    channel: str = "web",
) -> AuditEvent:
    """Add a line in this transaction; raises `ValueError` for an address or a secret, which have no place there."""
    event = AuditEvent(
        at=now,
        action=action,
        actor_id=actor_id,
        on_behalf_of_id=on_behalf_of_id,
        museum_id=museum_id,
        subject=subject,
        before=before,
        after=after,
        network=network,
        channel=channel,
    )
    record_all([event])
    return event


def record_all(events: Sequence[AuditEvent]) -> None:
    """Add lines in this order and this transaction, at the cost of one: four statements however many there are."""
    for event in events:
        for told in (event.before, event.after):
            _refuse_what_must_not_stay(told)
    # The update takes the head's row first, so that two writers follow one another and never fork the chain.
    db.session.execute(update(JournalHead).values(sequence=JournalHead.sequence + len(events)))
    head = db.session.execute(select(JournalHead.sequence, JournalHead.digest)).one()
    previous = head.digest
    for sequence, event in enumerate(events, head.sequence - len(events) + 1):
        event.id, event.at = sequence, event.at.astimezone(UTC).replace(microsecond=0)
        event.previous_digest, event.digest = previous, ""
        event.digest = previous = seal(event, previous)
    db.session.add_all(events)
    db.session.flush()
    db.session.execute(update(JournalHead).values(digest=previous))


def _refuse_what_must_not_stay(told: Any) -> None:
    written = json.dumps(told, ensure_ascii=False)
    if _ADDRESS.search(written):
        raise ValueError("the journal names people by number, never by address")
    if any(_SECRET.search(name) for name in _names(told)):
        raise ValueError("the journal holds no secret")


def _names(told: Any) -> Iterator[str]:
    """Yield the name of every value, however deep it lies."""
    if isinstance(told, dict):
        yield from map(str, told)
    for inner in told.values() if isinstance(told, dict) else told if isinstance(told, list | tuple) else ():
        yield from _names(inner)
