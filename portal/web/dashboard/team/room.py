"""The room itself, and its one page: the team, those invited, the form that invites."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from portal.domain.accounts import Permission, administrators, invitations, team
from portal.domain.accounts.errors import MayNotGrantError, NotFoundError
from portal.domain.accounts.invitations import Sent
from portal.domain.museums import MuseumEntry
from portal.web import mailers
from portal.web.dashboard.team.forms import InviteForm, roles_for
from portal.web.kit import clock, gate

blueprint = Blueprint("team", __name__, url_prefix="/equipe")

NUMBER = "<int(max=2147483647):number>"
"""Of a membership or an invitation, in an address: no larger than the column holds."""


def page(
    museum: MuseumEntry, *, form: InviteForm | None = None, refusal: str = "", status: int = 200
) -> ResponseReturnValue:
    """Show the team; with a form that came back, or with what was refused."""
    now, person = clock.now(), gate.actor()
    manages = gate.may(Permission.TEAM_MANAGE)
    members = team.members(museum.id)
    html = render_template(
        "dashboard/team/index.html",
        members=members,
        waiting=[(one, invitations.state(one, now)) for one in invitations.pending(museum.id)],
        form=form or (InviteForm.blank(museum) if manages else None),
        roles=roles_for(person, museum.id),
        refusal=refusal,
        is_alone=team.managers(museum.id) == {person.id},
        has_manager=bool(team.managers(museum.id)),
    )
    return html, status


@contextmanager
def refusing() -> Iterator[None]:
    """Answer that there is no such page, or that a right is lacking, where the domain says so inside the block."""
    try:
        yield
    except NotFoundError:
        abort(404)
    except MayNotGrantError:
        abort(403)


def member(museum: MuseumEntry, number: int) -> team.Member:
    """Return one of the museum's people, or answer that there is no such page."""
    with refusing():
        return team.member(museum.id, number)


def send(museum: MuseumEntry, sent: Sent) -> None:
    """Write the letter of an invitation."""
    person = gate.actor()
    mailers.invitation(
        sent.invitation,
        sent.secret,
        museum=museum.name,
        inviter=person.name or person.email,
        now=clock.now(),
    )


def tell_association(museum: MuseumEntry) -> None:
    """Tell the association that the museum is now in its hands."""
    for admin in administrators.all_of_them():
        mailers.handed_over(admin, museum.name, now=clock.now())
