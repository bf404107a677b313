"""Inviting somebody to a museum's team, or to the association.

An address has one pending invitation a museum, and an invitation one link that works: asking again renews both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import exists, select, update

from portal.db import Language, db
from portal.domain.accounts import addresses, tokens
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.invitation_states import State, state_of
from portal.domain.accounts.models import AssociationRight, Invitation, Membership, Purpose, Token, User
from portal.domain.accounts.permissions import may_grant
from portal.domain.accounts.refusals import (
    AlreadyInvited,
    AlreadyMember,
    NoSuchInvitation,
    NotYours,
)
from portal.domain.accounts.roles import AssociationRole, MuseumRole, Role
from portal.domain.accounts.roster import lock

LIFETIME = timedelta(days=7)


@dataclass(frozen=True)
class Sent:
    """An invitation, and the secret of its letter's link; no secret where the same form came twice."""

    invitation: Invitation
    secret: str | None


def invite(
    email: str,
    name: str,
    role: Role,
    *,
    museum_id: int | None,
    by: Actor,
    now: datetime,
    language: Language | None = None,
    form_key: str | None = None,
) -> Sent:
    """Offer a role to an address; where it is invited there already, that invitation is renewed."""
    _check_grant(by, role, museum_id)
    address = addresses.fold(email)
    lock(museum_id)
    known = _of_form(form_key, museum_id)
    if known is not None:
        return Sent(known, None)
    if _has_role(address, role, museum_id):
        raise AlreadyMember
    invitation = _pending_of(address, museum_id)
    is_new = invitation is None
    if invitation is None:
        invitation = Invitation(museum_id=museum_id, email=address, invited_at=now)
    invitation.name, invitation.language = name, language
    invitation.museum_role = role if isinstance(role, MuseumRole) else None
    invitation.association_role = role if isinstance(role, AssociationRole) else None
    invitation.invited_by_id, invitation.form_key = by.id, form_key
    return _send(invitation, "sent" if is_new else "resent", by, now)


def resend(invitation_id: int, *, by: Actor, now: datetime, museum_id: int | None = None) -> Sent:
    """Send the letter again with a new link; the older one opens nothing any more."""
    return _send(_pending(invitation_id, by, museum_id), "resent", by, now)


def correct(
    invitation_id: int, email: str, *, by: Actor, now: datetime, museum_id: int | None = None
) -> Sent:
    """Send an invitation to another address than the one it came back from."""
    invitation = _pending(invitation_id, by, museum_id)
    address = addresses.fold(email)
    if _has_role(address, invitation.role, invitation.museum_id):
        raise AlreadyMember
    other = _pending_of(address, invitation.museum_id)
    if other is not None and other.id != invitation.id:
        raise AlreadyInvited
    invitation.email = address
    return _send(invitation, "corrected", by, now)


def revoke(invitation_id: int, *, by: Actor, now: datetime, museum_id: int | None = None) -> None:
    """Take an invitation back: its link opens nothing any more, and the address is forgotten."""
    invitation = _pending(invitation_id, by, museum_id)
    invitation.revoked_at, invitation.email, invitation.name = now, None, ""
    _kill_links(invitation, now)
    _note("revoked", invitation, by, now)


def bounced(email: str, now: datetime) -> None:
    """Remember that letters to this address come back."""
    pending = (*_PENDING, Invitation.email == addresses.fold(email))
    db.session.execute(update(Invitation).where(*pending).values(bounced_at=now))


def pending(museum_id: int) -> Sequence[Invitation]:
    """Return a museum's invitations that wait for an answer, the latest sent first."""
    statement = select(Invitation).where(Invitation.museum_id == museum_id, *_PENDING)
    return db.session.scalars(statement.order_by(Invitation.sent_at.desc(), Invitation.id.desc())).all()


def find(invitation_id: int, museum_id: int | None = None) -> Invitation:
    """Return a pending invitation, of this museum where one is named; else raise `NoSuchInvitation`."""
    statement = select(Invitation).where(Invitation.id == invitation_id, *_PENDING)
    if museum_id is not None:
        statement = statement.where(Invitation.museum_id == museum_id)
    found = db.session.scalar(statement.execution_options(populate_existing=True))
    if found is None:
        raise NoSuchInvitation
    return found


def answers_to(invitation: Invitation) -> int | None:
    """Return who is to hear of an invitation: who sent it, while they may still invite; else the association."""
    inviter = db.session.get(User, invitation.invited_by_id) if invitation.invited_by_id else None
    if inviter is None or not inviter.may_sign_in:
        return None
    manages = exists().where(
        Membership.user_id == inviter.id,
        Membership.museum_id == invitation.museum_id,
        Membership.role == MuseumRole.MANAGER,
    )
    administers = exists().where(
        AssociationRight.user_id == inviter.id, AssociationRight.role == AssociationRole.ADMIN
    )
    return inviter.id if db.session.scalar(select(manages | administers)) else None


_PENDING = (
    Invitation.accepted_at.is_(None),
    Invitation.refused_at.is_(None),
    Invitation.revoked_at.is_(None),
)


def _pending(invitation_id: int, by: Actor, museum_id: int | None) -> Invitation:
    """Return a pending invitation once it is this request's turn, for somebody who might have sent it."""
    invitation = find(invitation_id, museum_id)
    _check_grant(by, invitation.role, invitation.museum_id)
    lock(invitation.museum_id)
    return find(invitation_id, museum_id)


def _check_grant(by: Actor, role: Role, museum_id: int | None) -> None:
    if isinstance(role, AssociationRole) != (museum_id is None) or not may_grant(by, role, museum_id):
        raise NotYours


def _of_form(form_key: str | None, museum_id: int | None) -> Invitation | None:
    if form_key is None:
        return None
    same = (Invitation.form_key == form_key, Invitation.museum_id == museum_id)
    return db.session.scalar(select(Invitation).where(*same))


def _pending_of(address: str, museum_id: int | None) -> Invitation | None:
    same = (Invitation.email == address, Invitation.museum_id == museum_id)
    return db.session.scalar(select(Invitation).where(*same, *_PENDING))


def _has_role(address: str, role: Role, museum_id: int | None) -> bool:
    """Return whether the owner of an address is in the team, or has this right of the association."""
    statement = select(User.id).where(User.email == address)
    if isinstance(role, AssociationRole):
        statement = statement.join(AssociationRight).where(AssociationRight.role == role)
    else:
        statement = statement.join(Membership).where(Membership.museum_id == museum_id)
    return db.session.scalar(statement) is not None


def _send(invitation: Invitation, how: str, by: Actor, now: datetime) -> Sent:
    """Give an invitation a new link, the only one that works, and seven days."""
    invitation.sent_at, invitation.expires_at = now, now + LIFETIME
    invitation.opened_at = invitation.bounced_at = invitation.renewal_asked_at = None
    db.session.add(invitation)
    db.session.flush()
    _kill_links(invitation, now)
    secret = tokens.make(Purpose.INVITATION, now=now, invitation_id=invitation.id, email=invitation.email)
    _note(how, invitation, by, now)
    return Sent(invitation, secret)


def _kill_links(invitation: Invitation, now: datetime) -> None:
    links = (Token.invitation_id == invitation.id, Token.used_at.is_(None))
    db.session.execute(update(Token).where(*links).values(used_at=now))


def _note(how: str, invitation: Invitation, by: Actor, now: datetime) -> None:
    note(
        f"invitation.{how}",
        by=by,
        now=now,
        museum_id=invitation.museum_id,
        subject=f"invitation:{invitation.id}",
        after=invitation.role,
    )


__all__ = [
    "LIFETIME",
    "Sent",
    "State",
    "answers_to",
    "bounced",
    "correct",
    "find",
    "invite",
    "pending",
    "resend",
    "revoke",
    "state_of",
]
