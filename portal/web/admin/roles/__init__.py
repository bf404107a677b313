"""`/admin/roles/`: who may do what, read from the table that decides."""

from flask import Blueprint, Flask, render_template
from flask.typing import ResponseReturnValue

from portal.domain.accounts import GRANTS, AssociationRole, MuseumRole, Permission, Role
from portal.web.admin.roles.words import WORDS
from portal.web.kit import gate, rooms
from portal.web.kit.messages import _l

blueprint = Blueprint("roles", __name__, url_prefix="/roles")

ROLES: tuple[Role, ...] = (*MuseumRole, *AssociationRole)


def init_app(app: Flask) -> None:
    """Add the room to the side bar."""
    rooms.admin_room(
        app, rooms.Room("admin.roles.show", _l("Rôles"), "shield-check", Permission.ADMINISTRATION_ENTER)
    )


@blueprint.get("/")
@gate.requires(Permission.ADMINISTRATION_ENTER)
def show() -> ResponseReturnValue:
    """Show what each role grants, permission by permission."""
    groups = [
        (_l("Dans un musée"), ROLES, [(p, words) for p, words in WORDS.items() if p.is_of_museum]),
        (
            _l("Pour l’association"),
            tuple(AssociationRole),
            [(p, words) for p, words in WORDS.items() if not p.is_of_museum],
        ),
    ]
    return render_template("admin/roles/show.html", groups=groups, roles=ROLES, grants=GRANTS)
