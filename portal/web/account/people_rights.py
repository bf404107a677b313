"""What is held about oneself: to have it in a file, to have it erased (RGPD, articles 15 and 17)."""

import json
from itertools import product

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField

from portal.domain import museums
from portal.domain.accounts import administrators, personal_data, profile, team
from portal.domain.accounts.errors import LastAdminError, LastManagerError
from portal.web import mailers
from portal.web.account.oneself import me
from portal.web.kit import clock, gate, proof, sessions
from portal.web.kit.fields import TextField, filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _, _l

blueprint = Blueprint("people_rights", __name__)


class ErasureForm(BaseForm):
    """One's own name, written to be sure."""

    name = TextField(
        _l("Votre nom, tel qu’il est écrit plus haut"),
        (filled(_l("Écrivez votre nom.")),),
        longest=profile.LONGEST_NAME,
    )
    hand_over = BooleanField(_l("Confier mes musées à l’association"))


@blueprint.get("/mes-donnees.json")
@gate.signed_in
def export() -> ResponseReturnValue:
    """Give everything held about the person as a file."""
    held = json.dumps(personal_data.export(me()), ensure_ascii=False, indent=2)
    response = Response(held, mimetype="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="mes-donnees.json"'
    return response


@blueprint.route("/effacer/", methods=["GET", "POST"])
@gate.signed_in
@proof.asked
def erase() -> ResponseReturnValue:
    """Erase one's own account, once its name is written."""
    user, form = me(), ErasureForm()
    if form.is_submitted() and form.validate():
        if form.name.data != user.name:
            form.name.errors = [_("Ce n’est pas le nom de ce compte.")]
        elif _erased(form):
            sessions.end()
            flash(_("Votre compte est effacé. Merci pour tout ce que vous avez fait."), "info")
            return redirect(url_for("auth.sessions.create"), 303)
    by_id = museums.guide().by_id
    alone = [by_id[id_] for id_ in team.orphans_if_gone(user.id) if id_ in by_id]
    return render_template("account/overview/erase.html", form=form, user=user, alone=alone), form.status


def _erased(form: ErasureForm) -> bool:
    by_id = museums.guide().by_id
    alone = [by_id[id_] for id_ in team.orphans_if_gone(me().id) if id_ in by_id]
    try:
        personal_data.erase(me(), by=gate.actor(), now=clock.now(), hand_over=form.hand_over.data)
    except LastManagerError:
        form.hand_over.errors = [
            _(
                "Vous êtes la dernière personne responsable d’un musée : confiez-le à l’association, ou nommez quelqu’un depuis sa page d’équipe."
            )
        ]
    except LastAdminError:
        form.name.errors = [
            _("Il faut qu’une autre personne administre le portail avant que ce compte s’efface.")
        ]
    else:
        for museum, admin in product(alone, administrators.all_of_them()):
            mailers.handed_over(admin, museum.name, now=clock.now())
        return True
    return False
