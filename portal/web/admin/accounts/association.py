"""Somebody's rights in the association: admins name admins, and one always stays."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from portal.domain.accounts import AssociationRole, Permission, User, rights
from portal.domain.accounts.errors import LastAdminError, MayNotGrantError
from portal.web.admin.accounts.acting import refuse
from portal.web.admin.accounts.blueprint import ONE, blueprint, living
from portal.web.kit import clock, gate, labels
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _, _l


class RightsForm(BaseForm):
    """The rights held, each a box."""

    rights = SelectMultipleField(
        _l("Droits dans l’association"),
        choices=[SelectChoice(role.value, labels.role_name(role)) for role in AssociationRole],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )


@blueprint.route(f"{ONE}association/", methods=["GET", "POST"])
@gate.requires(Permission.ACCOUNTS_MANAGE)
def change_rights(user_id: int) -> ResponseReturnValue:
    """Give and take rights in the association."""
    user = living(user_id)
    form = RightsForm(rights=[role.value for role in rights.of_user(user.id)])
    if form.is_submitted() and form.validate() and _is_changed(user, form):
        flash(_("Les droits de cette personne sont changés."), "info")
        return redirect(url_for(".show", user_id=user.id), 303)
    return render_template("admin/accounts/rights.html", user=user, form=form), form.status


def _is_changed(user: User, form: RightsForm) -> bool:
    by, now = gate.actor(), clock.now()
    wanted = {AssociationRole(value) for value in form.rights.data}
    held = set(rights.of_user(user.id))
    try:
        for role in sorted(wanted - held):
            rights.give(user, role, by=by, now=now)
        for role in sorted(held - wanted):
            rights.take(user, role, by=by, now=now)
    except (LastAdminError, MayNotGrantError) as error:
        refuse(form, error)
        return False
    return True
