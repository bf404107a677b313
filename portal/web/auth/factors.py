"""The second factor, asked after the password or the link: a code, a code on paper, or a key."""

from datetime import timedelta

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain.accounts import User, passkeys, profile, second_factor, sign_in_limits
from portal.domain.accounts.errors import TooManyFailuresError
from portal.web.auth import arrivals
from portal.web.kit import clock, gate, sessions, transaction
from portal.web.kit.fields import TextField, filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _, _l

blueprint = Blueprint("factors", __name__, url_prefix="/connexion")


WAITS = timedelta(minutes=15)
"""How long a right password alone keeps its place before the code."""


class CodeForm(BaseForm):
    """Six figures of the telephone, or a code on paper."""

    code = TextField(_l("Code"), (filled(_l("Écrivez le code.")),), longest=20)


@blueprint.route("/code/", methods=["GET", "POST"])
@gate.open_door
def create() -> ResponseReturnValue:
    """Ask for the code of the session that waits."""
    user = waiting_user()
    if user is None:
        return redirect(url_for("auth.sessions.create"), 303)
    form = CodeForm()
    if request.method == "GET" or not form.validate():
        return _page(form, user), form.status
    transaction.begin_writing()
    user = waiting_user()
    return _try(form, user) if user else redirect(url_for("auth.sessions.create"), 303)


def waiting_user() -> User | None:
    """Return whose session waits for a second factor."""
    handle = sessions.current()
    if handle is None or handle.is_complete or clock.now() - (handle.made_at or handle.seen_at) > WAITS:
        return None
    user = profile.by_id(handle.user_id)
    return user if user is not None and user.may_sign_in else None


def _try(form: CodeForm, user: User) -> ResponseReturnValue:
    key, machine_now = arrivals.key(), clock.machine_now()
    account, origin = f"code:{user.id}", request.remote_addr or ""
    try:
        sign_in_limits.judge_alone(account, origin, key=key, now=machine_now)
    except TooManyFailuresError as error:
        form.code.errors = [_("Trop d’essais de suite. Attendez un quart d’heure.")]
        response = make_response(_page(form, user), 429)
        response.headers["Retry-After"] = str(error.seconds)
        return response
    code = form.code.data
    if user.has_totp and second_factor.accept_totp(user, code, key=key, now=machine_now):
        return arrivals.finish(user, way="code")
    if second_factor.accept_recovery_code(user, code, key=key, now=clock.now()):
        return arrivals.finish(user, way="recovery")
    sign_in_limits.note_failure(account, origin, key=key, now=machine_now)
    gate.keep()
    form.code.errors = [_("Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant.")]
    return _page(form, user), 422


def _page(form: CodeForm, user: User) -> str:
    has_keys = bool(passkeys.of_user(user.id))
    return render_template("auth/factors/create.html", form=form, has_totp=user.has_totp, has_keys=has_keys)
