"""Sending a list: every good line invites, all in one transaction whose statements do not grow with the lines."""

from collections.abc import Sequence
from datetime import datetime

from portal.domain.accounts.actor import Actor
from portal.domain.accounts.invitation_list.checking import Good
from portal.domain.accounts.invitation_list.known import invited, members
from portal.domain.accounts.invitations import MADE, SENT_AGAIN, Sent, check_grant, offer, renew
from portal.domain.accounts.models import Invitation
from portal.domain.accounts.roster import lock_all


def send(good: Sequence[Good], *, by: Actor, now: datetime) -> list[Sent]:
    """Invite by every line; who has come in since the dry run is left alone. Raises `MayNotGrantError`."""
    lock_all({line.museum.id for line in good})
    there, waiting = members(), invited()
    offers = []
    for line in good:
        check_grant(by, line.role, line.museum.id)
        key = (line.museum.id, line.email)
        if key in there:
            continue
        known = waiting.get(key)
        invitation = known or Invitation(museum_id=line.museum.id, email=line.email, invited_at=now)
        offer(invitation, line.name, line.role, line.language, by)
        offers.append((invitation, MADE if known is None else SENT_AGAIN))
    return renew(offers, by=by, now=now) if offers else []
