"""The choice of museums, `/espace/`."""

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain import museums
from portal.domain.accounts import Permission
from portal.web.kit import gate

blueprint = Blueprint("spaces", __name__)


@blueprint.get("/")
@gate.signed_in
def index() -> ResponseReturnValue:
    """Show the person's museums; with one only, go there; with none, say who can help."""
    person = gate.actor()
    by_id = museums.guide().by_id
    found = [by_id[id_] for id_ in person.memberships if id_ in by_id]
    if len(found) == 1 and not person.rights:
        return redirect(url_for("dashboard.overview.show", museum=found[0].slug), 303)
    mine = sorted(found, key=lambda museum: museum.sort_key)
    return render_template("dashboard/spaces/index.html", mine=mine)


@blueprint.get("/droits")
@gate.signed_in
def rights() -> ResponseReturnValue:
    """Say to our own script, on a public page, where the person may edit the museum of that page."""
    museum = museums.by_slug(request.args.get("musee", "")[:120])
    entry = museums.entry_of(museum) if museum else None
    if entry is None or not gate.may(Permission.SPACE_ENTER, entry):
        return jsonify(address=None)
    return jsonify(address=url_for("dashboard.overview.show", museum=entry.slug))
