"""What the API says of itself: the OpenAPI document for programs, a page for people."""

from flask import Blueprint, Response, current_app, make_response, render_template
from flask.typing import ResponseReturnValue

from portal.domain import museums
from portal.web.api import openapi
from portal.web.api.answers import answer
from portal.web.api.examples import examples
from portal.web.api.limits import SETTING

blueprint = Blueprint("description", __name__)

PAGE = "api.description.show"


@blueprint.get("/openapi.json")
def document() -> ResponseReturnValue:
    """Give the OpenAPI document."""
    public_url = current_app.extensions["settings"].public_url
    return answer(lambda: openapi.document(museums.guide(), public_url))


@blueprint.get("/")
def show() -> Response:
    """Show what can be asked, with examples that run, in the visitor's language."""
    html = render_template("api/show.html", examples=examples(), limit=current_app.config[SETTING])
    response = make_response(html)
    response.headers["Vary"] = "Accept-Language, Cookie"
    response.headers["Cache-Control"] = "no-cache"
    return response
