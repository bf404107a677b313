"""What was typed before the session ended, ready to be sent again after signing in."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.web.kit import gate, resume

blueprint = Blueprint("resumptions", __name__, url_prefix="/compte")


@blueprint.get("/reprendre/")
@gate.signed_in
def show() -> ResponseReturnValue:
    """Show the form again, with a token that works."""
    typed = resume.kept()
    if typed is None:
        return redirect(url_for("dashboard.spaces.index"), 303)
    return render_template("errors/again.html", reason=resume.SIGNED_IN_AGAIN, typed=typed, sealed=None)
