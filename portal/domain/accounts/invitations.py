"""Inviting somebody to a museum's team, or to the association.

An address has one pending invitation a museum, and an invitation one link that works: asking again renews both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from portal.db import Language, db
from portal.domain.accounts import addresses, tokens
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.errors import (
    AlreadyInvitedError,
    AlreadyMemberError,
    MayNotGrantError,
    NotFoundError,
)
from portal.domain.accounts.invitation_states import State, state
from portal.domain.accounts.models import AssociationRight, Invitation, Membership, Purpose, User
from portal.domain.accounts.permissions import may_grant
from portal.domain.accounts.roles import AssociationRole, MuseumRole, Role
from portal.domain.accounts.roster import lock

LASTS = tokens.LIFETIMES[Purpose.INVITATION]
PENDING = (
    Invitation.accepted_at.is_(None),
    Invitation.refused_at.is_(None),
    Invitation.revoked_at.is_(None),
)


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
    _check_newcomer(address, role, museum_id)
    known = _pending_of(address, museum_id)
    invitation = known or Invitation(museum_id=museum_id, email=address, invited_at=now)
    invitation.name, invitation.language, invitation.invited_by_id = name, language, by.id
    invitation.museum_role = role if isinstance(role, MuseumRole) else None
    invitation.association_role = role if isinstance(role, AssociationRole) else None
    return _renew(invitation, "made" if known is None else "sent_again", by, now)


def send_again(invitation_id: int, *, by: Actor, now: datetime, museum_id: int | None = None) -> Sent:
    """Give an invitation a new link for a new letter; the older one opens nothing any more."""
    return _renew(_take(invitation_id, by, museum_id), "sent_again", by, now)


def correct(
    invitation_id: int, email: str, *, by: Actor, now: datetime, museum_id: int | None = None
) -> Sent:
    """Send an invitation to another address; raises `AlreadyMemberError` and `AlreadyInvitedError`."""
    address = addresses.fold(email)
    invitation = _take(invitation_id, by, museum_id)
    _check_newcomer(address, invitation.role, invitation.museum_id)
    other = _pending_of(address, invitation.museum_id)
    if other is not None and other.id != invitation.id:
        raise AlreadyInvitedError
    invitation.email = address
    return _renew(invitation, "corrected", by, now)


def revoke(invitation_id: int, *, by: Actor, now: datetime, museum_id: int | None = None) -> None:
    """Take an invitation back: its link opens nothing any more, and whom it was for is forgotten."""
    invitation = _take(invitation_id, by, museum_id)
    invitation.revoked_at, invitation.email, invitation.name = now, None, ""
    tokens.kill(invitation_id=invitation.id, now=now)
    _note("revoked", invitation, by, now)


def pending(museum_id: int) -> Sequence[Invitation]:
    """Return a museum's invitations that wait for an answer, the latest first."""
    statement = select(Invitation).where(Invitation.museum_id == museum_id, *PENDING)
    return db.session.scalars(statement.order_by(Invitation.expires_at.desc(), Invitation.id.desc())).all()


def find(invitation_id: int, museum_id: int | None = None) -> Invitation:
    """Return an invitation that waits for an answer, of this museum where one is named; raises `NotFoundError`."""
    statement = select(Invitation).where(Invitation.id == invitation_id, *PENDING)
    if museum_id is not None:
        statement = statement.where(Invitation.museum_id == museum_id)
    found = db.session.scalar(statement.execution_options(populate_existing=True))
    if found is None:
        raise NotFoundError
    return found


def letter_went(invitation_id: int, now: datetime, *, has_bounced: bool) -> None:
    """Note what became of the invitation's letter."""
    column = Invitation.bounced_at if has_bounced else Invitation.sent_at
    db.session.execute(update(Invitation).where(Invitation.id == invitation_id).values({column: now}))


def forget_person(email: str | None, now: datetime) -> None:
    """Take back what an address was still offered, and empty the invitations sent to it."""
    if not email:
        return
    theirs = Invitation.email == email
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


def _pending_of(address: str, museum_id: int | None) -> Invitation | None:
    same = (Invitation.email == address, Invitation.museum_id == museum_id)
    return db.session.scalars(select(Invitation).where(*same, *PENDING)).first()


def _check_newcomer(address: str, role: Role, museum_id: int | None) -> None:
    """Raise `AlreadyMemberError` where the owner of an address is in the team, or has this right."""
    statement = select(User.id).where(User.email == address)
    if isinstance(role, AssociationRole):
        statement = statement.join(AssociationRight).where(AssociationRight.role == role)
    else:
        statement = statement.join(Membership).where(Membership.museum_id == museum_id)
    if db.session.scalar(statement) is not None:
        raise AlreadyMemberError


def _renew(invitation: Invitation, how: str, by: Actor, now: datetime) -> Sent:
    """Give an invitation a new link, the only one that works, and seven days."""
    invitation.expires_at = now + LASTS
    invitation.sent_at = invitation.bounced_at = invitation.renewal_asked_at = invitation.opened_at = None
    db.session.add(invitation)
    db.session.flush()
    secret = tokens.make(Purpose.INVITATION, now=now, invitation_id=invitation.id, email=invitation.email)
    _note(how, invitation, by, now)
    return Sent(invitation, secret, is_renewal=how != "made")


def _note(how: str, invitation: Invitation, by: Actor, now: datetime) -> None:
    note(
        f"invitation.{how}",
        by=by,
        now=now,
        museum_id=invitation.museum_id,
        subject=f"invitation:{invitation.id}",
        after={"role": invitation.role.value},
    )


__all__ = [
    "LASTS",
    "PENDING",
    "Sent",
    "State",
    "check_grant",
    "correct",
    "find",
    "forget_person",
    "invite",
    "letter_went",
    "pending",
    "revoke",
    "send_again",
    "state",
]
