"""Choosing a new password: asked for by address, set through a link."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain.accounts import Purpose, passwords, profile, tokens
from portal.web import mailers
from portal.web.auth import arrivals
from portal.web.kit import clock, gate, transaction
from portal.web.kit.fields import AddressField, NewPasswordField, filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _, _l

blueprint = Blueprint("passwords", __name__, url_prefix="/mot-de-passe")


class AskForm(BaseForm):
    """The address of the account."""

    email = AddressField(_l("Courriel"), (filled(_l("Écrivez votre adresse.")),))


class PasswordForm(BaseForm):
    """The new password, once: it can be shown, and asked for again."""

    password = NewPasswordField(_l("Nouveau mot de passe"), [filled(_l("Choisissez un mot de passe."))])
    own_words: tuple[str, ...] = ()


@blueprint.route("/", methods=["GET", "POST"])
@gate.open_door
def create() -> ResponseReturnValue:
    """Send the link; the answer is the same for an address that nobody has."""
    form = AskForm(email=request.args.get("email", "")[:254])
    if request.method == "GET" or not form.validate():
        return render_template("auth/passwords/create.html", form=form), form.status
    transaction.begin_writing()
    arrivals.send_or_pretend(form.email.folded, Purpose.PASSWORD, mailers.password_reset)
    arrivals.say_link_sent()
    return redirect(url_for("auth.sessions.create"), 303)


@blueprint.route("/<secret>/", methods=["GET", "POST"])
@gate.open_door
def edit(secret: str) -> ResponseReturnValue:
    """Show the form while the link is good; sending it uses the link and ends the account's sessions."""
    now = clock.now()
    state, token = tokens.peek(secret, Purpose.PASSWORD, now)
    user = profile.by_id(token.user_id) if token and token.user_id else None
    form = PasswordForm()
    if user is not None:
        form.own_words = (user.name, user.email or "")
    if request.method == "GET" or state is not tokens.State.VALID or not form.validate():
        status = 410 if request.method == "POST" and state is not tokens.State.VALID else form.status
        return render_template("auth/passwords/edit.html", form=form, state=state), status
    transaction.pause()
    digest = passwords.digest(form.password.data)
    transaction.begin_writing()
    token = tokens.consume(secret, Purpose.PASSWORD, now)
    user = profile.by_id(token.user_id) if token and token.user_id else None
    if token is None or user is None or not user.may_sign_in:
        return render_template("auth/passwords/edit.html", form=form, state=tokens.State.USED), 410
    profile.set_password(user, digest, by=profile.acting(user), now=now)
    mailers.password_changed(user, now)
    flash(_("Votre mot de passe est changé. Connectez-vous avec le nouveau."), "info")
    return redirect(url_for("auth.sessions.create"), 303)
