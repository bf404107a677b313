"""A link by mail instead of a password: for who comes twice a year."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from portal.domain.accounts import Purpose, profile, sign_in_limits, tokens
from portal.web import mailers
from portal.web.auth import arrivals
from portal.web.kit import clock, gate, transaction
from portal.web.kit.fields import AddressField, filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _l
from portal.web.kit.redirects import safe_next

blueprint = Blueprint("links", __name__, url_prefix="/connexion")


class LinkForm(BaseForm):
    """The address that the link goes to."""

    email = AddressField(_l("Courriel"), (filled(_l("Écrivez votre adresse.")),))
    next = HiddenField()


@blueprint.route("/lien/", methods=["GET", "POST"])
@gate.open_door
def create() -> ResponseReturnValue:
    """Send a link; the answer is the same for an address that nobody has."""
    form = LinkForm(next=request.args.get("next", ""), email=request.args.get("email", "")[:254])
    if request.method == "GET" or not form.validate():
        return render_template("auth/links/create.html", form=form), form.status
    transaction.begin_writing()
    target = safe_next(form.next.data, "") or None
    arrivals.send_or_pretend(form.email.folded, Purpose.SIGN_IN, mailers.sign_in_link, target=target)
    arrivals.say_link_sent()
    return redirect(url_for("auth.sessions.create", next=safe_next(form.next.data, "") or None), 303)


@blueprint.route("/lien/<secret>/", methods=["GET", "POST"])
@gate.open_door
def show(secret: str) -> ResponseReturnValue:
    """Show the button that signs in; pressing it uses the link. Opening it uses nothing: mail scanners open links."""
    now = clock.now()
    if request.method == "GET":
        state, _token = tokens.peek(secret, Purpose.SIGN_IN, now)
        return render_template("auth/links/show.html", state=state), 200
    transaction.begin_writing()
    token = tokens.consume(secret, Purpose.SIGN_IN, now)
    user = profile.by_id(token.user_id) if token and token.user_id else None
    if token is None or user is None or not user.may_sign_in:
        state, _token = tokens.peek(secret, Purpose.SIGN_IN, now)
        return render_template("auth/links/show.html", state=state), 410
    sign_in_limits.forgive(user.email or "", key=arrivals.key())
    return arrivals.arrive(user, way="link", remember=False, target=token.target or "")
