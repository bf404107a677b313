"""The room itself, and the letter that everything here ends with."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Blueprint, abort

from portal.domain import museums
from portal.domain.accounts.errors import MayNotGrantError, NotFoundError
from portal.domain.accounts.invitations import Sent
from portal.web import mailers
from portal.web.kit import clock, gate

blueprint = Blueprint("invitations", __name__, url_prefix="/invitations")

NUMBER = "<int(max=2147483647):number>"
"""Of an invitation, in an address: no larger than the column holds."""


@contextmanager
def refusing() -> Iterator[None]:
    """Answer that there is no such page, or that a right is lacking, where the domain says so inside the block."""
    try:
        yield
    except NotFoundError:
        abort(404)
    except MayNotGrantError:
        abort(403)


def send(sent: Sent) -> None:
    """Write the letter of an invitation."""
    person, museum_id = gate.actor(), sent.invitation.museum_id
    entry = museums.guide().by_id.get(museum_id) if museum_id is not None else None
    mailers.invitation(
        sent.invitation,
        sent.secret,
        museum=entry.name if entry else None,
        inviter=person.name or person.email,
        now=clock.now(),
    )
