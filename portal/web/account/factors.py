"""`/compte/second-facteur/`: a telephone's codes, passkeys, and codes on paper; required of the association's admins."""

from typing import Any

from flask import (
    Blueprint,
    abort,
    current_app,
    flash,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from wtforms import PasswordField

from portal.domain.accounts import User, passkeys, second_factor
from portal.domain.accounts.errors import NameRefusedError
from portal.web import mailers
from portal.web.account.oneself import end_my_other_sessions, has_given_password, key, me
from portal.web.kit import challenges, clock, gate, moments, proof, qr, sessions
from portal.web.kit.fields import NameField, TextField, filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, _l

blueprint = Blueprint("factors", __name__, url_prefix="/second-facteur")

CHALLENGE = "new_key_challenge"


class CodeForm(BaseForm):
    """A first code, which turns codes on."""

    code = TextField(
        _l("Code à six chiffres"), (filled(_l("Écrivez le code que montre le téléphone.")),), longest=12
    )


class KeyNameForm(BaseForm):
    """What one of one's keys is called."""

    name = NameField(_l("Nom de la clé"), (filled(_l("Écrivez le nom de la clé.")),))


class RemovalForm(BaseForm):
    """The password, before the second factor is taken away."""

    current = PasswordField(_l("Votre mot de passe"))


@blueprint.get("/")
@gate.signed_in
@proof.asked
def index() -> ResponseReturnValue:
    """Show what is set, and how to set more."""
    return _page(CodeForm(formdata=None))


@blueprint.post("/code/")
@gate.signed_in
@proof.asked
def begin() -> ResponseReturnValue:
    """Give a new secret to put in the telephone."""
    user = me()
    if user.has_totp:
        abort(409)
    second_factor.begin_totp(user, key=key())
    return redirect(url_for(".index", _anchor="telephone"), 303)


@blueprint.post("/code/confirmer/")
@gate.signed_in
@proof.asked
def confirm() -> ResponseReturnValue:
    """Turn codes on with a first right one, and give the codes on paper."""
    form, user = CodeForm(), me()
    if user.has_totp or user.totp_secret is None:
        abort(409)
    if not form.validate():
        return _page(form)
    is_right = second_factor.confirm_totp(
        user, form.code.data, key=key(), machine_now=clock.machine_now(), by=gate.actor(), now=clock.now()
    )
    if not is_right:
        form.code.errors = [
            _("Ce code n’est pas le bon. Vérifiez l’heure du téléphone, puis essayez le suivant.")
        ]
        return _page(form)
    mailers.second_factor_set(user, clock.now())
    return _codes(user)


@blueprint.post("/papier/")
@gate.signed_in
@proof.asked
def renew_codes() -> ResponseReturnValue:
    """Give new codes on paper, in place of the older ones."""
    user = me()
    if not second_factor.is_set(user):
        abort(409)
    return _codes(user)


@blueprint.post("/cles/<int:key_id>/nom/")
@gate.signed_in
@proof.asked
def rename_key(key_id: int) -> ResponseReturnValue:
    """Call one of one's keys otherwise."""
    form = KeyNameForm(prefix=f"key-{key_id}-")
    if not form.validate():
        return _page(CodeForm(formdata=None), renaming={key_id: form})
    if not passkeys.rename(me().id, key_id, form.name.data):
        abort(404)
    flash(_("Le nom de la clé est changé."), "info")
    return redirect(url_for(".index"), 303)


@blueprint.post("/retirer/")
@gate.signed_in
@proof.asked
def delete() -> ResponseReturnValue:
    """Take the second factor away, with the password."""
    form, user = RemovalForm(prefix="removal-"), me()
    if not form.validate() or (user.password_digest and not has_given_password(form.current)):
        return _page(CodeForm(formdata=None), form)
    user = me()
    second_factor.reset(user, by=gate.actor(), now=clock.now())
    end_my_other_sessions()
    mailers.second_factor_reset(user, clock.now())
    flash(_("La double vérification est retirée."), "info")
    return redirect(url_for(".index"), 303)


@blueprint.post("/cles/question/")
@gate.signed_in
@proof.asked
def ask_key() -> ResponseReturnValue:
    """Say to the browser what key to make."""
    options, challenge = passkeys.ask_to_register(me(), _place())
    challenges.keep(CHALLENGE, challenge)
    return jsonify(options)


@blueprint.post("/cles/")
@gate.signed_in
@proof.asked
def add_key() -> ResponseReturnValue:
    """Keep the key that the browser has made."""
    challenge = challenges.take(CHALLENGE)
    answer: Any = request.get_json(silent=True)
    if challenge is None or not isinstance(answer, dict):
        abort(422)
    name = str(answer.get("name") or "").strip() or _key_of_today()
    try:
        made = passkeys.register(
            me(),
            answer.get("credential"),
            challenge=challenge,
            place=_place(),
            name=name,
            by=gate.actor(),
            now=clock.now(),
        )
    except NameRefusedError:
        made = None
    if made is None:
        abort(422)
    mailers.second_factor_set(me(), clock.now())
    end_my_other_sessions()
    _open_session()
    flash(_("La clé est enregistrée."), "info")
    return jsonify(address=url_for(".index"))


@blueprint.post("/cles/<int:key_id>/retirer/")
@gate.signed_in
@proof.asked
def remove_key(key_id: int) -> ResponseReturnValue:
    """Remove one of one's keys."""
    user = me()
    if not passkeys.remove(user.id, key_id, by=gate.actor(), now=clock.now()):
        abort(404)
    second_factor.forget_codes_without_factor(user)
    flash(_("La clé est retirée."), "info")
    return redirect(url_for(".index"), 303)


def _codes(user: User) -> ResponseReturnValue:
    """Show new codes on paper, once: only their digests are kept."""
    codes = second_factor.new_recovery_codes(user, key=key())
    end_my_other_sessions()
    _open_session()
    return render_template("account/factors/codes.html", codes=codes)


def _open_session() -> None:
    """Let the session that has just set a second factor count as having given it."""
    handle = sessions.current()
    if handle is not None and not handle.has_second_factor:
        sessions.begin(handle.user_id, remember=handle.is_remembered, has_second_factor=True)


def _place() -> passkeys.Place:
    return passkeys.Place.of(current_app.extensions["settings"].public_url)


def _key_of_today() -> str:
    return _("Clé du %(day)s", day=moments.day(clock.now(), page_language()))


def _page(
    form: CodeForm, removal: RemovalForm | None = None, renaming: dict[int, KeyNameForm] | None = None
) -> ResponseReturnValue:
    user = me()
    keys = passkeys.of_user(user.id)
    names = {key.id: KeyNameForm(prefix=f"key-{key.id}-", name=key.name, formdata=None) for key in keys} | (
        renaming or {}
    )
    secret = None if user.has_totp else second_factor.totp_secret(user, key=key())
    page = render_template(
        "account/factors/index.html",
        user=user,
        form=form,
        removal=removal or RemovalForm(prefix="removal-", formdata=None),
        secret=secret,
        drawing=qr.drawing(second_factor.provisioning_address(user, secret)) if secret else "",
        keys=keys,
        names=names,
        codes_left=second_factor.codes_left(user),
    )
    return page, 422 if form.errors or renaming or (removal and removal.errors) else 200
