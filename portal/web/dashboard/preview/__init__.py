"""The museum's page before it is published, `/espace/<museum>/apercu/`, and the secret links that show it to others."""

from datetime import datetime

from flask import Flask

from portal.db import db
from portal.domain import previews
from portal.web.dashboard.preview import links, views
from portal.web.dashboard.preview.blueprint import blueprint


def init_app(app: Flask) -> None:
    """Add nothing to the side bar, since every page that writes leads here; forget old links each night."""
    app.extensions.setdefault("nightly", []).append(forget_links)


def forget_links(now: datetime) -> None:
    """Remove the links that nobody follows any more."""
    previews.forget_old(db.session(), now)


__all__ = ["blueprint", "init_app", "links", "views"]
