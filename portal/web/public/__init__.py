"""The visitors' surface: what is published, in two languages, open to everyone."""

from flask import Blueprint, Flask

from portal.web.kit import due, gate
from portal.web.public import (
    agenda,
    atlas,
    covers,
    home,
    labels,
    measure,
    media,
    museums,
    my_list,
    pages,
    places,
    preferences,
    press,
    root,
    search,
    sitemap,
    themes,
    visitor_reports,
)


def init_app(app: Flask) -> None:
    """Hang the public rooms under their language prefix, and what has none beside them."""
    public = due.watch(
        gate.open_blueprint(Blueprint("public", __name__, url_prefix="/<any(fr, oc):language>"))
    )
    for room in (
        home,
        museums,
        visitor_reports,
        agenda,
        atlas,
        my_list,
        places,
        themes,
        labels,
        press,
        search,
        pages,
    ):
        public.register_blueprint(room.blueprint)
    app.register_blueprint(public)
    for room in (root, covers, media, measure, preferences, sitemap):
        app.register_blueprint(gate.open_blueprint(room.blueprint))
