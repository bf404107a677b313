"""A person's rights over what is held about them: to have it all (RGPD, article 15), to have it erased (17)."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from portal.db import db
from portal.domain import journal, letters
from portal.domain.accounts import invitations, passkeys, rights, sessions, team
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.errors import LastManagerError
from portal.domain.accounts.models import (
    AssociationRight,
    Erasure,
    Membership,
    Passkey,
    RecoveryCode,
    Token,
    User,
)
from portal.domain.accounts.roles import AssociationRole


def export(user: User) -> dict[str, Any]:
    """Return everything held about a person, as plain values."""
    memberships = db.session.scalars(select(Membership).where(Membership.user_id == user.id)).all()
    return {
        "account": {
            "id": user.id,
            "email": user.email,
            "name": user.name,
            "language": user.language,
            "created_at": _said(user.created_at),
            "signed_in_at": _said(user.signed_in_at),
            "disabled_at": _said(user.disabled_at),
            "has_password": user.password_digest is not None,
            "has_codes": user.has_totp,
        },
        "memberships": [
            {"museum": place.museum_id, "role": place.role.value, "since": _said(place.since)}
            for place in memberships
        ],
        "association": sorted(role.value for role in rights.of_user(user.id)),
        "sessions": [
            {
                "made_at": _said(row.made_at),
                "seen_at": _said(row.seen_at),
                "browser": row.browser,
                "network": row.network,
            }
            for row in sessions.of_user(user.id)
        ],
        "passkeys": [{"name": key.name, "made_at": _said(key.made_at)} for key in passkeys.of_user(user.id)],
        "letters": [
            {"kind": letter.kind, "subject": letter.subject, "written_at": _said(letter.written_at)}
            for letter in letters.of_person(user.id, user.email)
        ],
        "journal": [
            {"at": _said(line.at), "action": line.action, "museum": line.museum_id, "network": line.network}
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
    invitations.forget_person(user.email, now)
    for table in (Token, Passkey, RecoveryCode, Membership, AssociationRight):
        db.session.execute(delete(table).where(table.user_id == user.id))
    db.session.expire(user)
    user.email = user.password_digest = user.totp_secret = user.totp_confirmed_at = None
    user.name, user.language, user.erased_at = "", None, now
    if db.session.get(Erasure, user.id) is None:
        db.session.add(Erasure(user_id=user.id, erased_at=now))
    note("account.erased", by=by, now=now, subject=f"user:{user.id}")
    for museum_id in orphans:
        note("museum.handed_to_association", by=by, now=now, museum_id=museum_id)


def _said(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
