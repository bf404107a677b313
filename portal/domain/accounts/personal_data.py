"""A person's rights over what is held about them: to have it all (RGPD, article 15), to have it erased (17)."""

import re
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from portal.db import db
from portal.domain import journal, letters, visitor_reports
from portal.domain.accounts import invitations, passkeys, rights, second_factor, sessions, team
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.errors import LastManagerError
from portal.domain.accounts.models import (
    AssociationRight,
    Erasure,
    Invitation,
    Membership,
    Passkey,
    RecoveryCode,
    Token,
    User,
    UserSession,
)
from portal.domain.accounts.roles import AssociationRole
from portal.domain.museums import Museum

_SECRET = re.compile(r"(?<=/)[\w-]{32,}(?=/)")
"""The part of a link that opens something."""


def export(user: User) -> dict[str, Any]:
    """Return everything held about a person, as plain values; secrets are said to exist, and other people are numbers."""
    return {
        "account": _account(user),
        "memberships": _memberships(user.id),
        "association": sorted(role.value for role in rights.of_user(user.id)),
        "sessions": _sessions(user.id),
        "passkeys": [
            {"name": key.name, "made_at": _said(key.made_at), "used_at": _said(key.used_at)}
            for key in passkeys.of_user(user.id)
        ],
        "recovery_codes_left": second_factor.codes_left(user),
        "invitations": _invitations(user),
        "links_sent": _links(user.id),
        "letters": [
            {
                "kind": letter.kind,
                "subject": letter.subject,
                "text": _SECRET.sub("…", letter.text),
                "written_at": _said(letter.written_at),
            }
            for letter in letters.of_person(user.id, user.email)
        ],
        "journal": [
            {
                "at": _said(line.at),
                "action": line.action,
                "subject": line.subject,
                "museum": line.museum_id,
                "before": line.before,
                "after": line.after,
                "network": line.network,
            }
            for line in journal.of_person(user.id)
        ],
    }


def erase(user: User, *, by: Actor | None, now: datetime, hand_over: bool = False) -> None:
    """Erase a person: their number stays, with nothing that names them. Raises `LastManagerError`, `LastAdminError`."""
    if AssociationRole.ADMIN in rights.of_user(user.id):
        rights.check_other_admin(user.id)
    orphans = team.orphans_if_gone(user.id)
    if orphans and not hand_over:
        raise LastManagerError
    sessions.end_all(user.id)
    letters.forget_person(user.id, user.email)
    invitations.forget_person(user.id, user.email, now)
    if user.email:  # the link of an invitation carries the address, and no person yet
        db.session.execute(delete(Token).where(Token.email == user.email))
        visitor_reports.forget_address(db.session(), user.email)  # what they reported without an account
    for table in (Token, Passkey, RecoveryCode, Membership, AssociationRight):
        db.session.execute(delete(table).where(table.user_id == user.id))
    db.session.expire(user)
    user.email = user.password_digest = user.totp_secret = user.totp_confirmed_at = None
    user.totp_last_step = user.bounced_at = user.signed_in_at = None
    user.name, user.language, user.erased_at = "", None, now
    if db.session.get(Erasure, user.id) is None:
        db.session.add(Erasure(user_id=user.id, erased_at=now))
    note("account.erased", by=by, now=now, subject=f"user:{user.id}")
    for museum_id in orphans:
        note("museum.handed_to_association", by=by, now=now, museum_id=museum_id)


def _account(user: User) -> dict[str, Any]:
    return {
        "id": user.id,
        "email": user.email,
        "name": user.name,
        "language": user.language,
        "created_at": _said(user.created_at),
        "signed_in_at": _said(user.signed_in_at),
        "disabled_at": _said(user.disabled_at),
        "letter_bounced_at": _said(user.bounced_at),
        "has_password": user.password_digest is not None,
        "has_codes": user.has_totp,
        "is_demonstration": user.is_demonstration,
    }


def _memberships(user_id: int) -> list[dict[str, Any]]:
    statement = (
        select(Museum.id, Museum.slug, Museum.official_name, Membership.role, Membership.since)
        .join(Museum, Museum.id == Membership.museum_id)
        .where(Membership.user_id == user_id)
        .order_by(Museum.slug)
    )
    return [
        {
            "museum": row.id,
            "slug": row.slug,
            "name": row.official_name,
            "role": row.role.value,
            "since": _said(row.since),
        }
        for row in db.session.execute(statement)
    ]


def _sessions(user_id: int) -> list[dict[str, Any]]:
    rows = select(UserSession).where(UserSession.user_id == user_id).order_by(UserSession.made_at)
    return [
        {
            "made_at": _said(row.made_at),
            "seen_at": _said(row.seen_at),
            "browser": row.browser,
            "network": row.network,
        }
        for row in db.session.scalars(rows)
    ]


def _invitations(user: User) -> list[dict[str, Any]]:
    """Return those sent to the person, and those they sent, without whom to."""
    theirs = (Invitation.accepted_by_id == user.id) | (Invitation.invited_by_id == user.id)
    if user.email:
        theirs |= Invitation.email == user.email
    return [
        {
            "museum": row.museum_id,
            "role": row.role.value,
            "is_sent_by_you": row.invited_by_id == user.id,
            "invited_at": _said(row.invited_at),
            "accepted_at": _said(row.accepted_at),
            "refused_at": _said(row.refused_at),
        }
        for row in db.session.scalars(select(Invitation).where(theirs).order_by(Invitation.id))
    ]


def _links(user_id: int) -> list[dict[str, Any]]:
    rows = select(Token).where(Token.user_id == user_id).order_by(Token.made_at)
    return [
        {
            "purpose": row.purpose.value,
            "email": row.email,
            "made_at": _said(row.made_at),
            "used_at": _said(row.used_at),
        }
        for row in db.session.scalars(rows)
    ]


def _said(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
