"""`/compte/preuve/`: the password once more, or a link by mail, before what a passer-by could keep."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField, PasswordField

from portal.web.account.oneself import has_given_password, me
from portal.web.kit import gate, proof
from portal.web.kit.fields import filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _l
from portal.web.kit.redirects import safe_next

blueprint = Blueprint("proof", __name__, url_prefix="/preuve")


class ProofForm(BaseForm):
    """The password of the person signed in."""

    current = PasswordField(_l("Votre mot de passe"), [filled(_l("Écrivez votre mot de passe."))])
    next = HiddenField()


@blueprint.route("/", methods=["GET", "POST"])
@gate.signed_in
def create() -> ResponseReturnValue:
    """Ask for the password, then go back to where it was needed."""
    form = ProofForm(next=request.args.get("next", ""))
    target = safe_next(form.next.data, url_for("account.overview.show"))
    if form.is_submitted() and form.validate() and has_given_password(form.current):
        proof.give()
        return redirect(target, 303)
    page = render_template("account/proof/create.html", form=form, user=me(), target=target)
    return page, form.status
