"""Seeing what somebody sees: an admin looks through their eyes, changes nothing, for half an hour at most."""

from datetime import datetime, timedelta
from typing import Any

from portal.domain.accounts import rights
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.errors import MayNotGrantError
from portal.domain.accounts.models import User
from portal.domain.accounts.roles import AssociationRole

KEY = "looking_as"
LASTS = timedelta(minutes=30)


def begin(user: User, *, by: Actor, now: datetime) -> dict[str, Any]:
    """Return what the session keeps while an admin looks; raises `MayNotGrantError` for an admin or a closed account."""
    if AssociationRole.ADMIN in rights.of_user(user.id) or not user.may_sign_in or user.id == by.id:
        raise MayNotGrantError
    until = (now + LASTS).isoformat()  # in the journal too: nobody is there to write that it ended by itself
    note("account.looked_as", by=by, now=now, subject=f"user:{user.id}", after={"until": until})
    return {"user_id": user.id, "until": until}


def person_looked_as(kept: Any, now: datetime) -> int | None:
    """Return the number of the person looked as, while the half hour lasts."""
    if not isinstance(kept, dict) or now >= datetime.fromisoformat(kept["until"]):
        return None
    return int(kept["user_id"])


def end(user_id: int, *, by: Actor, now: datetime) -> None:
    """Note that an admin has stopped looking."""
    note("account.looked_as_ended", by=by, now=now, subject=f"user:{user_id}")
