"""Seeing the portal as somebody else does: read-only, thirty minutes, never as an admin, both in the journal.

The admin's own session keeps who is looked at and until when; the gate builds the person's `Actor` from it, and
refuses every act but the one that stops.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.models import User
from portal.domain.accounts.permissions import Permission, allows
from portal.domain.accounts.roles import AssociationRole
from portal.domain.errors import DomainError

KEY = "looking_as"
"""Where the session keeps it."""
LASTS = timedelta(minutes=30)


class NotToBeLookedAsError(DomainError):
    """An admin, oneself, or somebody who may not sign in: nobody looks through these eyes."""


def begin(admin: Actor, user: User, now: datetime) -> dict[str, Any]:
    """Return what the admin's session keeps under `KEY` while they look as this person does."""
    if not allows(admin, Permission.ACCOUNTS_MANAGE) or not may_be_looked_as(admin, user):
        raise NotToBeLookedAsError(user.id)
    until = now + LASTS
    note(
        "looking_as.begun",
        by=admin,
        now=now,
        subject=f"user:{user.id}",
        after={"until": until.isoformat()},
    )
    return {"user_id": user.id, "until": until.isoformat()}


def may_be_looked_as(admin: Actor, user: User) -> bool:
    """Return whether an admin may look as this person does."""
    is_admin = any(right.role is AssociationRole.ADMIN for right in user.rights)
    return user.may_sign_in and user.id != admin.id and not is_admin


def still(data: Mapping[str, Any], now: datetime) -> int | None:
    """Return the number of the person this session looks as at this instant; nothing once the time is over."""
    kept = data.get(KEY)
    if not kept or now >= datetime.fromisoformat(kept["until"]):
        return None
    return int(kept["user_id"])


def end(data: Mapping[str, Any], *, by: Actor, now: datetime) -> int | None:
    """Write in the journal that the admin has stopped looking; return whom they were looking as, if they were."""
    kept = data.get(KEY)
    if not kept:
        return None
    user_id, until = int(kept["user_id"]), datetime.fromisoformat(kept["until"])
    spent = min(now, until) - (until - LASTS)
    note(
        "looking_as.ended",
        by=by,
        now=now,
        subject=f"user:{user_id}",
        after={"minutes": round(spent.total_seconds() / 60), "by_itself": now >= until},
    )
    return user_id
