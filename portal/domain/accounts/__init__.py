"""People: accounts, roles, invitations, sessions, and the table that says who may do what."""

from portal.domain.accounts.actor import Actor
from portal.domain.accounts.models import (
    AssociationRight,
    Erasure,
    Invitation,
    Membership,
    Passkey,
    Purpose,
    RecoveryCode,
    SignInFailure,
    Token,
    User,
    UserSession,
)
from portal.domain.accounts.permissions import GRANTS, Permission, allows, may_grant
from portal.domain.accounts.roles import AssociationRole, MuseumRole, Role

__all__ = [
    "GRANTS",
    "Actor",
    "AssociationRight",
    "AssociationRole",
    "Erasure",
    "Invitation",
    "Membership",
    "MuseumRole",
    "Passkey",
    "Permission",
    "Purpose",
    "RecoveryCode",
    "Role",
    "SignInFailure",
    "Token",
    "User",
    "UserSession",
    "allows",
    "may_grant",
]
