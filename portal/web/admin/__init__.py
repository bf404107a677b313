"""The association's surface, `/admin/…`: each room a small package, each view with the right it asks for."""

from flask import Blueprint, Flask

from portal.web.admin import (
    accounts,
    coverage,
    invitations,
    journal,
    letters,
    links,
    moderation,
    museums,
    overview,
    roles,
    school,
    translations,
    visitor_reports,
)


def init_app(app: Flask) -> None:
    """Hang the rooms under their address, in the order of the side bar."""
    admin = Blueprint("admin", __name__, url_prefix="/admin")
    followed = (overview, museums, coverage, moderation, translations, visitor_reports, links, school)
    for room in (*followed, invitations, accounts, letters, journal, roles):
        admin.register_blueprint(room.blueprint)
        room.init_app(app)
    app.register_blueprint(admin)
