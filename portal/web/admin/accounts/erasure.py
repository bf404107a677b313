"""Erasing a person: their name is written to be sure, and becomes “compte effacé”; the history stays."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField

from portal.domain.accounts import Permission, User, personal_data, profile
from portal.domain.accounts.errors import LastAdminError, LastManagerError
from portal.web.admin.accounts.acting import alone, refuse
from portal.web.admin.accounts.blueprint import ONE, blueprint, living
from portal.web.kit import clock, gate
from portal.web.kit.fields import TextField, filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _, _l


class ErasureForm(BaseForm):
    """The person's name, written to be sure."""

    name = TextField(
        _l("Son nom, tel qu’il est écrit plus haut"),
        (filled(_l("Écrivez son nom.")),),
        longest=profile.LONGEST_NAME,
    )
    hand_over = BooleanField(_l("Confier ces musées à l’association"))


@blueprint.route(f"{ONE}effacer/", methods=["GET", "POST"])
@gate.requires(Permission.ACCOUNTS_MANAGE)
def erase(user_id: int) -> ResponseReturnValue:
    """Erase a person, once their name is written; one's own account is erased in one's own account."""
    user = living(user_id)
    if user.id == gate.actor().id:
        abort(404)
    form, known_as = ErasureForm(), user.name or user.email or ""
    if form.is_submitted() and form.validate():
        if form.name.data != known_as:
            form.name.errors = [_("Ce n’est pas le nom de ce compte.")]
        elif _is_erased(user, form):
            flash(_("La personne est effacée. L’historique de ses musées reste, sans son nom."), "info")
            return redirect(url_for(".index"), 303)
    page = render_template(
        "admin/accounts/erase.html", user=user, known_as=known_as, form=form, alone=alone(user)
    )
    return page, form.status


def _is_erased(user: User, form: ErasureForm) -> bool:
    try:
        personal_data.erase(user, by=gate.actor(), now=clock.now(), hand_over=form.hand_over.data)
    except (LastManagerError, LastAdminError) as error:
        refuse(form, error)
        return False
    return True
