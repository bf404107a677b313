"""Stops seeing the site through somebody's eyes; an admin begins it from the account's page."""

from flask import Blueprint, flash, redirect, session, url_for
from flask.typing import ResponseReturnValue

from portal.domain.accounts import actors, looking_as
from portal.web.kit import clock, gate, sessions
from portal.web.kit.messages import _

blueprint = Blueprint("looking", __name__, url_prefix="/compte")


@blueprint.post("/cesser-de-voir/")
@gate.signed_in
def delete() -> ResponseReturnValue:
    """Come back to one's own eyes."""
    person, handle = gate.actor(), sessions.current()
    session.pop(looking_as.KEY, None)
    admin = actors.find(handle.user_id) if handle else None
    if admin is None or person.seen_through is None:
        return redirect(url_for("dashboard.spaces.index"), 303)
    looking_as.end(person.id, by=admin, now=clock.now())
    flash(_("Vous voyez de nouveau le site avec vos propres yeux."), "info")
    return redirect(url_for("admin.overview.show"), 303)
