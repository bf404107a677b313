"""`/compte/`: who one is, one's address and password, and where one is signed in."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form, PasswordField, SelectField
from wtforms.fields.choices import SelectChoice

from portal.domain import museums
from portal.domain.accounts import Purpose, passkeys, passwords, profile, second_factor, tokens
from portal.domain.accounts import sessions as rows
from portal.web import mailers
from portal.web.account.oneself import has_given_password, me, this_session
from portal.web.kit import clock, gate, proof, transaction
from portal.web.kit.fields import AddressField, NameField, NewPasswordField, filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _, _l

blueprint = Blueprint("overview", __name__)


class NameForm(BaseForm):
    """Name and language."""

    name = NameField(_l("Nom"), (filled(_l("Écrivez votre nom.")),))
    language = SelectField(
        _l("Langue"), choices=[SelectChoice("fr", _l("Français")), SelectChoice("oc", _l("Occitan"))]
    )


class AddressForm(BaseForm):
    """A new address, and the password that says it is really its owner who asks."""

    email = AddressField(_l("Nouvelle adresse"), (filled(_l("Écrivez la nouvelle adresse.")),))
    current = PasswordField(_l("Votre mot de passe"))


class PasswordForm(BaseForm):
    """A new password, and the present one where there is one."""

    current = PasswordField(_l("Mot de passe actuel"))
    password = NewPasswordField(_l("Nouveau mot de passe"), [filled(_l("Choisissez un mot de passe."))])
    own_words: tuple[str, ...] = ()


@blueprint.route("/", methods=["GET", "POST"])
@gate.signed_in
def show() -> ResponseReturnValue:
    """Show the account; sent, the first form changes name and language."""
    user = profile.by_id(gate.actor().id) or abort(404)
    form = NameForm(name=user.name, language=user.language or "fr")
    if form.is_submitted():
        user = me()
        if form.validate():
            profile.rename(user, form.name.data, form.language.data, by=gate.actor(), now=clock.now())
            flash(_("C’est enregistré."), "info")
            return redirect(url_for(".show"), 303)
    return _page(name_form=form)


@blueprint.post("/adresse/")
@gate.signed_in
def change_address() -> ResponseReturnValue:
    """Send a letter to a new address: it counts once confirmed."""
    form = AddressForm(prefix="address-")
    if not form.validate() or not _is_owner(form):
        return _page(address_form=form)
    user, now = me(), clock.now()
    secret = profile.ask_new_address(user, form.email.folded, now=now)
    if secret is not None:
        until = now + tokens.LIFETIMES[Purpose.ADDRESS]
        mailers.address_confirmation(user, form.email.folded, secret, until, now)
    flash(
        _(
            "Une lettre est partie à la nouvelle adresse, si elle est libre. "
            "Elle comptera quand vous l’aurez confirmée."
        ),
        "info",
    )
    return redirect(url_for(".show"), 303)


@blueprint.post("/mot-de-passe/")
@gate.signed_in
def change_password() -> ResponseReturnValue:
    """Change the password, and end the other sessions."""
    form = PasswordForm(prefix="password-")
    person = gate.actor()
    form.own_words = (person.name, person.email)
    if not form.validate() or not _is_owner(form):
        return _page(password_form=form)
    transaction.pause()
    digest = passwords.digest(form.password.data)
    user = me()
    profile.set_password(user, digest, by=person, now=clock.now(), but=this_session())
    mailers.password_changed(user, clock.now())
    flash(_("Votre mot de passe est changé. Vos autres sessions sont fermées."), "info")
    return redirect(url_for(".show"), 303)


@blueprint.post("/sessions/<number>/")
@gate.signed_in
def end_session(number: str) -> ResponseReturnValue:
    """End one of one's own sessions."""
    if not rows.end_one(me().id, number):
        abort(404)
    flash(_("Cette session est fermée."), "info")
    return redirect(url_for(".show"), 303)


@blueprint.post("/sessions/")
@gate.signed_in
def end_others() -> ResponseReturnValue:
    """End every session but this one."""
    rows.end_all(me().id, but=this_session())
    flash(_("Toutes vos autres sessions sont fermées."), "info")
    return redirect(url_for(".show"), 303)


def _is_owner(form: Form) -> bool:
    """Ask again for the password before what would let a passer-by keep the account."""
    if me().password_digest is not None:
        return has_given_password(form.current)
    if proof.is_fresh():
        return True
    form.form_errors.append(
        _(
            "Vous êtes entré depuis longtemps : recevez d’abord un nouveau lien de connexion, puis recommencez."
        )
    )
    return False


def _page(
    *,
    name_form: NameForm | None = None,
    address_form: AddressForm | None = None,
    password_form: PasswordForm | None = None,
) -> ResponseReturnValue:
    user = profile.by_id(gate.actor().id) or abort(404)
    sent = name_form if name_form and name_form.is_submitted() else address_form or password_form
    by_id = museums.guide().by_id
    page = render_template(
        "account/overview/show.html",
        user=user,
        name_form=name_form or NameForm(name=user.name, language=user.language or "fr", formdata=None),
        address_form=address_form or AddressForm(prefix="address-", formdata=None),
        password_form=password_form or PasswordForm(prefix="password-", formdata=None),
        sent=sent,
        sessions=rows.of_user(user.id),
        here=this_session() or "",
        keys=passkeys.of_user(user.id),
        codes_left=second_factor.codes_left(user),
        places=[(by_id[id_], role) for id_, role in gate.actor().memberships.items() if id_ in by_id],
    )
    return page, 422 if sent and sent.errors else 200
