"""Inviting somebody to a museum's team, or to the association.

An address has one pending invitation a museum, and an invitation one link that works: asking again renews both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, update

from portal.db import Language, db
from portal.domain.accounts import addresses, tokens
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import Told, note_all
from portal.domain.accounts.errors import (
    AlreadyInvitedError,
    MayNotGrantError,
)
from portal.domain.accounts.invitation_rows import (
    PENDING,
    check_newcomer,
    find,
    of_address,
    pending,
)
from portal.domain.accounts.invitation_states import State, state
from portal.domain.accounts.models import Invitation, Purpose
from portal.domain.accounts.permissions import may_grant
from portal.domain.accounts.roles import AssociationRole, MuseumRole, Role
from portal.domain.accounts.roster import lock

LASTS = tokens.LIFETIMES[Purpose.INVITATION]
MADE, SENT_AGAIN = "made", "sent_again"


@dataclass(frozen=True)
class Sent:
    """An invitation, and the secret of the only link that opens it."""

    invitation: Invitation
    secret: str
    is_renewal: bool = False


def invite(
    email: str,
    name: str,
    role: Role,
    *,
    museum_id: int | None,
    by: Actor,
    now: datetime,
    language: Language | None = None,
) -> Sent:
    """Offer a role to an address; where it is invited there already, that invitation is renewed.

    Raises `MayNotGrantError`, `AlreadyMemberError`, `AddressRefusedError`.
    """
    check_grant(by, role, museum_id)
    address = addresses.fold(email)
    lock(museum_id)
    check_newcomer(address, role, museum_id)
    known = of_address(address, museum_id)
    invitation = known or Invitation(museum_id=museum_id, email=address, invited_at=now)
    offer(invitation, name, role, language, by)
    return renew([(invitation, MADE if known is None else SENT_AGAIN)], by=by, now=now)[0]


def offer(invitation: Invitation, name: str, role: Role, language: Language | None, by: Actor) -> None:
    """Write what an invitation offers, to whom, and by whom."""
    invitation.name, invitation.language, invitation.invited_by_id = name, language, by.id
    invitation.museum_role = role if isinstance(role, MuseumRole) else None
    invitation.association_role = role if isinstance(role, AssociationRole) else None


def send_again(invitation_id: int, *, by: Actor, now: datetime, museum_id: int | None = None) -> Sent:
    """Give an invitation a new link for a new letter; the older one opens nothing any more."""
    return renew([(_take(invitation_id, by, museum_id), SENT_AGAIN)], by=by, now=now)[0]


def correct(
    invitation_id: int, email: str, *, by: Actor, now: datetime, museum_id: int | None = None
) -> Sent:
    """Send an invitation to another address; raises `AlreadyMemberError` and `AlreadyInvitedError`."""
    address = addresses.fold(email)
    invitation = _take(invitation_id, by, museum_id)
    check_newcomer(address, invitation.role, invitation.museum_id)
    other = of_address(address, invitation.museum_id)
    if other is not None and other.id != invitation.id:
        raise AlreadyInvitedError
    invitation.email = address
    return renew([(invitation, "corrected")], by=by, now=now)[0]


def revoke(invitation_id: int, *, by: Actor, now: datetime, museum_id: int | None = None) -> None:
    """Take an invitation back: its link opens nothing any more, and whom it was for is forgotten."""
    invitation = _take(invitation_id, by, museum_id)
    invitation.revoked_at, invitation.email, invitation.name = now, None, ""
    tokens.kill(invitation_id=invitation.id, now=now)
    note_all([_told("revoked", invitation)], by=by, now=now)


def letter_went(invitation_id: int, now: datetime, *, has_bounced: bool) -> None:
    """Note what became of the invitation's letter."""
    column = Invitation.bounced_at if has_bounced else Invitation.sent_at
    db.session.execute(update(Invitation).where(Invitation.id == invitation_id).values({column: now}))


def forget_person(user_id: int, email: str | None, now: datetime) -> None:
    """Take back what an address was still offered, and empty the invitations sent to it or accepted from another."""
    theirs: ColumnElement[bool] = Invitation.accepted_by_id == user_id
    if email:
        theirs |= Invitation.email == email
    db.session.execute(update(Invitation).where(theirs, *PENDING).values(revoked_at=now))
    db.session.execute(update(Invitation).where(theirs).values(email=None, name=""))


def check_grant(by: Actor, role: Role, museum_id: int | None) -> None:
    """Raise `MayNotGrantError` unless somebody may offer this role: a museum's in a museum, else the association's."""
    is_misplaced = isinstance(role, AssociationRole) != (museum_id is None)
    if is_misplaced or not may_grant(by, role, museum_id):
        raise MayNotGrantError


def _take(invitation_id: int, by: Actor, museum_id: int | None) -> Invitation:
    """Return a pending invitation once it is this request's turn, for somebody who might have sent it."""
    invitation = find(invitation_id, museum_id)
    check_grant(by, invitation.role, invitation.museum_id)
    lock(invitation.museum_id)
    return find(invitation_id, museum_id)


def renew(offers: Sequence[tuple[Invitation, str]], *, by: Actor, now: datetime) -> list[Sent]:
    """Give invitations new links, the only ones that work, and seven days; each with the word the journal keeps."""
    for invitation, _how in offers:
        invitation.expires_at = now + LASTS
        invitation.sent_at = invitation.bounced_at = None
        invitation.renewal_asked_at = invitation.opened_at = None
        db.session.add(invitation)
    db.session.flush()
    secrets = tokens.make_for_invitations([invitation for invitation, _how in offers], now=now)
    note_all([_told(how, invitation) for invitation, how in offers], by=by, now=now)
    return [
        Sent(invitation, secret, is_renewal=how != MADE)
        for (invitation, how), secret in zip(offers, secrets, strict=True)
    ]


def _told(how: str, invitation: Invitation) -> Told:
    return Told(
        f"invitation.{how}",
        museum_id=invitation.museum_id,
        subject=f"invitation:{invitation.id}",
        after={"role": invitation.role.value},
    )


__all__ = [
    "LASTS",
    "MADE",
    "PENDING",
    "SENT_AGAIN",
    "Sent",
    "State",
    "check_grant",
    "correct",
    "find",
    "forget_person",
    "invite",
    "letter_went",
    "offer",
    "pending",
    "renew",
    "revoke",
    "send_again",
    "state",
]
