"""How people come in: hangs the kit and the surfaces on the application."""

from flask import Flask

from portal.web import account, admin, api, auth, dashboard, public, review_letters
from portal.web.kit import (
    assets,
    compression,
    converters,
    counting,
    errors,
    gate,
    headers,
    locale,
    outlines,
    review,
    rooms,
    sessions,
    standing,
    templates,
)


def init_app(app: Flask) -> None:
    """Put the web floor together; the application does not start if a route is not declared."""
    converters.init_app(app)
    locale.init_app(app)
    templates.init_app(app)
    assets.init_app(app)
    counting.init_app(app)
    outlines.init_app(app)
    sessions.init_app(app)
    gate.init_app(app)
    rooms.init_app(app)
    review.init_app(app)
    review_letters.init_app(app)
    standing.init_app(app)
    errors.init_app(app)
    headers.init_app(app)
    compression.init_app(app)
    public.init_app(app)
    api.init_app(app)
    auth.init_app(app)
    account.init_app(app)
    dashboard.init_app(app)
    admin.init_app(app)
    gate.check_declarations(app)
