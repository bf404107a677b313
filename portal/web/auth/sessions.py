"""`/connexion` and `/deconnexion`."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField, HiddenField, PasswordField

from portal.domain.accounts import passwords, profile, sign_in_limits
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.errors import TooManyFailuresError
from portal.web.auth import arrivals
from portal.web.kit import clock, gate, sessions, transaction
from portal.web.kit.fields import AddressField, filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _, _l
from portal.web.kit.redirects import safe_next

blueprint = Blueprint("sessions", __name__)


class SignInForm(BaseForm):
    """An address and a password."""

    email = AddressField(_l("Courriel"), (filled(_l("Écrivez votre adresse.")),))
    password = PasswordField(_l("Mot de passe"), [filled(_l("Écrivez votre mot de passe."))])
    remember = BooleanField(_l("Rester connecté un mois sur cet ordinateur"))
    next = HiddenField()
    reprise = HiddenField()


@blueprint.route("/connexion", methods=["GET", "POST"])
@gate.open_door
def create() -> ResponseReturnValue:
    """Sign somebody in with their password."""
    form = SignInForm(next=request.args.get("next", ""))
    if request.method == "GET":
        if gate.actor_or_none():
            return redirect(safe_next(request.args.get("next"), url_for("dashboard.spaces.index")), 303)
        return _page(form)
    if not form.validate():
        return _page(form), 422
    return _try(form)


@blueprint.post("/deconnexion")
@gate.open_door
def delete() -> ResponseReturnValue:
    """Sign out of this browser."""
    person = gate.actor_or_none()
    transaction.begin_writing()
    if person:
        note("account.signed_out", by=person, now=clock.now(), subject=f"user:{person.id}")
    sessions.end()
    return redirect(url_for("auth.sessions.create"), 303)


def _try(form: SignInForm) -> ResponseReturnValue:
    email, origin, machine_now = form.email.folded, request.remote_addr or "", clock.machine_now()
    try:
        sign_in_limits.check(email, origin, key=arrivals.key(), now=machine_now)
    except TooManyFailuresError as error:
        return _locked(form, error.seconds)
    user = profile.by_email(email)
    kept = user.password_digest if user and user.may_sign_in else None
    transaction.pause()  # hashing takes its time, and nobody waits for it with the database in hand
    is_right = passwords.is_right(kept, form.password.data)
    renewed = profile.renewed_digest(kept, form.password.data) if is_right else None
    transaction.begin_writing()
    try:
        sign_in_limits.judge_alone(email, origin, key=arrivals.key(), now=machine_now)
    except TooManyFailuresError as error:
        return _locked(form, error.seconds)
    user = profile.by_email(email)
    if not is_right or user is None or not user.may_sign_in or user.password_digest != kept:
        sign_in_limits.note_failure(email, origin, key=arrivals.key(), now=machine_now)
        subject = f"user:{user.id}" if user else None
        note("account.sign_in_refused", by=None, now=clock.now(), subject=subject)
        gate.keep()
        form.email.errors = [_("Cette adresse et ce mot de passe ne vont pas ensemble.")]
        return _page(form), 422
    user.password_digest = renewed or kept
    sign_in_limits.forgive(email, key=arrivals.key())
    return arrivals.arrive(
        user,
        way="password",
        remember=form.remember.data,
        target=safe_next(form.next.data, ""),
        sealed=form.reprise.data,
    )


def _locked(form: SignInForm, seconds: int) -> ResponseReturnValue:
    minutes = max(1, round(seconds / 60))
    form.email.errors = [
        _(
            "Trop d’essais de suite. Attendez %(minutes)s minutes, ou recevez un lien par courriel : lui marche toujours.",
            minutes=minutes,
        )
    ]
    response = make_response(_page(form), 429)
    response.headers["Retry-After"] = str(seconds)
    return response


def _page(form: SignInForm) -> str:
    return render_template("auth/sessions/create.html", form=form, target=safe_next(form.next.data, ""))
