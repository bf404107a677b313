"""The addresses that have no language: the site's door, and whether the portal is well."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from portal.db import content_version, db
from portal.web.kit.locale import preferred_language

blueprint = Blueprint("root", __name__)


@blueprint.get("/")
def show() -> ResponseReturnValue:
    """Lead the visitor to the home page in their language."""
    response = redirect(url_for("public.home.show", language=preferred_language()), 302)
    response.headers["Vary"] = "Accept-Language, Cookie"
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.get("/healthz")
def health() -> ResponseReturnValue:
    """Say that the process is alive."""
    return "ok\n", 200, {"Content-Type": "text/plain", "Cache-Control": "no-store"}


@blueprint.get("/readyz")
def readiness() -> ResponseReturnValue:
    """Say whether the database answers and has its tables."""
    headers = {"Content-Type": "text/plain", "Cache-Control": "no-store"}
    try:
        content_version(db.session())
    except SQLAlchemyError:
        db.session.rollback()
        return "database not ready\n", 503, headers
    return "ready\n", 200, headers
