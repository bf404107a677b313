"""The staff's surface: each museum's own space, `/espace/<museum>/…`, one room a noun."""

from flask import Blueprint, Flask

from portal.web.dashboard import (
    access,
    closings,
    confirmation,
    events,
    figures,
    history,
    hours,
    links,
    overview,
    pictures,
    preview,
    prices,
    profile,
    publication,
    receipt,
    reconduction,
    spaces,
    team,
    translation,
    visitor_reports,
)


def init_app(app: Flask) -> None:
    """Hang the rooms under the museum they belong to."""
    dashboard = Blueprint("dashboard", __name__, url_prefix="/espace")
    dashboard.register_blueprint(spaces.blueprint)
    acts = (closings, reconduction, confirmation, receipt, preview, publication)
    written = (
        overview,
        profile,
        hours,
        prices,
        access,
        events,
        pictures,
        translation,
        *acts,
        visitor_reports,
        links,
        figures,
        team,
        history,
    )
    for room in written:
        address = f"/<slug:museum>{room.blueprint.url_prefix or ''}"
        dashboard.register_blueprint(room.blueprint, url_prefix=address)
        room.init_app(app)
    app.register_blueprint(dashboard)
