"""Who may do what: the whole policy on one page.

`/admin/roles/` shows this table to the association; the gate and the templates ask `allows` and nothing else.
"""

import enum
from collections.abc import Mapping

from portal.domain.accounts.actor import Actor
from portal.domain.accounts.roles import AssociationRole, MuseumRole, Role


class Permission(enum.StrEnum):
    """What may be asked for, spelled `floor:thing:act`.

    `museum:` permissions are always asked of one museum; `association:` ones of the association.
    """

    ACCOUNTS_MANAGE = "association:accounts:manage"
    """See every account, disable it, end its sessions, change its roles, look as it does."""
    ADMINISTRATION_ENTER = "association:administration:enter"
    """Enter `/admin/` and see the policy itself."""
    INVITATIONS_MANAGE = "association:invitations:manage"
    """Invite people to any museum and to the association."""
    JOURNAL_READ = "association:journal:read"
    """Read who did what."""
    LETTERS_READ = "association:letters:read"
    """Read the letters the portal has written."""
    MUSEUMS_READ = "association:museums:read"
    """See the register with the state of every entry."""
    PEOPLE_READ = "association:people:read"
    """See who works for which museum."""
    REPORTS_READ = "association:visitor_reports:read"
    """Read what visitors report everywhere, and how museums' links stand."""
    SCHOOL_MANAGE = "association:school:manage"
    """Keep the school calendar that museums' hours depend on."""
    TRANSLATIONS_READ = "association:translations:read"
    """See what waits in Occitan, museum by museum."""
    CONTENT_REVIEW = "association:content:review"
    """Read what museums write, decide about it, and say whose texts are read when."""
    CONTENT_DRAFT = "museum:content:draft"
    """Write drafts and submit them."""
    CONTENT_PUBLISH = "museum:content:publish"
    """Publish, withdraw, review drafts."""
    CONTENT_TRANSLATE = "museum:content:translate"
    """Write the Occitan side."""
    SPACE_ENTER = "museum:space:enter"
    """Enter the museum's space and read all of it, drafts and history included."""
    TEAM_LEAVE = "museum:team:leave"
    """Leave the museum's team."""
    TEAM_MANAGE = "museum:team:manage"
    """Invite, change roles, remove people."""
    TEAM_READ = "museum:team:read"
    """See who works for the museum."""

    @property
    def is_of_museum(self) -> bool:
        """Whether the permission is asked of one museum."""
        return self.value.startswith("museum:")


_MEMBER = {Permission.SPACE_ENTER, Permission.TEAM_READ, Permission.TEAM_LEAVE}
_CONTRIBUTOR = _MEMBER | {Permission.CONTENT_DRAFT, Permission.CONTENT_TRANSLATE}
_EDITOR = _CONTRIBUTOR | {Permission.CONTENT_PUBLISH}
_ASSOCIATION = {Permission.ADMINISTRATION_ENTER}

GRANTS: Mapping[Role, frozenset[Permission]] = {
    MuseumRole.CONTRIBUTOR: frozenset(_CONTRIBUTOR),
    MuseumRole.EDITOR: frozenset(_EDITOR),
    MuseumRole.MANAGER: frozenset(_EDITOR | {Permission.TEAM_MANAGE}),
    AssociationRole.ADMIN: frozenset(set(Permission) - {Permission.TEAM_LEAVE}),
    AssociationRole.MODERATOR: frozenset(
        _ASSOCIATION
        | {
            Permission.CONTENT_REVIEW,
            Permission.MUSEUMS_READ,
            Permission.PEOPLE_READ,
            Permission.TRANSLATIONS_READ,
            Permission.REPORTS_READ,
            Permission.SPACE_ENTER,
            Permission.TEAM_READ,
            Permission.CONTENT_DRAFT,
            Permission.CONTENT_PUBLISH,
            Permission.CONTENT_TRANSLATE,
        }
    ),
    AssociationRole.TRANSLATOR: frozenset(
        _ASSOCIATION
        | {
            Permission.MUSEUMS_READ,
            Permission.TRANSLATIONS_READ,
            Permission.SPACE_ENTER,
            Permission.CONTENT_TRANSLATE,
        }
    ),
    AssociationRole.PARTNER: frozenset(_ASSOCIATION | {Permission.MUSEUMS_READ}),
}
"""Role by role, what it grants: a museum role in its museum, an association role everywhere."""

_RANKS: Mapping[Role, int] = {
    MuseumRole.CONTRIBUTOR: 1,
    MuseumRole.EDITOR: 2,
    MuseumRole.MANAGER: 3,
}


def allows(actor: Actor | None, permission: Permission, museum_id: int | None = None) -> bool:
    """Return whether somebody has this right, in this museum where the right is a museum's."""
    if actor is None:
        return False
    if permission.is_of_museum and museum_id is None:
        raise ValueError(f"{permission} is asked of a museum, and no museum was named")
    roles: list[Role] = list(actor.rights)
    own = actor.memberships.get(museum_id) if permission.is_of_museum and museum_id is not None else None
    if own is not None:
        roles.append(own)
    return any(permission in GRANTS[role] for role in roles)


def may_grant(actor: Actor, role: Role, museum_id: int | None = None) -> bool:
    """Return whether somebody may give this role: never above their own; admins name admins."""
    if isinstance(role, AssociationRole):
        return AssociationRole.ADMIN in actor.rights
    if museum_id is None:
        return False
    if AssociationRole.ADMIN in actor.rights:
        return True
    own = actor.memberships.get(museum_id)
    return own is not None and Permission.TEAM_MANAGE in GRANTS[own] and _RANKS[role] <= _RANKS[own]


def is_above(role: MuseumRole, other: MuseumRole) -> bool:
    """Return whether a museum role holds more than another."""
    return _RANKS[role] > _RANKS[other]
