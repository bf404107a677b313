"""Invitations: a role offered to an address, by a link that works once, sent again as one link."""

import enum
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select, update

from portal.db import Language, db
from portal.domain.accounts import rights, team, tokens
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.errors import (
    AlreadyMemberError,
    InvitationClosedError,
    MayNotGrantError,
    NotFoundError,
)
from portal.domain.accounts.models import Invitation, Purpose, Token, User
from portal.domain.accounts.permissions import may_grant
from portal.domain.accounts.profile import by_email
from portal.domain.accounts.roles import MuseumRole, Role

LASTS = tokens.LIFETIMES[Purpose.INVITATION]
ASK_AGAIN_AFTER = timedelta(hours=12)


class State(enum.StrEnum):
    """How far an invitation has come."""

    WAITING = "waiting"
    """Its letter has not left yet."""
    SENT = "sent"
    BOUNCED = "bounced"
    OPENED = "opened"
    EXPIRED = "expired"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REVOKED = "revoked"


def state(invitation: Invitation, now: datetime) -> State:
    """Return how far an invitation has come."""
    steps = (
        (invitation.accepted_at, State.ACCEPTED),
        (invitation.refused_at, State.REFUSED),
        (invitation.revoked_at, State.REVOKED),
        (invitation.bounced_at, State.BOUNCED),
        (invitation.has_expired(now), State.EXPIRED),
        (invitation.opened_at, State.OPENED),
        (invitation.sent_at, State.SENT),
    )
    return next((found for happened, found in steps if happened), State.WAITING)


def invite(
    email: str,
    name: str,
    role: Role,
    *,
    museum_id: int | None,
    language: Language | None,
    by: Actor,
    now: datetime,
) -> tuple[Invitation, str]:
    """Offer a role to an address and return the invitation with the secret of its link.

    Asked twice, it is the same invitation, with one link that works. Raises `MayNotGrantError`, `AlreadyMemberError`.
    """
    if not may_grant(by, role, museum_id):
        raise MayNotGrantError
    _check_newcomer(email, role, museum_id)
    invitation = pending_for(email, museum_id)
    if invitation is None:
        invitation = Invitation(
            museum_id=museum_id, email=email, invited_by_id=by.id, invited_at=now, expires_at=now + LASTS
        )
        db.session.add(invitation)
    invitation.name, invitation.language, invitation.invited_by_id = name, language, by.id
    invitation.museum_role = role if isinstance(role, MuseumRole) else None
    invitation.association_role = None if isinstance(role, MuseumRole) else role
    db.session.flush()
    note(
        "invitation.made",
        by=by,
        now=now,
        museum_id=museum_id,
        subject=f"invitation:{invitation.id}",
        after={"role": role.value},
    )
    return invitation, _renew(invitation, now)


def pending_for(email: str, museum_id: int | None) -> Invitation | None:
    """Return the invitation an address has not answered yet, in this museum or in the association."""
    statement = select(Invitation).where(
        Invitation.email == email,
        Invitation.museum_id == museum_id if museum_id is not None else Invitation.museum_id.is_(None),
        Invitation.accepted_at.is_(None),
        Invitation.refused_at.is_(None),
        Invitation.revoked_at.is_(None),
    )
    return db.session.scalars(statement.order_by(Invitation.id.desc())).first()


def pending(museum_id: int) -> Sequence[Invitation]:
    """Return the invitations of a museum that wait for an answer."""
    statement = select(Invitation).where(
        Invitation.museum_id == museum_id,
        Invitation.accepted_at.is_(None),
        Invitation.refused_at.is_(None),
        Invitation.revoked_at.is_(None),
    )
    return db.session.scalars(statement.order_by(Invitation.id)).all()


def of_museum(museum_id: int, invitation_id: int) -> Invitation:
    """Return one invitation of a museum; raises `NotFoundError`."""
    statement = select(Invitation).where(Invitation.id == invitation_id, Invitation.museum_id == museum_id)
    found = db.session.scalar(statement)
    if found is None:
        raise NotFoundError
    return found


def by_id(invitation_id: int) -> Invitation:
    """Return one invitation of any museum; raises `NotFoundError`."""
    found = db.session.get(Invitation, invitation_id)
    if found is None:
        raise NotFoundError
    return found


def send_again(invitation: Invitation, *, by: Actor | None, now: datetime, email: str | None = None) -> str:
    """Return a new secret, the only one that works from now on; the address may be corrected."""
    if not invitation.is_pending:
        raise InvitationClosedError
    if by is not None and not may_grant(by, invitation.role, invitation.museum_id):
        raise MayNotGrantError
    if email and email != invitation.email:
        _check_newcomer(email, invitation.role, invitation.museum_id)
        invitation.email = email
    note(
        "invitation.sent_again",
        by=by,
        now=now,
        museum_id=invitation.museum_id,
        subject=f"invitation:{invitation.id}",
    )
    return _renew(invitation, now)


def revoke(invitation: Invitation, *, by: Actor, now: datetime) -> None:
    """Take an invitation back."""
    if not invitation.is_pending:
        raise InvitationClosedError
    if not may_grant(by, invitation.role, invitation.museum_id):
        raise MayNotGrantError
    invitation.revoked_at = now
    _close(invitation, "invitation.revoked", by=by, now=now)


def opened(invitation: Invitation, now: datetime) -> None:
    """Note that the link was opened."""
    if invitation.opened_at is None:
        invitation.opened_at = now


def ask_again(invitation: Invitation, now: datetime) -> bool:
    """Note that somebody with an old link would like a new one; return whether to say so to the inviter."""
    if not invitation.is_pending:
        raise InvitationClosedError
    asked = invitation.renewal_asked_at
    if asked is not None and now - asked < ASK_AGAIN_AFTER:
        return False
    invitation.renewal_asked_at = now
    return True


def accept(secret: str, user: User, *, by: Actor, now: datetime) -> Invitation | None:
    """Use the link: give the person the role; nothing where the link no longer works. Raises `AlreadyMemberError`."""
    token = tokens.consume(secret, Purpose.INVITATION, now)
    invitation = _of_token(token)
    if invitation is None or not invitation.is_pending:
        return None
    role = invitation.role
    if isinstance(role, MuseumRole):
        team.add(user, invitation.museum_id or 0, role, by=by, now=now)
    else:
        rights.give(user, role, by=None, now=now)
    invitation.accepted_at, invitation.accepted_by_id = now, user.id
    _close(invitation, "invitation.accepted", by=by, now=now)
    return invitation


def refuse(secret: str, now: datetime) -> Invitation | None:
    """Use the link to say no."""
    invitation = _of_token(tokens.consume(secret, Purpose.INVITATION, now))
    if invitation is None or not invitation.is_pending:
        return None
    invitation.refused_at = now
    _close(invitation, "invitation.refused", by=None, now=now)
    return invitation


def peek(secret: str, now: datetime) -> tuple[tokens.State, Invitation | None]:
    """Return what a link is worth, and its invitation, without using it."""
    found, token = tokens.peek(secret, Purpose.INVITATION, now)
    invitation = _of_token(token)
    if found is tokens.State.VALID and (invitation is None or not invitation.is_pending):
        found = tokens.State.USED
    return found, invitation


def letter_went(invitation_id: int, now: datetime, *, has_bounced: bool) -> None:
    """Note what became of the invitation's letter."""
    column = Invitation.bounced_at if has_bounced else Invitation.sent_at
    db.session.execute(update(Invitation).where(Invitation.id == invitation_id).values({column: now}))


def forget_person(email: str | None) -> None:
    """Empty the invitations sent to an address."""
    if email:
        empty = {Invitation.email: None, Invitation.name: ""}
        db.session.execute(update(Invitation).where(Invitation.email == email).values(empty))


def _renew(invitation: Invitation, now: datetime) -> str:
    invitation.expires_at = now + LASTS
    invitation.sent_at = invitation.bounced_at = invitation.renewal_asked_at = invitation.opened_at = None
    return tokens.make(Purpose.INVITATION, now=now, invitation_id=invitation.id, email=invitation.email)


def _close(invitation: Invitation, action: str, *, by: Actor | None, now: datetime) -> None:
    tokens.kill(invitation_id=invitation.id, now=now)
    subject = f"invitation:{invitation.id}"
    note(action, by=by, now=now, museum_id=invitation.museum_id, subject=subject)


def _of_token(token: Token | None) -> Invitation | None:
    return db.session.get(Invitation, token.invitation_id) if token and token.invitation_id else None


def _check_newcomer(email: str, role: Role, museum_id: int | None) -> None:
    user = by_email(email)
    if user is None:
        return
    if museum_id is not None and team.membership_of(museum_id, user.id) is not None:
        raise AlreadyMemberError
    if museum_id is None and role in rights.of_user(user.id):
        raise AlreadyMemberError
