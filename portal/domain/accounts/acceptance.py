"""Answering an invitation: opening it, accepting it, refusing it, asking for a new link.

Accepting is for the owner of the address: a new person by holding the link, an existing account by being signed in.
Of any number of simultaneous answers, one counts.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import exists, or_, select, update
from sqlalchemy.exc import IntegrityError

from portal.db import Language, db
from portal.domain.accounts import arriving, rights, team, tokens
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.errors import InvitationClosedError, NotFoundError, NotTheGuestError
from portal.domain.accounts.invitation_states import Link, Opened, look
from portal.domain.accounts.models import AssociationRight, Invitation, Membership, Purpose, User
from portal.domain.accounts.profile import acting
from portal.domain.accounts.roles import AssociationRole, MuseumRole
from portal.domain.accounts.roster import lock

ASKED_EVERY = timedelta(hours=12)


@dataclass(frozen=True)
class Newcomer:
    """What a new person says of themselves."""

    name: str
    language: Language
    digest: str | None = None
    """Of the password; nothing for who wants a link by mail each time."""


@dataclass(frozen=True)
class Accepted:
    """Who came in, and where."""

    user: User
    museum_id: int | None
    is_new: bool


def is_the_guest(opened: Opened, person: Actor | None) -> bool:
    """Return whether who is here may be who was invited: the owner of the address, or nobody known yet."""
    return (person.id if person else None) == (opened.owner.id if opened.owner else None)


def mark_opened(secret: str, now: datetime) -> None:
    """Remember when an invitation's link was first opened."""
    opened = look(secret, now)
    if opened.link is Link.OPEN and opened.invitation is not None:
        first = (Invitation.id == opened.invitation.id, Invitation.opened_at.is_(None))
        db.session.execute(update(Invitation).where(*first).values(opened_at=now))


def accept(secret: str, *, person: Actor | None, newcomer: Newcomer | None, now: datetime) -> Accepted:
    """Take the role offered; a new person becomes an account.

    Raises `NotFoundError`, `InvitationClosedError` and `NotTheGuestError`.
    """
    opened, invitation = _take(secret, now)
    if not is_the_guest(opened, person):
        raise NotTheGuestError
    _use_up(secret, invitation, now)
    user = opened.owner or _begin(invitation, newcomer, now)
    _give_role(invitation, user, now)
    invitation.accepted_at, invitation.accepted_by_id = now, user.id
    invitation.email, invitation.name = None, ""
    db.session.flush()
    _note("accepted", invitation, acting(user), now)
    return Accepted(user, invitation.museum_id, is_new=person is None)


def refuse(secret: str, *, now: datetime) -> None:
    """Decline: the address is forgotten, and who invited reads that it was refused."""
    _opened, invitation = _take(secret, now)
    _use_up(secret, invitation, now)
    invitation.refused_at, invitation.email = now, None
    _note("refused", invitation, None, now)


def ask_renewal(secret: str, *, now: datetime) -> Invitation | None:
    """Ask for a new link in place of an expired one; return the invitation unless that was done a moment ago."""
    opened = look(secret, now)
    if opened.invitation is None:
        raise NotFoundError
    if opened.link is not Link.EXPIRED:
        raise InvitationClosedError
    last = Invitation.renewal_asked_at
    statement = (
        update(Invitation)
        .where(Invitation.id == opened.invitation.id, or_(last.is_(None), last <= now - ASKED_EVERY))
        .values(renewal_asked_at=now)
        .returning(Invitation.id)
    )
    if not db.session.execute(statement).all():
        return None
    _note("renewal_asked", opened.invitation, None, now)
    return opened.invitation


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


def _take(secret: str, now: datetime) -> tuple[Opened, Invitation]:
    """Return what a link that works opens, once it is this request's turn to answer."""
    opened = look(secret, now)
    if opened.invitation is not None and opened.link is Link.OPEN:
        lock(opened.invitation.museum_id)
        opened = look(secret, now)
    if opened.invitation is None:
        raise NotFoundError
    if opened.link is not Link.OPEN:
        raise InvitationClosedError
    return opened, opened.invitation


def _use_up(secret: str, invitation: Invitation, now: datetime) -> None:
    token = tokens.consume(secret, Purpose.INVITATION, now)
    if token is None or token.invitation_id != invitation.id:
        raise InvitationClosedError


def _begin(invitation: Invitation, newcomer: Newcomer | None, now: datetime) -> User:
    """Return a new account at the address; where one was made there meanwhile, its owner must sign in."""
    if newcomer is None or invitation.email is None:
        raise NotTheGuestError
    try:
        with db.session.begin_nested():
            return arriving.begin(
                invitation.email, newcomer.name, language=newcomer.language, digest=newcomer.digest, now=now
            )
    except IntegrityError:
        raise NotTheGuestError from None


def _give_role(invitation: Invitation, user: User, now: datetime) -> None:
    """Give the role offered, unless the person has come in another way meanwhile: then their role stays."""
    role, museum_id = invitation.role, invitation.museum_id
    if isinstance(role, AssociationRole):
        rights.give(user, role, by=None, now=now)
    elif museum_id is not None and team.membership_of(museum_id, user.id) is None:
        team.add(user, museum_id, role, by=None, now=now)


def _note(how: str, invitation: Invitation, by: Actor | None, now: datetime) -> None:
    note(
        f"invitation.{how}",
        by=by,
        now=now,
        museum_id=invitation.museum_id,
        subject=f"invitation:{invitation.id}",
        after={"role": invitation.role.value},
    )
