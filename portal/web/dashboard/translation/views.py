"""The desk's one address: shown, and whatever its buttons ask for."""

from flask import request
from flask.typing import ResponseReturnValue

from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry
from portal.web.dashboard.translation import acting, page
from portal.web.dashboard.translation.blueprint import blueprint
from portal.web.kit import gate, translating


@blueprint.route("/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_TRANSLATE)
def edit(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the texts side by side; sent, write what was typed, or do what a button beside one text says."""
    if request.method == "GET":
        return page.show(museum, translating.of_museum(museum))
    return acting.answer(museum)
