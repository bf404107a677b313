"""A text that waits, set aside while another is published, and put back as it stood."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from portal.db import due_at_most
from portal.domain.revisions import queries, writing
from portal.domain.revisions.blocks import Snapshot
from portal.domain.revisions.models import Author, Key, Revision

STANDING = (
    "state",
    "submitted_at",
    "go_live_at",
    "expire_at",
    "decided_at",
    "decided_by_id",
    "refusal_reason",
    "refused_fields",
    "review",
)
"""What says where a text stands."""


@dataclass(frozen=True)
class Aside:
    """A text, whose it is, and where it stands."""

    content: Snapshot
    author: Author
    minor: bool
    standing: Mapping[str, Any]


def taken(pending: Revision | None) -> Aside | None:
    """Return what waits, as plain values."""
    if pending is None:
        return None
    standing = {name: getattr(pending, name) for name in STANDING}
    return Aside(pending.content, pending.author, pending.minor, standing)


def put_back(
    session: Session, key: Key, aside: Aside, text: Snapshot, now: datetime, **changes: Any
) -> Revision:
    """Let a text wait as it did before, save for what changes."""
    seen = queries.head(session, key).version
    kept = writing.write(session, key, text, seen=seen, by=aside.author, now=now, minor=aside.minor)
    for name, value in {**aside.standing, **changes}.items():
        setattr(kept, name, value)
    session.flush()
    if kept.go_live_at is not None:
        due_at_most(session, kept.go_live_at)
    return kept
