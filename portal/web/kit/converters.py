"""What an address part may look like; anything else is a 404 before it reaches a query."""

from flask import Flask
from werkzeug.routing import BaseConverter


class SlugConverter(BaseConverter):
    """An address part of plain letters, digits and hyphens."""

    regex = r"[0-9A-Za-z](?:[0-9A-Za-z-]{0,118}[0-9A-Za-z])?"


def init_app(app: Flask) -> None:
    """Teach the application its converters."""
    app.url_map.converters["slug"] = SlugConverter
