"""Confirming a new address of an account."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain.accounts import Purpose, profile, tokens
from portal.domain.accounts.errors import AddressTakenError
from portal.web import mailers
from portal.web.kit import clock, gate, sessions
from portal.web.kit.messages import _

blueprint = Blueprint("addresses", __name__, url_prefix="/compte/adresse")


@blueprint.route("/<secret>/", methods=["GET", "POST"])
@gate.signed_in
def show(secret: str) -> ResponseReturnValue:
    """Show the button that confirms; pressing it makes the address count and ends the other sessions."""
    now = clock.now()
    state, token = tokens.peek(secret, Purpose.ADDRESS, now)
    if token is not None and token.user_id != gate.actor().id:
        state, token = tokens.State.UNKNOWN, None
    if request.method == "POST" and token is not None:
        current = sessions.current()
        try:
            done = profile.confirm_address(secret, now, but=current.number if current else None)
        except AddressTakenError:
            done = None
        state = tokens.State.USED
        if done is not None:
            user, former = done
            mailers.address_changed(user, former, now)
            flash(
                _("Votre nouvelle adresse est confirmée : c’est avec elle que vous vous connectez."), "info"
            )
            return redirect(url_for("account.overview.show"), 303)
    page = render_template("auth/addresses/show.html", state=state, token_row=token)
    return page, 410 if request.method == "POST" else 200
