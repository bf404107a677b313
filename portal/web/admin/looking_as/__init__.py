"""Stops seeing the portal as somebody else does."""

from flask import Blueprint, flash, redirect, session, url_for
from flask.typing import ResponseReturnValue

from portal.domain.accounts import actors, looking_as
from portal.web.kit import clock, gate
from portal.web.kit.messages import _

blueprint = Blueprint("looking_as", __name__, url_prefix="/voir-comme")


@blueprint.post("/arreter/")
@gate.signed_in
def delete() -> ResponseReturnValue:
    """Stop looking, and go back to the account; the one act allowed while one looks."""
    kept = session.pop(looking_as.KEY, None)
    person = gate.actor()
    admin = actors.find(person.seen_through) if person.seen_through else person
    if kept is None or admin is None:
        return redirect(url_for("dashboard.spaces.index"), 303)
    looking_as.end(int(kept["user_id"]), by=admin, now=clock.now())
    flash(_("Vous êtes de nouveau vous-même."), "info")
    return redirect(url_for("admin.accounts.show", user_id=int(kept["user_id"])), 303)
