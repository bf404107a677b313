"""Closing, or opening otherwise, from a phone: `/espace/<museum>/horaires/fermer/`; public at the very next request."""

from flask import Flask

from portal.web.dashboard.closings.views import blueprint


def init_app(_app: Flask) -> None:
    """Add nothing to the side bar: the room is reached from the museum's first page and from its hours."""


__all__ = ["blueprint", "init_app"]
