"""Answering an invitation: opening it, accepting it, refusing it, asking for a new link.

Accepting is for the owner of the address: a new person by holding the link, an existing account by being signed in.
Of any number of simultaneous answers, one counts.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select, update
from sqlalchemy.exc import IntegrityError

from portal.db import Language, db
from portal.domain.accounts import tokens
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.invitation_states import Link, look
from portal.domain.accounts.models import AssociationRight, Invitation, Membership, Purpose, User
from portal.domain.accounts.refusals import (
    AlreadyAnswered,
    AskedAlready,
    HasExpired,
    MustSignIn,
    NoSuchInvitation,
    SomebodyElse,
)
from portal.domain.accounts.roster import lock

ASKED_EVERY = timedelta(days=1)


@dataclass(frozen=True)
class Newcomer:
    """What a new person says of themselves."""

    name: str
    language: Language
    password_digest: str | None = None
    """Nothing for who wants a link by mail each time."""


@dataclass(frozen=True)
class Accepted:
    """Who came in, and where."""

    user_id: int
    museum_id: int | None
    is_new: bool


def owner_of(invitation: Invitation) -> User | None:
    """Return the account of an invitation's address, if there is one."""
    if invitation.email is None:
        return None
    return db.session.scalar(select(User).where(User.email == invitation.email))


def check_person(invitation: Invitation, person: Actor | None) -> None:
    """Raise `MustSignIn` or `SomebodyElse` unless who is here is who was invited, as far as one can tell."""
    owner = owner_of(invitation)
    if owner is not None and person is None:
        raise MustSignIn
    if person is not None and (owner is None or owner.id != person.id):
        raise SomebodyElse


def mark_opened(secret: str, now: datetime) -> None:
    """Remember when an invitation's link was first opened."""
    opened = look(secret, now)
    if opened.link is Link.OPEN and opened.invitation is not None:
        first = (Invitation.id == opened.invitation.id, Invitation.opened_at.is_(None))
        db.session.execute(update(Invitation).where(*first).values(opened_at=now))


def accept(secret: str, *, person: Actor | None, newcomer: Newcomer | None, now: datetime) -> Accepted:
    """Take the role offered; a new person becomes an account."""
    invitation = _open(secret, now)
    check_person(invitation, person)
    if person is None and newcomer is None:
        raise MustSignIn
    _use_up(secret, invitation, now)
    user_id = person.id if person is not None else _newcomer(invitation, newcomer, now)
    _give_role(invitation, user_id, now)
    invitation.accepted_at, invitation.accepted_by_id = now, user_id
    invitation.email, invitation.name = None, ""
    db.session.flush()
    by = person or Actor(id=user_id, name="", email="")
    _note("accepted", invitation, by, now)
    return Accepted(user_id, invitation.museum_id, is_new=person is None)


def refuse(secret: str, *, now: datetime) -> None:
    """Decline: the address is forgotten, and who invited reads that it was refused."""
    invitation = _open(secret, now)
    _use_up(secret, invitation, now)
    invitation.refused_at, invitation.email = now, None
    _note("refused", invitation, None, now)


def ask_renewal(secret: str, *, now: datetime) -> Invitation:
    """Ask who invited for a new link in place of an expired one; once a day."""
    opened = look(secret, now)
    if opened.link is not Link.EXPIRED or opened.invitation is None:
        raise NoSuchInvitation if opened.link is Link.UNKNOWN else AlreadyAnswered
    last = Invitation.renewal_asked_at
    statement = (
        update(Invitation)
        .where(Invitation.id == opened.invitation.id, or_(last.is_(None), last <= now - ASKED_EVERY))
        .values(renewal_asked_at=now)
        .returning(Invitation.id)
    )
    if not db.session.execute(statement).all():
        raise AskedAlready
    _note("renewal_asked", opened.invitation, None, now)
    return opened.invitation


def _open(secret: str, now: datetime) -> Invitation:
    """Return the invitation behind a link that works, once it is this request's turn to answer it."""
    opened = look(secret, now)
    if opened.invitation is not None and opened.link is Link.OPEN:
        lock(opened.invitation.museum_id)
        opened = look(secret, now)
    if opened.link is Link.EXPIRED:
        raise HasExpired
    if opened.invitation is None:
        raise NoSuchInvitation
    if opened.link is not Link.OPEN:
        raise AlreadyAnswered
    return opened.invitation


def _use_up(secret: str, invitation: Invitation, now: datetime) -> None:
    token = tokens.consume(secret, Purpose.INVITATION, now)
    if token is None or token.invitation_id != invitation.id:
        raise AlreadyAnswered


def _newcomer(invitation: Invitation, newcomer: Newcomer | None, now: datetime) -> int:
    """Return the number of a new account; somebody else's taken meanwhile at that address must sign in."""
    if newcomer is None or invitation.email is None:
        raise MustSignIn
    user = User(
        email=invitation.email,
        name=newcomer.name,
        language=newcomer.language,
        password_digest=newcomer.password_digest,
        created_at=now,
        signed_in_at=now,
    )
    try:
        with db.session.begin_nested():
            db.session.add(user)
    except IntegrityError:
        raise MustSignIn from None
    return user.id


def _give_role(invitation: Invitation, user_id: int, now: datetime) -> None:
    """Give the role offered, unless the person has come in another way meanwhile: then their role stays."""
    if invitation.association_role is not None:
        key = (user_id, invitation.association_role)
        if db.session.get(AssociationRight, key) is None:
            db.session.add(AssociationRight(user_id=user_id, role=invitation.association_role, since=now))
        return
    own = (Membership.user_id == user_id, Membership.museum_id == invitation.museum_id)
    if db.session.scalar(select(Membership.id).where(*own)) is None:
        db.session.add(
            Membership(
                user_id=user_id, museum_id=invitation.museum_id, role=invitation.museum_role, since=now
            )
        )


def _note(how: str, invitation: Invitation, by: Actor | None, now: datetime) -> None:
    note(
        f"invitation.{how}",
        by=by,
        now=now,
        museum_id=invitation.museum_id,
        subject=f"invitation:{invitation.id}",
        after=invitation.role,
    )
